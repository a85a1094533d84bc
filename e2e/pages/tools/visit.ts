import assert from "node:assert/strict";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { launchChromium, patienceMs } from "../../tools/chromium.ts";

let launched: Promise<Browser> | undefined;

/** The Chromium that all tests of a file share; whoever uses it says so with `closeChromium`. */
export function sharedChromium(): Promise<Browser> {
  return launched ??= launchChromium();
}

export async function closeChromium(): Promise<void> {
  await (await launched)?.close();
  launched = undefined;
}

/** A tab that fails the test, when it is closed, if anything complained in it. */
export async function openTab(
  options: BrowserContextOptions = {},
): Promise<Page & AsyncDisposable> {
  const browser = await sharedChromium();
  const context = await browser.newContext({
    locale: "en-GB",
    reducedMotion: "reduce",
    viewport: { width: 390, height: 844 },
    ...options,
  });
  context.setDefaultTimeout(patienceMs);
  await context.addInitScript(() => {
    document.addEventListener(
      "securitypolicyviolation",
      ({ violatedDirective, blockedURI, sample }) => {
        reportError(new Error(`refused ${violatedDirective}: ${blockedURI} ${sample}`));
      },
    );
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  return Object.assign(page, {
    async [Symbol.asyncDispose]() {
      await context.close();
      assert.deepEqual(complaints, []);
    },
  });
}

/** Where a form is looked for. */
export type Place = Page | Locator | ReturnType<Page["frameLocator"]>;

/** Opens an invitation as a guest does, which takes the script, the server and every later step's file. */
export async function findInvitation(place: Place, name: string): Promise<void> {
  await place.getByLabel("Your name").first().fill(name);
  await place.getByRole("button", { name: "Find my invitation" }).click();
  await arrive(place, "Will you be there?");
}

export async function arrive(place: Place, heading: string | RegExp): Promise<void> {
  await place.getByRole("heading", { name: heading, level: 2 }).waitFor();
}

export async function next(place: Place, heading: string | RegExp): Promise<void> {
  await place.getByRole("button", { name: "Continue" }).click();
  await arrive(place, heading);
}
