// `deno task screenshots`: every step in every preset, on a phone, a tablet and a desktop, light and dark, for people to look at.
import type { Page } from "playwright-core";
import { openStage, ourPage } from "./pages/tools/stage.ts";
import { walkThroughStates } from "./pages/tools/states.ts";
import { launchChromium } from "./tools/chromium.ts";
import { freePorts } from "./tools/free-ports.ts";
import { startServerProcess } from "./tools/server-process.ts";
import { walkThroughForm } from "./tools/walk-through-form.ts";

const folder = new URL("screenshots/presets/", import.meta.url).pathname;
const presets = ["page", "classic", "modern", "botanical", "deco", "midnight"];
const widths = [360, 768, 1280];

const data = await Deno.makeTempDir();
const server = await startServerProcess(data, freePorts());
const browser = await launchChromium();
const context = await browser.newContext({ locale: "en-GB", reducedMotion: "reduce" });
// To the browser, a page that the script makes up comes from afar, and may not ask this machine.
await context.grantPermissions(["local-network-access"]);
const page = await context.newPage();
await page.route(`${server.page}/ours`, (route) =>
  route.fulfill({
    contentType: "text/html",
    body: `<!doctype html>
<html lang="en">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ours</title>
<link rel="icon" href="data:,">
<style>
  :root { color-scheme: light dark; }
  body { margin: 0 auto; max-width: 44rem; padding: 1.5rem 1rem; font-family: Georgia, serif; }
</style>
<script type="module" src="${server.server}/wedding-rsvp.js"></script>
<wedding-rsvp site="emma-and-james"></wedding-rsvp>`,
  }));
await page.goto(`${server.page}/ours`);
await walkThroughForm(page, (step) => pictures(page, step));

// What is beside the straight way: links, changes, what is missing, closed.
const stage = await openStage();
const style =
  "<style>:root { color-scheme: light dark } body { font-family: Georgia, serif }</style>";
const aside = stage.put("/aside", ourPage(stage.script + stage.element, { head: style }));
await walkThroughStates(stage, page, aside, (state) => pictures(page, `beside-${state}`));
await browser.close();
await stage[Symbol.asyncDispose]();
await server.kill();
await Deno.remove(data, { recursive: true });
await Deno.stdout.write(new TextEncoder().encode(`The pictures are in ${folder}\n`));

async function pictures(page: Page, step: string): Promise<void> {
  for (const preset of presets) {
    await page.locator("wedding-rsvp").evaluate(
      (form, theme) => form.setAttribute("theme", theme),
      preset,
    );
    for (const width of widths) await picture(page, `${preset}-${width}-${step}`, width, "light");
    await picture(page, `${preset}-360-${step}-dark`, 360, "dark");
  }
}

async function picture(page: Page, name: string, width: number, colorScheme: "light" | "dark") {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme });
  // The form measures the page's colours again in the next frame.
  await page.evaluate(() =>
    new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))
  );
  await page.screenshot({ path: `${folder}${name}.png`, fullPage: true });
}
