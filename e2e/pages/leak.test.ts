import assert from "node:assert/strict";
import type { CDPSession, Page } from "playwright-core";
import type { WeddingRsvp } from "../../widget/wedding-rsvp-element.ts";
import { until } from "../../server/testing/until.ts";
import { tell } from "../tools/tell.ts";
import { openStage, ourPage, type Stage } from "./tools/stage.ts";
import { closeChromium, openTab } from "./tools/visit.ts";

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
    // A browser holds on to what had the focus last.
    document.querySelector("a")?.focus();
  }, { site, tokens, times });
}

/** What is left in the browser after its rubbish was collected. */
async function leftIn(page: Page, cdp: CDPSession) {
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
    // Chromium may hold on to the very last one, where its caret was, until another takes its place.
    alive: await page.evaluate(() =>
      (globalThis as unknown as { gone: WeakRef<Element>[] }).gone.slice(0, -1)
        .filter((one) => one.deref()).length
    ),
    timers: await page.evaluate(() =>
      (globalThis as unknown as { timers: Set<unknown> }).timers.size
    ),
    listeners: listeners.flat().sort(),
    nodes: metric("Nodes"),
    eventListeners: metric("JSEventListeners"),
    heap: metric("JSHeapUsedSize"),
  };
}

/** Keeps in mind which timers of the page have not come yet. */
function countTimers(): void {
  const timers = new Set<unknown>();
  const { setTimeout: begin, clearTimeout: end, setInterval: repeat } = globalThis;
  Object.assign(globalThis, {
    timers,
    gone: [],
    setTimeout(act: () => void, ms?: number) {
      const timer = begin(() => {
        timers.delete(timer);
        act();
      }, ms);
      timers.add(timer);
      return timer;
    },
    setInterval(act: () => void, ms?: number) {
      const timer = repeat(act, ms);
      timers.add(timer);
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
  await page.goto(stage.put("/ours", ourPage(`${stage.script}<a href="#">Our story</a>`)));
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  /** A request that was broken off holds on to its form for a moment; a leak does for ever. */
  const afterwards = async () => {
    await until("streams have ended", () => Promise.resolve(stage.deps.live.size === 0));
    return await until("no removed form is alive and no timer is due", async () => {
      const left = await leftIn(page, cdp);
      return left.alive + left.timers === 0 && left;
    }, 60_000);
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
