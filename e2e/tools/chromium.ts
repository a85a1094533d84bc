import { type Browser, chromium } from "playwright-core";
import { canInstall, installPackages } from "./apt.ts";
import { runCommand } from "./command.ts";
import { findProgram } from "./find-program.ts";

// Chromium's own traffic is switched off: a test talks to the loopback and to nothing else.
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];

const onPath = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** How long a test waits for what a page should show; only one that fails waits that long. */
export const patienceMs = 60_000;

/** A headless browser that leaves the machine's network alone. */
export async function launchChromium(): Promise<Browser> {
  return await chromium.launch({ executablePath: await findChromium(), args: flags });
}

/** A Chromium that runs: `CHROMIUM_PATH`, the system's, Playwright's own, or one installed now. */
export async function findChromium(): Promise<string> {
  const chosen = Deno.env.get("CHROMIUM_PATH");
  if (chosen) {
    if (await runs(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH is ${chosen}, and that does not run.`);
  }
  for (const install of [() => {}, installFromPlaywright, installFromDebian]) {
    await install();
    for (const place of await places()) if (await runs(place)) return place;
  }
  throw new Error("No Chromium found: install Chromium or Chrome, or set CHROMIUM_PATH to one.");
}

async function places(): Promise<string[]> {
  const found = await Promise.all(onPath.map((name) => findProgram(name)));
  return [...found.filter((path) => path !== undefined), ...elsewhere, chromium.executablePath()];
}

async function runs(program: string): Promise<boolean> {
  // On Windows `--version` opens a window instead of answering.
  if (Deno.build.os === "windows") return await Deno.stat(program).then(() => true, () => false);
  return (await runCommand([program, "--version"], { seconds: 20 })).ok;
}

async function installFromPlaywright(): Promise<void> {
  const install = "playwright-core install --no-shell chromium";
  await runCommand([Deno.execPath(), "task", "--eval", install], { seconds: 180 });
}

async function installFromDebian(): Promise<void> {
  if (await canInstall()) await installPackages("chromium", "fonts-dejavu", "fonts-liberation");
}

if (import.meta.main) Deno.stdout.writeSync(new TextEncoder().encode(`${await findChromium()}\n`));
