import type { Browser } from "playwright-core";
import { aPartyOf, aWedding } from "../../server/testing/fixtures-replies.ts";
import { embedCode } from "../../server/sites/embed-code.ts";
import { launchChromium } from "../tools/chromium.ts";
import { startPostgres } from "../tools/postgres.ts";
import { benchDeps, masterKeys } from "./bench-deps.ts";
import { freePort, startProcess } from "./bench-servers.ts";
import type { Figure } from "./figure.ts";
import { median } from "./load.ts";
import { type Opened, openOnSlowPhone } from "./slow-phone.ts";
import { servePages } from "./usable-pages.ts";

const rounds = 5;
const goal = 150;

/** How soon the pasted form can be used on an old phone and a bad line, and whether anything jumps, beside plain HTML. */
export async function benchUsable(): Promise<Figure[]> {
  await using postgres = await startPostgres();
  const [port, pagePort] = [freePort(), freePort()];
  const serverUrl = `http://localhost:${port}`;
  const deps = await benchDeps(postgres.url);
  const wedding = await aWedding(deps, { pages: [`http://localhost:${pagePort}`] });
  const { site } = wedding;
  const { token } = await aPartyOf(deps, wedding, [{ name: "Ana Silva" }, { name: "Leo Silva" }]);
  await deps.sql.close();
  await using pages = servePages(pagePort, () => embedCode(site, serverUrl).snippet, serverUrl);
  await using _server = await startProcess(["server/main.ts"], port, {
    DATABASE_URL: postgres.url,
    MASTER_KEYS: masterKeys,
    PORT: String(port),
    PUBLIC_URL: serverUrl,
  });
  const browser = await launchChromium();
  try {
    return figuresOf(await inTurn(browser, pages.origin, token));
  } finally {
    await browser.close();
  }
}

/** The pasted form, plain HTML, and the pasted form that a personal link opens, on two pages. */
type Round = Record<"ours" | "plain" | "linked" | "tall", Opened>;

/** One round to warm up, then each in turn: a noisy moment hits both. */
async function inTurn(browser: Browser, origin: string, token: string) {
  const measured: Round[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const plain = await openOnSlowPhone(browser, `${origin}/plain`);
    const ours = await openOnSlowPhone(browser, `${origin}/element`);
    const linked = await openOnSlowPhone(browser, `${origin}/element#rsvp=${token}`);
    const tall = await openOnSlowPhone(browser, `${origin}/tall#rsvp=${token}`);
    if (round > 0) measured.push({ ours, plain, linked, tall });
  }
  return measured;
}

function figuresOf(measured: Round[]): Figure[] {
  const middle = (pick: (opened: Opened) => number) => {
    const value = median(measured.map(({ ours }) => pick(ours)));
    const floor = median(measured.map(({ plain }) => pick(plain)));
    return { value, floor, ratio: floor ? value / floor : null };
  };
  const arrived = middle(({ usable, arrived }) => usable - arrived);
  const opened = middle(({ usable }) => usable);
  const shift = middle(({ shift }) => shift);
  const linked = (page: "linked" | "tall", most: number): Figure => {
    const value = median(measured.map((round) => round[page].shift));
    return {
      name: `layout shift with a personal link${page === "tall" ? ", 100svh kept free" : ""}`,
      unit: "",
      value,
      floor: shift.floor,
      ratio: null,
      goal: most ? `≤ ${most}` : "0",
      ok: value <= most,
    };
  };
  return [
    {
      name: "usable after the script's arrival",
      unit: "ms",
      ...arrived,
      goal: `≤ ${goal} ms`,
      ok: arrived.value <= goal,
    },
    { name: "usable after the page is opened", unit: "ms", ...opened, goal: "–", ok: true },
    { name: "layout shift", unit: "", ...shift, goal: "0", ok: shift.value === 0 },
    // What an invitation needs is not known before it is there: the default keeps free what a name needs.
    linked("linked", 0.1),
    linked("tall", 0),
  ];
}
