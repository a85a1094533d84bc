import { cpuMs } from "./process-figures.ts";
import type { Figure } from "./figure.ts";
import { load, median } from "./load.ts";

/** A server under load. */
export interface Side {
  call: (index: number) => Promise<Response>;
  pid: number;
}

const rounds = 5;

/** Calls a second beside the floor's, and what a call costs the server's process, which noise touches less. */
export async function compare(
  name: string,
  { ours, floor }: { ours: Side; floor: Side },
  how: { connections: number; ms: number },
  goal: number,
): Promise<Figure[]> {
  const measured = { ours: [] as Stretch[], floor: [] as Stretch[] };
  // One round to warm up, then the two in turn: a noisy moment hits both.
  for (let round = 0; round <= rounds; round += 1) {
    const bare = await stretch(name, floor, how);
    const own = await stretch(name, ours, how);
    if (round === 0) continue;
    measured.floor.push(bare);
    measured.ours.push(own);
  }
  const both = (what: keyof Stretch) => {
    const values = measured.ours.map((each) => each[what]);
    const floors = measured.floor.map((each) => each[what]);
    const ratio = median(values.map((value, round) => value / (floors[round] ?? NaN)));
    return { value: median(values), floor: median(floors), ratio };
  };
  const speed = both("perSecond");
  return [
    { name, unit: "/s", ...speed, goal: `≥ ${goal}`, ok: speed.ratio >= goal },
    { name: `${name}: CPU a call`, unit: "ms", ...both("cpu"), goal: "–", ok: true },
  ];
}

interface Stretch {
  perSecond: number;
  /** Milliseconds of the server's process a call. */
  cpu: number;
}

async function stretch(
  name: string,
  { call, pid }: Side,
  how: { connections: number; ms: number },
): Promise<Stretch> {
  const before = await cpuMs(pid);
  const { perSecond, times, failed } = await load(call, how);
  if (failed > 0) throw new Error(`${name}: ${failed} calls were refused.`);
  return { perSecond, cpu: (await cpuMs(pid) - before) / times.length };
}
