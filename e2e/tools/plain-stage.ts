import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import type { Theme } from "../../shared/theme.ts";
import type { SiteSettings } from "../../shared/site.ts";
import { allRoutes } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import type { Deps } from "../../server/deps.ts";
import { createApp } from "../../server/http/create-app.ts";
import { testDatabase } from "../../server/testing/database.ts";
import { anEvent, aParty, aSite, type TestParty } from "../../server/testing/fixtures.ts";
import { testDeps } from "../../server/testing/test-deps.ts";
import type { SiteHead } from "../../server/sites/sites.ts";
import { launchChromium } from "./chromium.ts";

/** A server in this process, and a browser. */
export interface PlainStage {
  url: string;
  deps: Deps;
  browser: Browser;
}

/** Acts on a stage of its own; everything is closed afterwards. */
export async function onPlainStage(act: (stage: PlainStage) => Promise<void>): Promise<void> {
  const sql = await testDatabase();
  const port = freePort();
  const url = `http://localhost:${port}`;
  const deps = await testDeps(sql, { config: readConfig({ DEMO: "off", PUBLIC_URL: url }) });
  const app = createApp(deps, allRoutes(deps.config));
  // From an address of its own: limits are counted by address, and tests share a database.
  const peer = `10.${crypto.getRandomValues(new Uint8Array(3)).join(".")}`;
  const server = Deno.serve(
    { hostname: "127.0.0.1", port, onListen: () => {} },
    (request) => app.fetch(request, { peer }),
  );
  const browser = await launchChromium();
  try {
    await act({ url, deps, browser });
  } finally {
    await browser.close();
    await server.shutdown();
  }
}

/** A browser in which no script of a page runs. */
export function withoutScripts(
  { browser }: PlainStage,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const viewport = { width: 360, height: 740 };
  return browser.newContext({ javaScriptEnabled: false, locale: "en-GB", viewport, ...options });
}

export interface PlainWedding {
  site: SiteHead;
  party: TestParty;
}

/** A party of an adult, a child and an open seat, and questions of which one depends on another. */
export async function aPlainWedding(
  { deps }: Pick<PlainStage, "deps">,
  settings: Partial<SiteSettings> = {},
  theme: Theme = { preset: "page" },
): Promise<PlainWedding> {
  const site = await aSite(deps, {
    theme,
    intro: "We would love to have you with us.",
    contact: { mail: "emma@example.com", phone: "+351 912 000 417" },
    deadline: { at: "2027-05-01T22:59:59Z", after: "closed" },
    questions: [
      {
        id: "question_hotel",
        kind: "yes-no",
        for: "party",
        required: true,
        label: "Do you need a room for the night?",
      },
      {
        id: "question_nights",
        kind: "one-of",
        for: "party",
        required: true,
        label: "For how long?",
        options: [{ id: "option_one", label: "One night" }, { id: "option_two", label: "Two" }],
        shownWhen: { question: "question_hotel", is: true },
      },
      {
        id: "question_song",
        kind: "text",
        for: "guest",
        required: false,
        label: "Which song gets you dancing?",
      },
    ],
    ...settings,
  });
  const place = { name: "Quinta das Rosas", address: "Estrada da Serra 12, Sintra" };
  const ceremony = await anEvent(deps, site, {
    name: "Ceremony",
    startsAt: "2027-06-12T14:00",
    place,
  });
  const dinner = await anEvent(deps, site, {
    startsAt: "2027-06-12T18:30",
    place,
    courses: [{
      id: "course_mains",
      name: "Main course",
      meals: [
        { id: "meal_bass", name: "Sea bass", note: "with fennel and lemon", for: "adult" },
        { id: "meal_risotto", name: "Wild mushroom risotto", for: "everyone" },
        { id: "meal_pasta", name: "Children’s pasta", for: "child" },
      ],
    }],
  });
  const events = [ceremony.id, dinner.id];
  const party = await aParty(deps, site, {
    name: "The Silva family",
    guests: [{ name: "Ana Silva", events }, { name: "Leo Silva", age: "child", events }, {
      events,
    }],
  });
  return { site, party };
}

function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  return port;
}
