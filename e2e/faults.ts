// `deno task test:faults`: real processes, real signals. `--seed 7` repeats a run, `--only killed-postgres` (several with
// commas) runs one, `--short` is the gate's part, `--embedded` leaves out what needs a PostgreSQL. Prints the seed and a
// table of what was counted.
import { parseArgs } from "node:util";
import { diskFull } from "./faults/disk.ts";
import { killedEmbedded, killedPostgres } from "./faults/killed.ts";
import { postgresAway } from "./faults/postgres-away.ts";
import { badReceiversFault } from "./faults/receivers.ts";
import { restored } from "./faults/restore.ts";
import { moved } from "./faults/restore-move.ts";
import { type Fault, type Result, runFault } from "./faults/round.ts";
import { resultTable } from "./faults/table.ts";
import { takenOver } from "./faults/taken-over.ts";

// Lanes run side by side, the faults of one lane one after the other.
const lanes: Fault[][] = [
  [killedEmbedded],
  [killedPostgres, postgresAway, takenOver],
  [moved, restored],
  [badReceiversFault, diskFull],
];

const { values: asked } = parseArgs({
  args: Deno.args,
  options: {
    seed: { type: "string" },
    only: { type: "string" },
    short: { type: "boolean", default: false },
    embedded: { type: "boolean", default: false },
  },
});
const names = lanes.flat().map(({ name }) => name);
const usual = lanes.flat().filter(({ inGate, embedded }) =>
  (inGate || !asked.short) && (embedded || !asked.embedded)
);
const only = asked.only?.split(",") ?? usual.map(({ name }) => name);
const unknown = only.find((name) => !names.includes(name));
if (unknown !== undefined) throw new Error(`No fault is called ${unknown}: ${names.join(", ")}.`);
const seed = Number(asked.seed ?? crypto.getRandomValues(new Uint32Array(1))[0]);
if (!Number.isSafeInteger(seed)) throw new Error(`A seed is a whole number, not ${asked.seed}.`);

const print = (line: string) => void Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.addSignalListener(signal, () => stopping.abort());
}

print(`The seed is ${seed}.`);
const results: Result[] = [];
await Promise.all(lanes.map(async (lane) => {
  for (const fault of lane.filter(({ name }) => only.includes(name))) {
    if (stopping.signal.aborted) break;
    const { short } = asked;
    const result = await runFault(fault, { seed, short, print, stop: stopping.signal });
    results.push(result);
    print(
      `${result.failure === undefined ? "✓" : "✗"} ${result.name} (${result.seconds.toFixed(1)} s)`,
    );
  }
}));
results.sort((one, other) => names.indexOf(one.name) - names.indexOf(other.name));
print(`\n${resultTable(results)}`);
if (results.some(({ failure }) => failure !== undefined)) {
  print(`To repeat it: deno task test:faults --seed ${seed}${asked.short ? " --short" : ""}`);
}
Deno.exit(results.some(({ failure }) => failure !== undefined) || stopping.signal.aborted ? 1 : 0);
