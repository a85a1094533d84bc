import { type Chance, createChance } from "./chance.ts";

/** One thing that goes wrong, how it is brought about, and what must hold afterwards. */
export interface Fault {
  name: string;
  /** Whoever takes longer has failed. */
  seconds: { whole: number; short: number };
  /** Whether the gate runs it, in its short form. */
  inGate?: boolean;
  /** Whether it works on the embedded database alone. */
  embedded?: boolean;
  /** Throws when something does not hold; returns what it counted, for the table. */
  run(trial: Trial): Promise<Counts>;
}

/** What was done and seen, in words, each with its number. */
export type Counts = Record<string, number | string>;

export interface Trial {
  chance: Chance;
  /** Whether this is the gate's short round. */
  short: boolean;
  /** Of its own, removed in the end. */
  folder: string;
  /** Ended in the end, the last first, whatever happened: servers, receivers, databases. */
  held: AsyncDisposableStack;
  /** Aborted when time is up. */
  signal: AbortSignal;
  print(line: string): void;
}

export interface Result {
  name: string;
  seconds: number;
  counts: Counts;
  /** Why it failed, if it did. */
  failure?: string;
}

/** Runs one of them within its time and puts everything away after it. */
export async function runFault(
  fault: Fault,
  { seed, short, print, stop }: {
    seed: number;
    short: boolean;
    print: (line: string) => void;
    stop: AbortSignal;
  },
): Promise<Result> {
  const began = performance.now();
  const limit = fault.seconds[short ? "short" : "whole"];
  const late = AbortSignal.timeout(limit * 1000);
  const signal = AbortSignal.any([late, stop]);
  const held = new AsyncDisposableStack();
  const folder = await Deno.makeTempDir({ prefix: `wedding-rsvp-${fault.name}-` });
  held.defer(() => Deno.remove(folder, { recursive: true }));

  const ended = Promise.withResolvers<never>();
  const end = () =>
    ended.reject(new Error(late.aborted ? `not done within ${limit} s` : "interrupted"));
  signal.addEventListener("abort", end);
  const outcome: Partial<Result> = {};
  try {
    const chance = createChance(seed, fault.name);
    const say = (line: string) => print(`${fault.name}: ${line}`);
    const running = fault.run({ chance, short, folder, held, signal, print: say });
    outcome.counts = await Promise.race([running, ended.promise]);
  } catch (error) {
    outcome.failure = describe(error);
  } finally {
    signal.removeEventListener("abort", end);
    await held.disposeAsync().catch((error) => outcome.failure ??= describe(error));
  }
  const seconds = (performance.now() - began) / 1000;
  return { name: fault.name, seconds, counts: {}, ...outcome };
}

function describe(error: unknown): string {
  return error instanceof Error ? error.stack ?? error.message : String(error);
}
