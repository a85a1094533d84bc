// `deno task test:requests`: a hundred thousand requests made from the OpenAPI document, to a server of its own. `--seed 7`
// repeats a run, `--count 5000` is a shorter one. Prints what was answered how often, and every answer that was wrong.
import { parseArgs } from "node:util";
import { startRequests } from "./requests/start-requests.ts";

const { values: asked } = parseArgs({
  args: Deno.args,
  options: {
    seed: { type: "string" },
    count: { type: "string", default: "100000" },
  },
});
const seed = Number(asked.seed ?? crypto.getRandomValues(new Uint16Array(1))[0]);
const count = Number(asked.count);
if (![seed, count].every(Number.isSafeInteger)) {
  throw new Error("Seed and count are whole numbers.");
}

const print = (line: string) => void Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.addSignalListener(signal, () => stopping.abort());
}

print(`The seed is ${seed}.`);
const began = performance.now();
const { sent, statuses, reached, operations, faults } = await startRequests({
  seed,
  count,
  stop: stopping.signal,
});
const seconds = (performance.now() - began) / 1000;
for (const { what, request, answer } of faults) print(`✗ ${what}\n  ${request}\n  ${answer}`);
const told = [...statuses].sort().map(([status, times]) => `${status}: ${times}`).join(", ");
print(`${sent} requests in ${seconds.toFixed(0)} s (${told})`);
const never = operations.filter((one) => !reached.has(one));
print(
  `${operations.length - never.length} of ${operations.length} operations succeeded at least once`,
);
if (never.length > 0) print(`Never: ${never.join(", ")}`);
print(faults.length > 0 ? `${faults.length} wrong answers` : "No answer was wrong.");
Deno.exit(faults.length > 0 || stopping.signal.aborted ? 1 : 0);
