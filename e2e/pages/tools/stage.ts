import { newId } from "../../../shared/ids.ts";
import type { SiteChanges } from "../../../shared/site.ts";
import { allRoutes } from "../../../server/app.ts";
import { createWakes } from "../../../server/changes/wakes.ts";
import { readConfig } from "../../../server/config.ts";
import type { Deps } from "../../../server/deps.ts";
import { createApp } from "../../../server/http/create-app.ts";
import { createLive } from "../../../server/live/live.ts";
import { changeSiteSettings } from "../../../server/sites/change-site-settings.ts";
import { testDatabase } from "../../../server/testing/database.ts";
import { asServer, type TestParty } from "../../../server/testing/fixtures.ts";
import { aPartyOf, aWedding, type TestWedding } from "../../../server/testing/fixtures-replies.ts";
import { testDeps } from "../../../server/testing/test-deps.ts";

const sql = await testDatabase();

/** A real server with one wedding, and a couple's own pages on an origin of their own. */
export interface Stage extends AsyncDisposable {
  deps: Deps;
  wedding: TestWedding;
  /** Origin of the server. */
  server: string;
  /** Origin of the couple's pages. */
  origin: string;
  /** What people paste. */
  script: string;
  element: string;
  /** Puts a page there and says its address. */
  put(path: string, body: string, headers?: Record<string, string>): string;
  change(settings: SiteChanges): Promise<unknown>;
  /** An adult, a child and an open seat, invited to everything. */
  family(name: string): Promise<TestParty>;
}

export async function openStage({ oneAddress = false } = {}): Promise<Stage> {
  // Browsers ask for an icon where a page names none.
  const pages = new Map([["/favicon.ico", new Response(null, { status: 204 })]]);
  const couple = serve((request) =>
    pages.get(new URL(request.url).pathname)?.clone() ?? new Response(null, { status: 404 })
  );
  let answer = (_: Request): Response | Promise<Response> => new Response(null, { status: 503 });
  const backend = serve((request) => answer(request));
  const server = `http://localhost:${backend.addr.port}`;
  const origin = `http://localhost:${couple.addr.port}`;

  const log = () => {};
  const wakes = await createWakes({ sql, log });
  const live = createLive({ sql, log, wakes, chance: Math.random });
  const config = readConfig({ DEMO: "off", PUBLIC_URL: server });
  const deps = await testDeps(sql, { config, live, wake: wakes.wake });
  const app = createApp(deps, allRoutes(config));
  // Each request from another address, where how often one may ask is not what the tests are about.
  let requests = 0;
  const [a, b, c] = crypto.getRandomValues(new Uint8Array(3));
  const address = `10.${a}.${b}.${c}`;
  const nextAddress = () => `10.0.${++requests >> 8}.${requests & 255}`;
  answer = (request) => app.fetch(request, { peer: oneAddress ? address : nextAddress() });

  const wedding = await aWedding(deps, { pages: [origin] });
  const change = (settings: SiteChanges) =>
    changeSiteSettings(deps, wedding.site.id, asServer, settings);
  await change({
    publicCounter: wedding.dinner.id,
    questions: [{
      id: newId("question"),
      kind: "text",
      for: "party",
      required: false,
      label: "Which song gets you dancing?",
    }],
  });

  return {
    deps,
    wedding,
    server,
    origin,
    script: `<script type="module" src="${server}/wedding-rsvp.js"></script>`,
    element: `<wedding-rsvp site="${wedding.site.slug}"></wedding-rsvp>`,
    put(path, body, headers = {}) {
      const response = new Response(body, {
        headers: { "content-type": "text/html; charset=utf-8", ...headers },
      });
      pages.set(path, response);
      return origin + path;
    },
    change,
    family: (name) => aPartyOf(deps, wedding, [{ name }, { name: "Leo Silva", age: "child" }, {}]),
    async [Symbol.asyncDispose]() {
      await live.stop();
      await Promise.all([couple.shutdown(), backend.shutdown()]);
      await wakes.close();
    },
  };
}

function serve(answer: (request: Request) => Response | Promise<Response>) {
  return Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, answer);
}

/** A page as a couple's own, around this body. */
export function ourPage(body: string, { head = "", html = 'lang="en"' } = {}): string {
  return `<!doctype html><html ${html}><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<title>Emma &amp; James</title><link rel="icon" href="data:,">${head}</head>` +
    `<body>${body}</body></html>`;
}
