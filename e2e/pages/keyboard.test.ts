import assert from "node:assert/strict";
import { headcountOf } from "../../server/testing/fixtures-replies.ts";
import { keyboardOf } from "./tools/keys.ts";
import { openStage, ourPage, type Stage } from "./tools/stage.ts";
import { closeChromium, openTab } from "./tools/visit.ts";

let stage: Stage;
Deno.test.beforeAll(async () => {
  stage = await openStage();
});
Deno.test.afterAll(async () => {
  await closeChromium();
  await stage[Symbol.asyncDispose]();
});

Deno.test("with a keyboard alone a guest replies from start to end, sees where the focus is, and changes the reply", async () => {
  await stage.family("Ana Silva");
  await using page = await openTab();
  const { focused, tabTo, press, type, push, land } = keyboardOf(page);
  const body =
    `<a href="#story">Our story</a>${stage.script}${stage.element}<a href="#gifts">Gifts</a>`;
  await page.goto(stage.put("/ours", ourPage(body)));
  await page.getByLabel("Your name").waitFor();

  await tabTo("Your name");
  await type("ana silva");
  await press("Enter");
  await land("Will you be there?");

  await push("Answer for each of us", "Space");
  // What the press opened has the focus.
  assert.equal((await focused()).name, "Ana Silva");
  await tabTo("Will be there", "Ceremony");
  await press("Space");
  await tabTo("Will be there", "Dinner");
  await press("Space", "ArrowRight", "ArrowLeft");
  await tabTo("Will be there", "Ceremony");
  await press("Space");
  await tabTo("Will be there", "Dinner");
  await press("Space");
  await tabTo("Who will come with you?");
  await type("Jonas Berg");
  await tabTo("Will be there", "Ceremony");
  await press("Space");
  await tabTo("Will be there", "Dinner");
  await press("Space");
  // Back and forth again: nothing traps the focus.
  await press("Shift+Tab", "Shift+Tab");
  assert.equal((await focused()).name, "Who will come with you?");
  await push("Continue");

  await land("What would Ana Silva like to eat?");
  await tabTo("Sea bass");
  await press("Space");
  await tabTo("No, nothing");
  await press("Space");
  await push("Continue");

  await land("What would Leo Silva like to eat?");
  await tabTo("Sea bass");
  await press("ArrowDown");
  assert.equal((await focused()).name, "Pasta");
  await tabTo("No, nothing");
  await press("ArrowRight");
  await tabTo("Nuts");
  await press("Space");
  await tabTo("Life-threatening");
  await press("Space");
  await push("Continue");

  await land("What would Jonas Berg like to eat?");
  await tabTo("Sea bass");
  await press("ArrowDown");
  await tabTo("No, nothing");
  await press("Space");
  await push("Continue");

  await land("A few questions");
  await tabTo("Which song gets you dancing?");
  await type("Dancing Queen");
  await push("Continue");

  await land("Does this look right?");
  await push("Send our reply");
  await land("Thank you!");
  const { site, dinner } = stage.wedding;
  assert.equal((await headcountOf(stage.deps, site, dinner)).attending, 3);

  await push("Change our reply", "Space");
  await land("Will you be there?");
  await push("Sadly, we can’t", "Space");
  await land("Anything you’d like to tell us?");
  await push("Continue");
  await land("Does this look right?");
  await push("Send our reply");
  await land("Thank you!");
  assert.equal((await headcountOf(stage.deps, site, dinner)).attending, 0);
  // And out of the form again, to the rest of the page.
  await tabTo("Gifts");
});
