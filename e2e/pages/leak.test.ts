import assert from "node:assert/strict";
import type { CDPSession, Page } from "playwright-core";
import type { WeddingRsvp } from "../../widget/wedding-rsvp-element.ts";
import { until } from "../../server/testing/until.ts";
import { tell } from "../tools/tell.ts";
import { openStage, ourPage, type Stage } from "./tools/stage.ts";
import { closeChromium, openTab } from "./tools/visit.ts";
import { whatHolds } from "./tools/what-holds.ts";

const times = 100;

let stage: Stage;
Deno.test.beforeAll(async () => {
  stage = await openStage();
});
Deno.test.afterAll(async () => {
  await closeChromium();
  await stage[Symbol.asyncDispose]();
});

/** Adds forms, opens an invitation in each, answers, types, and removes them again; so many, ten at a time. */
async function comeAndGo(page: Page, tokens: string[], times: number): Promise<void> {
  const site = stage.wedding.site.slug;
  await page.evaluate(async ({ site, tokens, times }) => {
    const { gone } = globalThis as unknown as { gone: WeakRef<Element>[] };

    async function visit(token: string): Promise<void> {
      const form: WeddingRsvp = document.createElement("wedding-rsvp");
      form.site = site;
      form.guestToken = token;
      document.body.append(form);
      await new Promise<void>((resolve) => {
        const look = () => form.step === "coming" ? resolve() : requestAnimationFrame(look);
        look();
      });
      form.focusFirst();
      const root = form.shadowRoot;
      // The first of the two; a draft of the time before may have pressed it already.
      root?.querySelector<HTMLElement>(".for-all:first-child[aria-pressed=false]")?.click();
      await form.updateComplete;
      const field = root?.querySelector<HTMLInputElement>("input[type=text]");
      if (!field) throw new Error("There is no seat to name.");
      field.value = `Guest ${gone.length}`;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      form.remove();
      gone.push(new WeakRef(form));
    }

    while (gone.length < times) await Promise.all(tokens.map(visit));
    performance.clearResourceTimings();
  }, { site, tokens, times });
  // A browser holds on to where the focus and the caret were last: here they are now.
  await page.getByLabel("Our story").press("x");
}

/** A browser holds on to what it has moved until the frame after; on a page at rest none comes by itself. */
async function untilDrawn(page: Page): Promise<void> {
  await page.evaluate(() =>
    new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  );
}

/** What is left in the browser after its rubbish was collected. */
async function leftIn(page: Page, cdp: CDPSession) {
  await untilDrawn(page);
  for (let time = 0; time < 3; time++) await cdp.send("HeapProfiler.collectGarbage");
  const { metrics } = await cdp.send("Performance.getMetrics");
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? NaN;
  const listeners = await Promise.all(["window", "document", "document.body"].map(async (name) => {
    const { result } = await cdp.send("Runtime.evaluate", { expression: name });
    const objectId = result.objectId ?? "";
    const { listeners } = await cdp.send("DOMDebugger.getEventListeners", { objectId });
    return listeners.map(({ type }) => `${name} ${type}`);
  }));
  return {
    alive: await page.evaluate(() => {
      const { gone } = globalThis as unknown as { gone: WeakRef<WeddingRsvp>[] };
      return gone.flatMap((one, at) => one.deref() ? `form ${at}, ${one.deref()?.step}` : []);
    }),
    timers: await page.evaluate(() => [
      ...(globalThis as unknown as { timers: Map<unknown, string> }).timers.values(),
    ]),
    listeners: listeners.flat().sort(),
    nodes: metric("Nodes"),
    eventListeners: metric("JSEventListeners"),
    heap: metric("JSHeapUsedSize"),
  };
}

/** Keeps in mind which timers of the page have not come yet, and who waits for them. */
function countTimers(): void {
  const timers = new Map<unknown, string>();
  const { setTimeout: begin, clearTimeout: end, setInterval: repeat } = globalThis;
  const whose = (ms?: number) => `timer of ${ms ?? 0} ms: ${new Error().stack}`;
  Object.assign(globalThis, {
    timers,
    gone: [],
    setTimeout(act: () => void, ms?: number) {
      const timer = begin(() => {
        timers.delete(timer);
        act();
      }, ms);
      timers.set(timer, whose(ms));
      return timer;
    },
    setInterval(act: () => void, ms?: number) {
      const timer = repeat(act, ms);
      timers.set(timer, whose(ms));
      return timer;
    },
    clearTimeout(timer: number) {
      timers.delete(timer);
      end(timer);
    },
    clearInterval(timer: number) {
      timers.delete(timer);
      end(timer);
    },
  });
}

Deno.test("a form that was added, used and removed a hundred times leaves nothing behind", async () => {
  // Nobody may ask for one party as often as this.
  const families = Array.from({ length: 10 }, (_, at) => stage.family(`Ana Silva ${at}`));
  const tokens = (await Promise.all(families)).map(({ token }) => token);
  await using page = await openTab();
  await page.addInitScript(countTimers);
  await page.goto(stage.put("/ours", ourPage(`${stage.script}<input aria-label="Our story">`)));
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  /** A request that was broken off holds on to its form for a moment; a leak does for ever. */
  const afterwards = async () => {
    // A stream whose page went before the answer began is noticed at its next heartbeat only.
    await until("streams have ended", () => Promise.resolve(stage.deps.live.size === 0));
    let left = await leftIn(page, cdp);
    await until("no removed form is alive and no timer is due", async () => {
      left = await leftIn(page, cdp);
      return left.alive.length + left.timers.length === 0;
    }).catch(async ({ message }) => {
      const ways = await whatHolds(cdp, (name) => name.startsWith("<wedding-rsvp"));
      assert.fail([message, ...left.alive, ...left.timers, ...ways].join("\n"));
    });
    return left;
  };

  await comeAndGo(page, tokens, tokens.length);
  const before = await afterwards();
  await comeAndGo(page, tokens, tokens.length + times);
  const after = await afterwards();

  const grown = Math.round((after.heap - before.heap) / times);
  tell(
    `${times} forms came and went: none is alive, no timer, no stream; heap ${grown} B each`,
  );
  assert.deepEqual(after.listeners, before.listeners);
  // One form has some 400 nodes and 40 kB: room for the last one, and for no other.
  assert.ok(after.nodes - before.nodes < 10 * times, `${before.nodes} → ${after.nodes} nodes`);
  assert.ok(
    after.eventListeners - before.eventListeners < times,
    `${before.eventListeners} → ${after.eventListeners} listeners`,
  );
  assert.ok(grown < 8192, `${before.heap} → ${after.heap} bytes`);
});
