import { setTimeout as sleep } from "node:timers/promises";
import { benchDeps } from "./bench-deps.ts";
import { startStack } from "./bench-stack.ts";
import type { Figure } from "./figure.ts";
import { aLiveWedding } from "./live-wedding.ts";
import { openReaders } from "./live-readers.ts";
import { quantile } from "./load.ts";
import { press } from "./press.ts";
import { residentBytes } from "./process-figures.ts";

const streams = 10_000;
const rounds = 30;
const goal = 1.5;

/** A reply that ten thousand people are watching, on one process, against a bare broadcast; and what a stream keeps of memory. */
export async function benchLive(): Promise<Figure[]> {
  await using stack = await startStack();
  const deps = await benchDeps(stack.databaseUrl);
  const wedding = await aLiveWedding(deps);
  await deps.sql.close();
  const [server, bare] = [await stack.ours(), await stack.floor("live-floor.ts")];
  const idle = await Promise.all([server, bare].map(({ pid }) => residentBytes(pid)));
  await using bareReaders = await openReaders(`${bare.url}/live`, streams);
  await using readers = await openReaders(
    `${server.url}/v1/sites/${wedding.site.slug}/live`,
    streams,
  );
  const open = await Promise.all([server, bare].map(({ pid }) => residentBytes(pid)));
  const [memory = NaN, bareMemory = NaN] = open.map((bytes, at) =>
    (bytes - (idle[at] ?? NaN)) / streams / 1000
  );

  const took = { ours: [] as number[], floor: [] as number[] };
  // The first one warms up.
  for (let round = 0; round <= rounds; round += 1) {
    const floor = await tell(() => fetch(bare.url, { method: "POST" }), bareReaders.lastAt());
    const ours = await tell(() => press(server.url, wedding.next()), readers.lastAt());
    if (round === 0) continue;
    took.ours.push(ours);
    took.floor.push(floor);
  }
  const at = (share: number) => {
    const [value, floor] = [took.ours, took.floor].map((times) =>
      quantile(times.toSorted((a, b) => a - b), share)
    );
    return { value: value ?? NaN, floor: floor ?? NaN, ratio: (value ?? NaN) / (floor ?? NaN) };
  };
  const slow = at(0.99);
  const ratio = memory / bareMemory;
  const name = `live-fanout: Send to the last of ${streams} streams`;
  return [
    { name: `${name}, p99`, unit: "ms", ...slow, goal: `≤ ${goal}`, ok: slow.ratio <= goal },
    { name: `${name}, median`, unit: "ms", ...at(0.5), goal: "–", ok: true },
    {
      ...{ name: "live-memory: an idle stream", value: memory, unit: "kB", floor: bareMemory },
      ...{ ratio, goal: `≤ ${goal}`, ok: ratio <= goal },
    },
  ];
}

/** Milliseconds from before it was told until the last reader had it. */
async function tell(say: () => Promise<Response>, lastAt: Promise<number>): Promise<number> {
  // Whatever the last one left to do is done.
  await sleep(50);
  const began = performance.timeOrigin + performance.now();
  const response = await say();
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`It could not be told: ${response.status}`);
  return await lastAt - began;
}
