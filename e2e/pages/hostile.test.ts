import assert from "node:assert/strict";
import { openStage, ourPage, type Stage } from "./tools/stage.ts";
import { unusable } from "./tools/unusable.ts";
import { closeChromium, findInvitation, openTab } from "./tools/visit.ts";

let stage: Stage;
Deno.test.beforeAll(async () => {
  stage = await openStage();
});
Deno.test.afterAll(async () => {
  await closeChromium();
  await stage[Symbol.asyncDispose]();
});

const styles = {
  unsetting: "* { all: unset } style { display: none }",
  measuring: "*, ::before, ::after { box-sizing: content-box; margin: 0; padding: 0 }",
  hiding: "button, input, textarea, label, fieldset, form, h2, p { display: none !important }",
  giant: "html { font-size: 20px } body { font-size: 2rem; line-height: 3 }",
  tiny: "html { font-size: 6px } body { font-size: 10px; line-height: 1 }",
  unbreaking: "body { white-space: nowrap; word-break: keep-all; hyphens: none }",
  shouting: "body { text-transform: uppercase; letter-spacing: 0.3em; word-spacing: 1em }",
  indenting: "body { text-align: right; text-indent: 60vw }",
  "in a row": "body { display: flex; align-items: center; justify-content: center }",
  "in a column": "wedding-rsvp { float: right; width: 18rem; position: relative }",
};

Deno.test("the form stays usable under a page's hostile styles", async () => {
  await stage.family("Hostile Styles");
  await stage.change({ deadline: { at: "2027-05-01T20:00:00Z", after: "late" } });
  await using page = await openTab({ viewport: { width: 320, height: 800 } });
  await page.goto(stage.put("/hostile", ourPage(`<style></style>${stage.script}${stage.element}`)));
  await page.getByLabel("Your name").waitFor();
  const look = async (step: string) => {
    for (const [name, style] of Object.entries(styles)) {
      await page.locator("style").evaluate((sheet, rules) => sheet.textContent = rules, style);
      assert.deepEqual(await unusable(page), [], `${name}, at ${step}`);
    }
  };

  await look("the first step");
  await findInvitation(page, "Hostile Styles");
  await page.getByRole("button", { name: "Answer for each of us" }).click();
  await page.getByRole("radio", { name: "Will be there" }).first().check();
  await look("who is coming");

  // Where the page hides what it has of its own, ours goes on.
  await page.locator("style").evaluate((sheet, rules) => sheet.textContent = rules, styles.hiding);
  await page.getByRole("button", { name: "We’ll all be there" }).click();
  await page.getByLabel("Who will come with you?").fill("Jonas Berg");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("heading", { name: "What would Hostile Styles like to eat?" }).waitFor();
});
