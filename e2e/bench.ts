// `deno task bench`: starts its own PostgreSQL and servers on the loopback, measures, prints a table; `--json` a line a figure.
import { benchCrash } from "./bench/crash.ts";
import { type Figure, printTable } from "./bench/figure.ts";
import { benchForm } from "./bench/form.ts";
import { benchGrowth } from "./bench/growth.ts";
import { benchImport } from "./bench/import.ts";
import { benchLiveLatency } from "./bench/live-latency.ts";
import { benchLive } from "./bench/live.ts";
import { benchStart } from "./bench/start.ts";
import { benchStatements } from "./bench/statements.ts";
import { benchSubmitEmbedded } from "./bench/submit-embedded.ts";
import { benchSubmitLatency } from "./bench/submit-latency.ts";
import { benchSubmitOneSite } from "./bench/submit-one-site.ts";
import { benchSubmit } from "./bench/submit.ts";
import { benchUsable } from "./bench/usable.ts";
import { benchWebhookFairness } from "./bench/webhook-fairness.ts";
import { benchWebhookLatency } from "./bench/webhook-latency.ts";
import { benchWebhookRate } from "./bench/webhook-rate.ts";

type Bench = () => Promise<Figure[]>;

const benches: Record<string, Bench> = {
  submit: benchSubmit,
  "submit-one-site": benchSubmitOneSite,
  "submit-latency": benchSubmitLatency,
  "submit-embedded": benchSubmitEmbedded,
  statements: benchStatements,
  form: benchForm,
  // One set of streams for both.
  "live-fanout": benchLive,
  "live-memory": benchLive,
  "live-latency": benchLiveLatency,
  "webhook-latency": benchWebhookLatency,
  "webhook-rate": benchWebhookRate,
  "webhook-fairness": benchWebhookFairness,
  growth: benchGrowth,
  start: benchStart,
  import: benchImport,
  usable: benchUsable,
};
/** Too long to run with the others: only by name. */
const onlyByName: Record<string, Bench> = { crash: benchCrash };

const wanted = Deno.args.filter((word) => !word.startsWith("--"));
const known = { ...benches, ...onlyByName };
const unknown = wanted.find((name) => !(name in known));
if (unknown) throw new Error(`No bench is called ${unknown}: ${Object.keys(known).join(", ")}.`);

const chosen = Object.entries(wanted.length ? known : benches)
  .filter(([name]) => wanted.length === 0 || wanted.includes(name));
const tell = (line: string) => void Deno.stderr.writeSync(new TextEncoder().encode(`${line}\n`));
const figures: Figure[] = [];
let failed = false;
for (const bench of new Set(chosen.map(([, bench]) => bench))) {
  const names = chosen.filter(([, other]) => other === bench).map(([name]) => name).join(", ");
  const began = performance.now();
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
  try {
    figures.push(...await bench());
    tell(`✓ ${names} (${seconds()} s)`);
  } catch (error) {
    // What the others measured is not lost.
    failed = true;
    tell(`✗ ${names} (${seconds()} s): ${error instanceof Error ? error.stack : error}`);
  }
}

const text = Deno.args.includes("--json")
  ? figures.map((figure) => JSON.stringify(figure)).join("\n")
  : printTable(figures);
await Deno.stdout.write(new TextEncoder().encode(`${text}\n`));
if (failed) Deno.exit(1);
