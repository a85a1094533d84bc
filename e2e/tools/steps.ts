import { runCommand } from "./command.ts";
import { told } from "./tell.ts";
import { type Counts, testCounts } from "./test-counts.ts";

export interface Step {
  name: string;
  take: () => Promise<Taken>;
}

export interface Taken {
  ok: boolean;
  output: string;
  /** Only of a step that runs tests. */
  counts?: Counts;
}

export interface Sum extends Counts {
  ok: boolean;
}

/** A step that is one command. */
export function command(name: string, minutes: number, ...words: string[]): Step {
  return { name, take: () => runCommand(words, { seconds: minutes * 60 }) };
}

/** A step that is one `deno test`; one that ran nothing has failed. */
export function tests(name: string, minutes: number, ...words: string[]): Step {
  const whole = [Deno.execPath(), "test", "-A", "--no-check", ...words];
  return {
    name,
    async take() {
      const { ok, output } = await runCommand(whole, { seconds: minutes * 60 });
      const counts = testCounts(output);
      return { ok: ok && counts.passed > 0, output, counts };
    },
  };
}

/** Takes one step after the other up to the first that fails, whose output is shown whole. */
export async function takeSteps(steps: Step[], print: (line: string) => void): Promise<Sum> {
  const sum: Sum = { ok: true, passed: 0, failed: 0 };
  for (const [index, { name, take }] of steps.entries()) {
    const begin = performance.now();
    const { ok, output, counts } = await take().catch(failure);
    const seconds = `${((performance.now() - begin) / 1000).toFixed(1)} s`;
    sum.passed += counts?.passed ?? 0;
    // What fails without a test to blame counts as one.
    sum.failed += ok ? 0 : Math.max(1, counts?.failed ?? 0);
    const ran = counts ? `, ${counts.passed} tests passed` : "";
    if (ok) {
      print(`✓ ${name} (${seconds}${ran})`);
      told(output).forEach(print);
      continue;
    }
    print(`${output.trimEnd()}\n✗ ${name} (${seconds}${ran})`);
    const left = steps.slice(index + 1).map((step) => step.name);
    if (left.length > 0) print(`Not done: ${left.join(", ")}`);
    return { ...sum, ok: false };
  }
  return sum;
}

function failure(error: unknown): Taken {
  return { ok: false, output: error instanceof Error ? error.message : String(error) };
}
