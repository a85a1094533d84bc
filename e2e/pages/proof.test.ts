import assert from "node:assert/strict";
import type { Page, Request } from "playwright-core";
import { words as later } from "../../widget/words/en-later.ts";
import { assertAccessible } from "../tools/axe.ts";
import { openStage, ourPage, type Stage } from "./tools/stage.ts";
import { arrive, closeChromium, findInvitation, openTab } from "./tools/visit.ts";

const { noteText, problems, proving, sendNote } = later;

let stage: Stage;
Deno.test.beforeAll(async () => {
  stage = await openStage({ oneAddress: true });
  await stage.family("Ana Silva");
});
Deno.test.afterAll(async () => {
  await closeChromium();
  await stage[Symbol.asyncDispose]();
});

/** Somebody behind the same address guesses until the server has become suspicious of all who sit there. */
async function tire(path: "find" | "notes", body: object): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const answer = await fetch(`${stage.server}/v1/sites/${stage.wedding.site.slug}/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    await answer.body?.cancel();
    if (answer.status === 428) return;
  }
  throw new Error("The server never became suspicious.");
}

/** The couple's page under the strictest policy, and what it asked of the server to find somebody. */
async function open(page: Page) {
  const { server, script, element } = stage;
  const policy = `default-src 'none'; script-src ${server}; connect-src ${server}`;
  const body = ourPage(`${script}<main><h1>Emma &amp; James</h1>${element}</main>`).replace(
    /<link rel="icon"[^>]*>/,
    "",
  );
  const finds: Request[] = [];
  const files: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (request.method() === "POST" && pathname.endsWith("/find")) finds.push(request);
    if (pathname.includes("/proof-")) files.push(pathname);
  });
  // Browsers write every refusal of a server into the console; what a policy refuses must still be told.
  page.removeAllListeners("console");
  const refused: string[] = [];
  page.on("console", (message) => {
    if (message.text().startsWith("refused ")) refused.push(message.text());
  });
  await page.goto(stage.put("/strict", body, { "content-security-policy": policy }));
  return { finds, files, refused };
}

Deno.test("a suspicious server gets its proof, under the strictest policy, and the guest the invitation", async () => {
  await tire("find", { name: "Nobody Atall" });
  await using page = await openTab();
  const { finds, files, refused } = await open(page);
  await page.getByLabel("Your name").waitFor();
  assert.deepEqual(files, []);

  await findInvitation(page, "Ana Silva");

  assert.deepEqual(finds.map((request) => Boolean(request.headers()["proof"])), [false, true]);
  assert.equal(files.length, 1);
  assert.deepEqual(refused, []);
});

Deno.test("a guest who has to wait is told why, can be heard by a screen reader, and nothing else asks for anything", async () => {
  await tire("find", { name: "Nobody Atall" });
  await using page = await openTab();
  await open(page);
  let goOn = () => {};
  const seen = new Promise<void>((resolve) => goOn = resolve);
  await page.route("**/find", async (route) => {
    if (route.request().headers()["proof"]) await seen;
    await route.continue();
  });

  await page.getByLabel("Your name").fill("Ana Silva");
  await page.getByRole("button", { name: "Find my invitation" }).click();
  await page.getByRole("button", { name: proving }).waitFor();
  await page.getByRole("status").filter({ hasText: proving }).waitFor();
  await assertAccessible(page, "proving");
  assert.equal(await page.getByRole("textbox").count(), 1);
  await page.screenshot({
    path: new URL("../screenshots/proving.png", import.meta.url).pathname,
    fullPage: true,
  });
  goOn();

  await arrive(page, "Will you be there?");
  assert.equal(await page.getByText(proving).count(), 0);
});

Deno.test("a browser without cryptography of its own proves it all the same", async () => {
  await tire("find", { name: "Nobody Atall" });
  await using page = await openTab();
  await page.addInitScript(() => Object.defineProperty(crypto, "subtle", { value: undefined }));
  const { finds } = await open(page);

  await findInvitation(page, "Ana Silva");

  assert.equal(finds.length, 2);
});

Deno.test("where nothing can be proven, the words stay and the couple can be written to", async () => {
  await tire("find", { name: "Nobody Atall" });
  await using page = await openTab();
  await page.route("**/proof-*.js", (route) => route.abort());
  await open(page);

  await page.getByLabel("Your name").fill("Ana Silva");
  await page.getByRole("button", { name: "Find my invitation" }).click();
  await page.getByText(String(problems["proof-needed"])).waitFor();
  assert.equal(await page.getByLabel("Your name").inputValue(), "Ana Silva");
  await assertAccessible(page, "not proven");
  await page.getByRole("button", { name: /^Ask / }).click();
  await page.getByLabel(noteText).fill("The form does not find us.");
  await page.getByRole("button", { name: sendNote }).click();

  await page.locator("[part=note-sent]").waitFor();
});

Deno.test("a note that needs a proof is sent with one", async () => {
  await tire("notes", { name: "Eve", text: "Pills" });
  await using page = await openTab();
  await open(page);

  await page.getByLabel("Your name").fill("Nobody Atall");
  await page.getByRole("button", { name: "Find my invitation" }).click();
  await page.getByRole("button", { name: /^Ask / }).click();
  await page.getByLabel(noteText).fill("The form does not find us.");
  await page.getByRole("button", { name: sendNote }).click();

  await page.locator("[part=note-sent]").waitFor();
});

Deno.test("what only a script fills in is met by nobody who tabs through, sees or hears the form", async () => {
  await using page = await openTab();
  await open(page);
  const name = page.getByLabel("Your name");
  await name.focus();

  await page.keyboard.press("Tab");

  const focused = await page.evaluate(() =>
    document.querySelector("wedding-rsvp")?.shadowRoot?.activeElement?.tagName
  );
  assert.equal(focused, "BUTTON");
  const pointed = await page.locator("wedding-rsvp input[name=subject]").evaluate((trap) => {
    const { x, y, width, height } = trap.getBoundingClientRect();
    const root = trap.getRootNode();
    return root instanceof ShadowRoot &&
      root.elementFromPoint(x + width / 2, y + height / 2) === trap;
  });
  assert.equal(pointed, false);
  const tree = await page.locator("wedding-rsvp").ariaSnapshot();
  assert.equal(tree.match(/textbox/g)?.length, 1);
});
