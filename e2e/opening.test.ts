import assert from "node:assert/strict";
import { onStage, openPage, type Stage } from "./tools/stage.ts";

Deno.test("how the form opens", (test) =>
  onStage(async (stage) => {
    const steps = [changesLanguage, namesNoWedding, getsMangledLink, leavesForGood];
    for (const step of steps) await test.step(step.told, () => step(stage));
  }));

changesLanguage.told =
  "it follows a page that changes its language, also out of a foreign shadow root";
async function changesLanguage(stage: Stage) {
  const page = await openPage(stage);
  await page.goto(stage.server.page);
  await page.locator("wedding-rsvp[step=find]").waitFor();

  await page.evaluate(() => document.documentElement.lang = "de");
  await page.getByRole("heading", { name: "Feiert ihr mit uns?" }).waitFor();

  await page.evaluate(() => {
    document.documentElement.lang = "fr";
    const [form, foreign] = [document.querySelector("wedding-rsvp"), document.createElement("div")];
    document.body.append(foreign);
    if (form) foreign.attachShadow({ mode: "open" }).append(form);
  });
  await page.getByText("Votre nom").waitFor();
  assert.equal(await page.locator("wedding-rsvp .paper").getAttribute("lang"), "fr");
  await page.close();
}

namesNoWedding.told = "a tag that names no wedding says so, and tells the page";
async function namesNoWedding(stage: Stage) {
  const page = await openPage(stage);
  await page.goto(stage.server.page);
  await page.locator("wedding-rsvp[step=find]").waitFor();

  const told = await page.evaluate(() => {
    const form = document.createElement("wedding-rsvp");
    const code = new Promise((tell) =>
      form.addEventListener("rsvp-problem", (event) => tell(Reflect.get(event, "code")))
    );
    document.querySelector("wedding-rsvp")?.replaceWith(form);
    return code;
  });

  assert.equal(told, "site-not-found");
  await page.getByRole("status").getByText("There is no wedding called").waitFor();
  await page.close();
}

getsMangledLink.told = "a mangled personal link leads to the name, and is said to be not complete";
async function getsMangledLink({ browser, server }: Stage) {
  // A browser complains of what the server refuses: this page may have it.
  const page = await browser.newPage({ locale: "en-GB" });

  await page.goto(`${server.page}#rsvp=abc%zz`);

  await page.getByText("This link is not complete.").waitFor();
  await page.getByLabel("Your name").waitFor();
  await page.close();
}

leavesForGood.told =
  "who says that it is somebody else's invitation is not led back to it by a form that comes later";
async function leavesForGood(stage: Stage) {
  const page = await openPage(stage);
  await page.goto(stage.server.page);
  await page.getByLabel("Your name").fill("Ana Silva");
  const found = page.waitForResponse("**/find");
  await page.getByRole("button", { name: "Find my invitation" }).click();
  const { token } = await (await found).json();
  await page.goto("about:blank");
  await page.goto(`${stage.server.page}#rsvp=${token}`);

  await page.getByRole("button", { name: "This isn’t my invitation" }).click();
  await page.getByLabel("Your name").waitFor();
  await page.evaluate(() => {
    const form = document.querySelector("wedding-rsvp");
    form?.replaceWith(form.cloneNode());
  });

  await page.locator("wedding-rsvp[step=find]").waitFor();
  await page.getByLabel("Your name").waitFor();
  await page.close();
}
