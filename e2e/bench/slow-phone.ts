import type { Browser } from "playwright-core";

/** What a guest lives through who opens a page; milliseconds since then. */
export interface Opened {
  /** The last byte that the form needs is there: its script, or the page itself where there is none. */
  arrived: number;
  /** The name can be typed, or the first question answered, and the screen shows it. */
  usable: number;
  /** How much of the page jumped (Cumulative Layout Shift), until a while after. */
  shift: number;
}

// WebPageTest's "3G slow", a little kinder than DevTools' and as reference figures mean it.
const line = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const slowerProcessor = 4;

/** Opens the page as an old phone on a bad line does, with nothing kept from before. */
export async function openOnSlowPhone(browser: Browser, url: string): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", line);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowerProcessor });
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(() => performance.getEntriesByName("usable").length > 0);
  // Whatever still jumps does so within the fade that follows.
  await page.waitForTimeout(1500);
  const opened = await page.evaluate(readWatch);
  await context.close();
  return opened;
}

/** Runs in the page, before anything of it. */
function watch(): void {
  const shifts: number[] = [];
  Object.assign(globalThis, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if ("value" in entry && typeof entry.value === "number") shifts.push(entry.value);
    }
  }).observe({ type: "layout-shift", buffered: true });

  const look = () => {
    const form = document.querySelector("wedding-rsvp");
    const field = (form?.shadowRoot ?? document).querySelector("input:enabled, .for-all");
    if (!field?.checkVisibility() || document.readyState === "loading") {
      return requestAnimationFrame(look);
    }
    // After the next frame the screen shows what is there now.
    requestAnimationFrame(() => setTimeout(() => performance.mark("usable")));
  };
  requestAnimationFrame(look);
}

/** Runs in the page at the end. */
function readWatch(): Opened {
  const script = performance.getEntriesByType("resource").find(({ name }) =>
    name.endsWith("/wedding-rsvp.js")
  );
  const [page] = performance.getEntriesByType("navigation");
  const ended = (entry?: PerformanceEntry) =>
    entry instanceof PerformanceResourceTiming ? entry.responseEnd : 0;
  const { shifts = [] } = globalThis as { shifts?: number[] };
  return {
    arrived: ended(script) || ended(page),
    usable: performance.getEntriesByName("usable")[0]?.startTime ?? NaN,
    shift: shifts.reduce((sum, shift) => sum + shift, 0),
  };
}
