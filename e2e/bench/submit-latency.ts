import { startStack } from "./bench-stack.ts";
import type { Figure } from "./figure.ts";
import { median, quantile } from "./load.ts";
import { openLoad } from "./open-load.ts";
import { press } from "./press.ts";
import { seed } from "./seed.ts";

const rounds = 3;
const perSecond = 200;
const goal = 25;

/** How long a reply takes at the pace of a very busy evening: sent by the clock, not when the last answer came. */
export async function benchSubmitLatency(): Promise<Figure[]> {
  await using stack = await startStack();
  const presses = await seed(stack.databaseUrl, { sites: 100, parties: 20 });
  const server = await stack.ours();
  const submit = (index: number) => press(server.url, presses[index % presses.length]);
  const measured: number[][] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const { times, failed } = await openLoad(submit, { perSecond, ms: round === 0 ? 2000 : 4000 });
    if (failed > 0) throw new Error(`submit-latency: ${failed} calls were refused.`);
    if (round > 0) measured.push(times);
  }
  const p99 = median(measured.map((times) => quantile(times, 0.99)));
  const middle = median(measured.map((times) => quantile(times, 0.5)));
  const own = { unit: "ms", floor: null, ratio: null };
  return [
    {
      name: "submit-latency: p99 at 200/s",
      value: p99,
      ...own,
      goal: `≤ ${goal} ms`,
      ok: p99 <= goal,
    },
    { name: "submit-latency: median", value: middle, ...own, goal: "–", ok: true },
  ];
}
