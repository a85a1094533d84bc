import { setTimeout as sleep } from "node:timers/promises";
import { ourPage } from "../../server/testing/fixtures.ts";
import { readEvents } from "../../server/testing/read-events.ts";
import { benchDeps } from "./bench-deps.ts";
import { startStack } from "./bench-stack.ts";
import type { Figure } from "./figure.ts";
import { aLiveWedding } from "./live-wedding.ts";
import { quantile } from "./load.ts";
import { mustPress, someAddress } from "./press.ts";

const replies = 200;
const goal = 100;

/** From Send, at one process, until a stream of another process has it. */
export async function benchLiveLatency(): Promise<Figure[]> {
  await using stack = await startStack();
  const deps = await benchDeps(stack.databaseUrl);
  const wedding = await aLiveWedding(deps);
  await deps.sql.close();
  const [server, other] = [await stack.ours(), await stack.ours()];
  const response = await fetch(`${other.url}/v1/sites/${wedding.site.slug}/live`, {
    headers: { origin: ourPage, "x-forwarded-for": someAddress() },
  });
  await using events = readEvents(response);
  await events.next();
  const times: number[] = [];
  for (let index = -10; index < replies; index += 1) {
    // Not in step with the wakes.
    await sleep(Math.random() * 60);
    const began = performance.now();
    await mustPress(server.url, wedding.next());
    await events.next();
    if (index >= 0) times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const [middle, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
  const own = { unit: "ms", floor: null, ratio: null };
  const name = "live-latency: Send to a stream of another process";
  return [
    { name: `${name}, p99`, value: p99, ...own, goal: `≤ ${goal} ms`, ok: p99 <= goal },
    { name: `${name}, median`, value: middle, ...own, goal: "–", ok: true },
  ];
}
