import { endCommands } from "./tools/command.ts";
import { findChromium } from "./tools/chromium.ts";
import { findFirefox } from "./tools/firefox.ts";
import { gatherTests } from "./tools/gather-tests.ts";
import { startPostgres } from "./tools/postgres.ts";
import { command, type Step, takeSteps, tests } from "./tools/steps.ts";
import { findWebkit } from "./tools/webkit.ts";

const inCi = Deno.env.get("CI") === "true";
const givenDatabase = Deno.env.get("TEST_DATABASE_URL");
// The first run of the server's tests is on PGlite.
Deno.env.delete("TEST_DATABASE_URL");
if (!Deno.stdout.isTerminal()) Deno.env.set("NO_COLOR", "1");

const deno = Deno.execPath();
const facts = ["boundaries", "files", "tasks"].map((name) => `e2e/${name}.test.ts`);
const budget = "e2e/bundle.test.ts";
let stopPostgres = () => Promise.resolve();
let warning = "";

const steps: Step[] = [
  command("format", 2, deno, "fmt", "--check"),
  command("lint", 2, deno, "lint"),
  command("types", 5, deno, "check"),
  tests("boundaries, files, tasks", 2, ...facts),
  command("build", 3, deno, "task", "build"),
  tests("bundle budget", 2, budget),
  { name: "a Chromium", take: lookForChromium },
  { name: "tests on PGlite", take: () => testGathered("server", "shared", "widget") },
  { name: "a PostgreSQL", take: lookForPostgres },
  { name: "server's tests on PostgreSQL", take: testOnPostgres },
  { name: "faults, a short round", take: testFaults },
  { name: "a Firefox and a WebKit", take: lookForEngines },
  { name: "browser tests", take: testTheWhole },
  ...inCi ? [command("nothing generated is stale", 1, "git", "diff", "--exit-code")] : [],
];

async function lookForChromium() {
  const path = await findChromium();
  Deno.env.set("CHROMIUM_PATH", path);
  return { ok: true, output: `» ${path}` };
}

/** Installed in CI, where they are missed; elsewhere what is not there is left out. */
async function lookForEngines() {
  const firefox = await findFirefox({ install: inCi });
  const webkit = await findWebkit({ install: inCi });
  const found = [firefox ?? "no Firefox", webkit?.browser ?? "no WebKit with its driver"];
  return { ok: !inCi || Boolean(firefox && webkit), output: `» ${found.join(", ")}` };
}

async function lookForPostgres() {
  try {
    const server = givenDatabase ? undefined : await startPostgres();
    stopPostgres = server?.stop ?? stopPostgres;
    Deno.env.set("TEST_DATABASE_URL", givenDatabase ?? server?.url ?? "");
    return { ok: true, output: server ? "» a server of our own" : "» TEST_DATABASE_URL" };
  } catch (error) {
    if (inCi) throw error;
    warning = withoutPostgres(error instanceof Error ? error.message : String(error));
    return { ok: true, output: "» none" };
  }
}

async function testGathered(...folders: string[]) {
  // More than there are processors to take them: the last one is waited for alone.
  await using gathered = await gatherTests(folders, 6);
  return await tests("", 15, "--parallel", "--config", "deno.json", ...gathered.paths).take();
}

async function testOnPostgres() {
  if (warning) return { ok: true, output: "» left out" };
  const taken = await testGathered("server");
  Deno.env.delete("TEST_DATABASE_URL");
  await stopPostgres();
  return taken;
}

function testFaults() {
  const without = warning ? ["--embedded"] : [];
  const words = ["run", "-A", "--no-check", "e2e/faults.ts", "--short", ...without];
  return command("", 3, deno, ...words).take();
}

function testTheWhole() {
  // A test with a browser waits for it half of the time.
  Deno.env.set("DENO_JOBS", String(navigator.hardwareConcurrency + 1));
  const apart = [...facts, budget, ...warning ? ["e2e/**/*postgres*.test.ts"] : []];
  return tests("", 20, "--parallel", "e2e", `--ignore=${apart.join(",")}`).take();
}

function withoutPostgres(reason: string): string {
  const line = "!".repeat(78);
  return [
    line,
    "!!  Nothing was tested on a real PostgreSQL: only on PGlite.",
    ...reason.split("\n").map((said) => `!!  ${said}`),
    line,
  ].join("\n");
}

function print(text: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${text}\n`));
}

async function interrupted(): Promise<void> {
  await Promise.all([endCommands(), stopPostgres()]);
  print("Interrupted.");
  Deno.exit(130);
}

Deno.addSignalListener("SIGINT", interrupted);
if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", interrupted);

const { ok, passed, failed } = await takeSteps(steps, print);
await stopPostgres();
if (warning) print(warning);
print(`${passed} passed, ${failed} failed`);
Deno.exit(ok ? 0 : 1);
