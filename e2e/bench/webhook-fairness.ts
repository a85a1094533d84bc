import { setTimeout as sleep } from "node:timers/promises";
import type { Deps } from "../../server/deps.ts";
import { benchDeps } from "./bench-deps.ts";
import { startStack } from "./bench-stack.ts";
import { aDeadReceiver, aGoodReceiver, type Arrival } from "./fairness-receivers.ts";
import type { Figure } from "./figure.ts";
import { aLiveWedding, type LiveWedding } from "./live-wedding.ts";
import { median, quantile } from "./load.ts";
import { mustPress } from "./press.ts";
import { owe, type SeededEndpoint, seedEndpoints } from "./seed-endpoints.ts";
import { seedSite } from "./seed.ts";

const rounds = 4;
const others = 20;
const perSecond = 40;
const stretchMs = 4000;
const goal = 1.1;

/** What one endpoint that answers nobody, with a thousand owed, costs the others: from Send to each of them, p95. */
export async function benchWebhookFairness(): Promise<Figure[]> {
  await using stack = await startStack();
  await using good = aGoodReceiver();
  await using dead = aDeadReceiver();
  const deps = await benchDeps(stack.databaseUrl);
  await using closing = new AsyncDisposableStack();
  closing.defer(() => deps.sql.close());
  const weddings = await Promise.all(Array.from({ length: others }, async () => {
    const wedding = await aLiveWedding(deps);
    await seedEndpoints(deps, wedding.site, 1, () => good.url);
    return wedding;
  }));
  const { site } = await seedSite(deps, 1);
  const hanging = await seedEndpoints(deps, site, 1, () => dead.url);
  const server = await stack.ours({ WEBHOOK_ALLOW: "127.0.0.0/8" });
  const p95 = async () => {
    good.arrivals.length = 0;
    return quantile(await delays(server.url, weddings, good.arrivals), 0.95);
  };

  await p95();
  const [beside, alone]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    alone.push(await p95());
    await owe(deps, hanging, 1000);
    while (dead.held() === 0) await sleep(20);
    beside.push(await p95());
    await forget(deps, hanging);
    dead.release();
  }
  const ratio = median(beside.map((delay, round) => delay / (alone[round] ?? NaN)));
  return [{
    ...{ name: "webhook-fairness: p95 beside a dead endpoint", value: median(beside), unit: "ms" },
    ...{ floor: median(alone), ratio, goal: `≤ ${goal}`, ok: ratio <= goal },
  }];
}

/** Replies at an even pace, and how long after Send each had reached its vendor. */
async function delays(
  url: string,
  weddings: readonly LiveWedding[],
  arrivals: readonly Arrival[],
): Promise<number[]> {
  const sent: Arrival[] = [];
  const underWay: Promise<void>[] = [];
  const start = performance.now();
  const send = async (wedding: LiveWedding, at: number) => {
    const changeNumber = await mustPress(url, wedding.next());
    sent.push({ siteId: wedding.site.id, changeNumber, at });
  };
  for (let index = 0; index < perSecond * stretchMs / 1000; index += 1) {
    const due = start + index * 1000 / perSecond;
    await sleep(Math.max(0, due - performance.now()));
    const wedding = weddings[index % weddings.length];
    if (wedding) underWay.push(send(wedding, due));
  }
  await Promise.all(underWay);
  return await Promise.all(sent.map(async (one) => {
    while (true) {
      const arrival = arrivals.find(({ siteId, changeNumber }) =>
        siteId === one.siteId && changeNumber >= one.changeNumber
      );
      if (arrival) return arrival.at - one.at;
      await sleep(5);
    }
  })).then((times) => times.toSorted((a, b) => a - b));
}

async function forget({ sql }: Deps, endpoints: SeededEndpoint[]): Promise<void> {
  await sql`delete from deliveries where endpoint_id = any(${endpoints.map(({ id }) => id)})`;
}
