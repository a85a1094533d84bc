// `deno task bench`: starts its own PostgreSQL and servers on the loopback, measures, prints a table; `--json` a line a figure.
import { benchCrash } from "./bench/crash.ts";
import { type Figure, printTable } from "./bench/figure.ts";
import { benchImport } from "./bench/import.ts";
import { benchSubmit } from "./bench/submit.ts";
import { benchUsable } from "./bench/usable.ts";

const benches: Record<string, () => Promise<Figure[]>> = {
  crash: benchCrash,
  import: benchImport,
  submit: benchSubmit,
  usable: benchUsable,
};

const wanted = Deno.args.filter((word) => !word.startsWith("--"));
const unknown = wanted.find((name) => !(name in benches));
if (unknown) throw new Error(`No bench is called ${unknown}: ${Object.keys(benches).join(", ")}.`);

const figures: Figure[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) figures.push(...await bench());
}
const text = Deno.args.includes("--json")
  ? figures.map((figure) => JSON.stringify(figure)).join("\n")
  : printTable(figures);
await Deno.stdout.write(new TextEncoder().encode(`${text}\n`));
