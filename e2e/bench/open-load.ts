import { setTimeout as sleep } from "node:timers/promises";
import type { Load } from "./load.ts";

/**
 * Calls at a fixed pace, whether the answers come or not; each is timed from the moment at which it was due, so that
 * a server that stalls is not spared the calls which wait meanwhile.
 */
export async function openLoad(
  call: (index: number) => Promise<Response>,
  { perSecond, ms }: { perSecond: number; ms: number },
): Promise<Load> {
  const times: number[] = [];
  const underWay: Promise<void>[] = [];
  let failed = 0;
  const start = performance.now();
  const one = async (index: number, due: number) => {
    const response = await call(index);
    await response.arrayBuffer();
    if (response.status >= 400) failed += 1;
    times.push(performance.now() - due);
  };
  const count = Math.round(perSecond * ms / 1000);
  for (let index = 0; index < count; index += 1) {
    const due = start + index * 1000 / perSecond;
    const early = due - performance.now();
    if (early > 0) await sleep(early);
    underWay.push(one(index, due));
  }
  await Promise.all(underWay);
  const seconds = (performance.now() - start) / 1000;
  return { perSecond: count / seconds, times: times.sort((a, b) => a - b), failed };
}
