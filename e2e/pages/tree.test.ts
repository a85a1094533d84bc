import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { openStage, ourPage, type Stage } from "./tools/stage.ts";
import { arrive, closeChromium, findInvitation, next, openTab } from "./tools/visit.ts";

let stage: Stage;
Deno.test.beforeAll(async () => {
  stage = await openStage();
});
Deno.test.afterAll(async () => {
  await closeChromium();
  await stage[Symbol.asyncDispose]();
});

/** What the tree must say; `deno test -A e2e/pages/tree.test.ts -- --write` writes down what it says now. */
const stored = new URL("tree.txt", import.meta.url);

/** Names, roles and states as a screen reader meets them; a label's text beside its control is left out. */
async function treeOf(page: Page): Promise<string> {
  const lines = (await page.locator("wedding-rsvp").ariaSnapshot()).split("\n");
  return lines.filter((line) => !/^\s*- text: |^\s*- \/url: /.test(line)).join("\n");
}

Deno.test("a screen reader meets every step with its names, roles and states", async () => {
  await stage.family("Ana Silva");
  await using page = await openTab();
  const steps: string[] = [];
  const look = async (step: string) => steps.push(`## ${step}\n${await treeOf(page)}\n`);
  await page.goto(stage.put("/ours", ourPage(stage.script + stage.element)));
  const press = (name: string) => page.getByRole("button", { name }).click();
  const choose = (name: string, at = 0) => page.getByRole("radio", { name }).nth(at).check();

  await page.getByLabel("Your name").waitFor();
  await look("find");
  await press("Find my invitation");
  await page.getByText("Please tell us the name.").waitFor();
  await look("find, with nothing typed");
  await findInvitation(page, "ana silva");
  await look("coming");
  await press("Answer for each of us");
  await choose("Will be there");
  await press("Continue");
  await page.getByText("Will Ana Silva be there for Dinner?").waitFor();
  await look("coming, with some of it answered");
  await press("We’ll all be there");
  await page.getByLabel("Who will come with you?").fill("Jonas Berg");
  await next(page, /Ana Silva/);
  await choose("Sea bass");
  await choose("Yes");
  await page.getByRole("checkbox", { name: "Nuts", exact: true }).check();
  await press("Continue");
  await page.getByText("Please tell the kitchen how serious it is.").waitFor();
  await look("guests, with an allergy that needs a word more");
  await choose("Life-threatening");
  await next(page, /Leo Silva/);
  await choose("Pasta");
  await choose("No, nothing");
  await next(page, /Jonas Berg/);
  await choose("Roast");
  await choose("No, nothing");
  await next(page, "A few questions");
  await page.getByLabel("Which song gets you dancing?").fill("Dancing Queen");
  await look("questions");
  await next(page, "Does this look right?");
  await look("review");
  await press("Send our reply");
  await arrive(page, "Thank you!");
  await look("thanks");

  const said = steps.join("\n");
  if (Deno.args.includes("--write")) await Deno.writeTextFile(stored, said);
  assert.equal(said, await Deno.readTextFile(stored));
});

/** Collects what the form's live region says, in order. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.locator("wedding-rsvp [role=status]").evaluate((region) => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    new MutationObserver(() => {
      const text = region.textContent?.trim() ?? "";
      if (text && text !== said.at(-1)) said.push(text);
    }).observe(region, { childList: true, characterData: true, subtree: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
}

Deno.test("what happens is said aloud, politely and in order: looking, sending, waiting, and what was kept", async () => {
  await stage.family("Maria Rossi");
  await using page = await openTab();
  page.removeAllListeners("console");
  const address = stage.put("/ours", ourPage(stage.script + stage.element));
  await page.goto(address);
  await page.getByLabel("Your name").waitFor();
  const status = page.getByRole("status");
  assert.equal(await status.getAttribute("aria-live") ?? "polite", "polite");
  const said = await listen(page);

  await findInvitation(page, "Maria Rossi");
  await page.getByRole("button", { name: "Sadly, we can’t" }).click();
  await arrive(page, "Anything you’d like to tell us?");
  await next(page, "Does this look right?");
  await page.route("**/party/reply", (route) => route.abort("internetdisconnected"));
  await page.getByRole("button", { name: "Send our reply" }).click();
  await status.getByText("We will send this as soon as you are back online.").waitFor();
  await page.unroute("**/party/reply");
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await arrive(page, "Thank you!");

  assert.deepEqual(await said(), [
    "Looking …",
    "Sending …",
    "We will send this as soon as you are back online. You can leave this page open.",
  ]);
  // The thanks take the focus, so they are read without being announced twice.
  assert.equal(await status.textContent(), "");
  assert.equal(
    await page.evaluate(() =>
      document.activeElement?.shadowRoot?.activeElement?.textContent?.trim()
    ),
    "Thank you!",
  );
});

Deno.test("a message to the couple is said to be on its way, and to have arrived", async () => {
  await using page = await openTab();
  page.removeAllListeners("console");
  await page.goto(stage.put("/ours", ourPage(stage.script + stage.element)));
  await page.getByLabel("Your name").fill("Nobody Atall");
  await page.getByRole("button", { name: "Find my invitation" }).click();
  await page.getByRole("button", { name: "Ask Emma & James" }).click();
  await page.getByLabel("What would you like to tell them?").fill("Did we get lost in the post?");
  const said = await listen(page);

  await page.getByRole("button", { name: "Send my message" }).click();
  await page.getByRole("status").getByText("will read this and get back to you").waitFor();

  assert.deepEqual(await said(), [
    "Sending …",
    "Thank you. Emma & James will read this and get back to you.",
  ]);
});
