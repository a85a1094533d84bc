import { setTimeout as sleep } from "node:timers/promises";
import { aReceiver } from "../../server/testing/receiver.ts";
import { benchDeps } from "./bench-deps.ts";
import { startStack } from "./bench-stack.ts";
import type { Figure } from "./figure.ts";
import { aLiveWedding } from "./live-wedding.ts";
import { quantile } from "./load.ts";
import { mustPress } from "./press.ts";
import { seedEndpoints } from "./seed-endpoints.ts";

const replies = 200;
const goal = 150;

/** From Send until a vendor without a quiet period has been told. */
export async function benchWebhookLatency(): Promise<Figure[]> {
  await using stack = await startStack();
  await using receiver = aReceiver();
  const deps = await benchDeps(stack.databaseUrl);
  const wedding = await aLiveWedding(deps);
  await seedEndpoints(deps, wedding.site, 1, () => receiver.url);
  await deps.sql.close();
  const server = await stack.ours({ WEBHOOK_ALLOW: "127.0.0.0/8" });
  const times: number[] = [];
  for (let index = -10; index < replies; index += 1) {
    await sleep(Math.random() * 60);
    const before = receiver.calls.length;
    const began = performance.now();
    await mustPress(server.url, wedding.next());
    await receiver.received(before + 1);
    if (index >= 0) times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const [middle, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
  const own = { unit: "ms", floor: null, ratio: null };
  return [
    {
      ...{ name: "webhook-latency: Send to the receiver, p99", value: p99, ...own },
      ...{ goal: `≤ ${goal} ms`, ok: p99 <= goal },
    },
    { name: "webhook-latency: median", value: middle, ...own, goal: "–", ok: true },
  ];
}
