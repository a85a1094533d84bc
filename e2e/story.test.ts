import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { assertAccessible } from "./tools/axe.ts";
import { launchChromium } from "./tools/chromium.ts";
import { freePorts } from "./tools/free-ports.ts";
import { startServerProcess } from "./tools/server-process.ts";
import { desktop, onStage, openPage as open, phone } from "./tools/stage.ts";

const screenshots = new URL("screenshots/", import.meta.url).pathname;

/** Looks at the step: a picture for people, axe for the rest. */
async function look(page: Page, name: string): Promise<void> {
  await assertAccessible(page, name);
  await page.screenshot({ path: `${screenshots}story-${name}.png`, fullPage: true });
}

async function next(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("heading", { name: heading, level: 2 }).waitFor();
}

async function findParty(page: Page, name: string): Promise<void> {
  await page.getByLabel("Your name").fill(name);
  await page.getByRole("button", { name: "Find my invitation" }).click();
  await page.getByRole("heading", { name: "Will you be there?" }).waitFor();
}

/** Answers for Ana, Leo and their guest, as the issue tells it, up to the review. */
async function answerForAll(page: Page, size: string): Promise<void> {
  await findParty(page, "ana silva");
  await look(page, `${size}-2-coming`);
  await page.getByRole("button", { name: "We’ll all be there" }).click();
  await page.getByLabel("Who will come with you?").fill("Jonas Berg");
  await look(page, `${size}-3-all`);

  await next(page, /Ana Silva/);
  await page.getByRole("radio", { name: /Sea bass/ }).check();
  await page.getByRole("radio", { name: "No, nothing" }).check();
  await look(page, `${size}-4-meal`);

  await next(page, /Leo Silva/);
  await page.getByRole("radio", { name: /Children’s pasta/ }).check();
  await page.getByRole("radio", { name: "Yes" }).first().check();
  await page.getByRole("checkbox", { name: "Nuts", exact: true }).check();
  await page.getByRole("radio", { name: "Life-threatening" }).check();
  await look(page, `${size}-5-kitchen`);

  await next(page, /Jonas Berg/);
  await page.getByRole("radio", { name: /Slow-roast lamb/ }).check();
  await page.getByRole("radio", { name: "No, nothing" }).check();

  await next(page, "A few questions");
  await page.getByLabel("Which song gets you dancing?").fill("Dancing Queen");
  await look(page, `${size}-6-questions`);
  await next(page, "Does this look right?");
  await look(page, `${size}-7-review`);
}

Deno.test("a guest answers for the party, another tab counts along, and the caterer gets it signed", () =>
  onStage(async (stage) => {
    const { server } = stage;
    const guest = await open(stage, phone);
    const friend = await open(stage, desktop);
    await friend.goto(server.page);
    await friend.getByLabel("Your name").waitFor();
    await look(friend, "desktop-1-find");

    await guest.goto(server.page);
    await guest.getByLabel("Your name").waitFor();
    await look(guest, "phone-1-find");
    await answerForAll(guest, "phone");
    await guest.getByRole("button", { name: "Send our reply" }).click();
    await guest.getByRole("heading", { name: "Thank you!" }).waitFor();
    // The other tab moves by itself.
    await friend.getByText("3 guests will be there").waitFor();
    await look(guest, "phone-8-thanks");
    await guest.getByText(/nuts \(life-threatening\)/).waitFor();

    const kitchen = await open(stage, desktop);
    await kitchen.goto(server.caterer);
    const dinner = kitchen.locator("article", { hasText: "Dinner" });
    await dinner.getByText("Sea bass").waitFor();
    await kitchen.getByText("✓ signature verified").first().waitFor();
    assert.match(await dinner.innerText(), /^Dinner\s+3\s+attending/);
    assert.match(await dinner.innerText(), /nuts \(life-threatening\)\s*1/);
    await look(kitchen, "desktop-9-caterer");

    // Coming back another day, from the start: what was saved is there, and can be changed.
    const later = await open(stage, phone);
    await later.goto(server.page);
    await later.getByLabel("Your name").fill("Silva, Ana");
    await later.getByRole("button", { name: "Find my invitation" }).click();
    await later.getByRole("heading", { name: "Your reply" }).waitFor();
    await look(later, "phone-9-saved");
    await later.getByRole("button", { name: "Change our reply" }).click();
    await later.getByRole("heading", { name: "Will you be there?" }).waitFor();
    const jonas = later.getByRole("group", { name: "Jonas Berg" });
    await jonas.getByRole("radio", { name: "Can’t come" }).nth(0).check();
    await jonas.getByRole("radio", { name: "Can’t come" }).nth(1).check();
    // Two guests who eat fit on one page.
    await next(later, "What would you like to eat?");
    await next(later, "A few questions");
    assert.equal(
      await later.getByLabel("Which song gets you dancing?").inputValue(),
      "Dancing Queen",
    );
    await next(later, "Does this look right?");
    await later.getByRole("button", { name: "Send our reply" }).click();
    await later.getByRole("heading", { name: "Thank you!" }).waitFor();
    await friend.getByText("2 guests will be there").waitFor();
    // The first phone hears that its reply was changed on another one.
    await guest.getByText("Your reply was changed on another device just now").first().waitFor();
    await dinner.getByText("Slow-roast lamb").waitFor();
    await kitchen.locator("article", { hasText: "Dinner" }).getByText("2", { exact: true }).first()
      .waitFor();
    for (const page of [guest, friend, kitchen, later]) await page.close();
  }));

Deno.test("a personal link opens the invitation and does not stay in the address bar", () =>
  onStage(async (stage) => {
    const page = await open(stage, desktop);

    await page.goto(stage.server.personalLink);
    await page.getByRole("heading", { name: "Will you be there?" }).waitFor();

    assert.equal(page.url(), `${stage.server.page}/`);
    await look(page, "desktop-2-coming");
    await page.close();
  }));

Deno.test("a name that is not on the list ends in a message that reaches the couple", () =>
  onStage(async (stage) => {
    const page = await open(stage, phone);
    // The browser itself reports the 404 in its console, which is what a 404 is for.
    page.removeAllListeners("console");
    await page.goto(stage.server.page);
    await page.getByLabel("Your name").fill("Nobody Atall");
    await page.getByRole("button", { name: "Find my invitation" }).click();
    await page.getByText("We couldn’t find that name").first().waitFor();
    await look(page, "phone-not-found");

    await page.getByRole("button", { name: "Ask Emma & James" }).click();
    await page.getByLabel("What would you like to tell them?").fill("Did we get lost in the post?");
    await look(page, "phone-note");
    await page.getByRole("button", { name: "Send my message" }).click();

    await page.getByText("will read this and get back to you").first().waitFor();
    await page.close();
  }));

Deno.test("a reply that was pressed while the server was away arrives once it is back", async () => {
  const folder = await Deno.makeTempDir();
  const ports = freePorts();
  const first = await startServerProcess(folder, ports);
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: phone, locale: "en-GB", reducedMotion: "reduce" });
  await page.goto(first.page);
  await answerForAll(page, "away");

  await first.kill();
  await page.getByRole("button", { name: "Send our reply" }).click();
  await page.getByText("We will send this as soon as you are back online").first().waitFor();
  await look(page, "phone-waiting");
  const second = await startServerProcess(folder, ports);

  await page.getByRole("heading", { name: "Thank you!" }).waitFor();
  await browser.close();
  await second.kill();
  await Deno.remove(folder, { recursive: true });
});
