import assert from "node:assert/strict";
import { embedCode } from "../../server/sites/embed-code.ts";
import { replyForFamily } from "./tools/reply.ts";
import { openStage, ourPage, type Stage } from "./tools/stage.ts";
import { arrive, closeChromium, findInvitation, openTab } from "./tools/visit.ts";

let stage: Stage;
Deno.test.beforeAll(async () => {
  stage = await openStage();
});
Deno.test.afterAll(async () => {
  await closeChromium();
  await stage[Symbol.asyncDispose]();
});

Deno.test("from the name to the thanks nobody but the server is asked, and no cookie is set", async () => {
  await stage.family("Ana Silva");
  await using page = await openTab();
  const asked = new Set<string>();
  page.on("request", (request) => asked.add(new URL(request.url()).origin));
  const { snippet } = embedCode(stage.wedding.site, stage.server);
  await page.goto(stage.put("/ours", ourPage(snippet)));

  await findInvitation(page, "Ana Silva");
  await replyForFamily(page, "Ana Silva");

  assert.deepEqual([...asked].toSorted(), [stage.origin, stage.server].toSorted());
  assert.deepEqual(await page.context().cookies(), []);
});

for (const [part, where] of [["fragment", "#rsvp="], ["query", "?rsvp="]]) {
  Deno.test(`a page with the frame hands it the personal link of its ${part}, and does not keep it`, async () => {
    const { token } = await stage.family("Ana Silva");
    const { iframe } = embedCode(stage.wedding.site, stage.server);
    await using page = await openTab();
    const address = stage.put("/framed", ourPage(iframe));
    const form = page.frameLocator("iframe");

    await page.goto(`${address}${where}${token}`);
    await arrive(form, "Will you be there?");
    await form.getByText("The Silvas").waitFor();

    assert.equal(page.url(), address);
    assert.equal(await page.evaluate(() => history.length), 2);
    // Who says that it is somebody else's stays with that.
    await form.getByRole("button", { name: "This isn’t my invitation" }).click();
    await arrive(form, "Will you join us?");
    await page.setViewportSize({ width: 600, height: 800 });
    assert.equal(await form.getByLabel("Your name").isVisible(), true);
  });
}

Deno.test("a link that is opened while the frame is there opens its invitation", async () => {
  const { token } = await stage.family("Ana Silva");
  const { iframe } = embedCode(stage.wedding.site, stage.server);
  await using page = await openTab();
  const address = stage.put("/framed-later", ourPage(iframe));
  const form = page.frameLocator("iframe");
  await page.goto(address);
  await form.getByLabel("Your name").waitFor();

  await page.evaluate((hash) => location.hash = hash, `rsvp=${token}`);

  await arrive(form, "Will you be there?");
  assert.equal(new URL(page.url()).hash, "");
});

Deno.test("what is pasted is a link wherever the script does not run, and no link where it does", async () => {
  const { element, div, script, page: hosted } = embedCode(stage.wedding.site, stage.server);
  for (const [path, tag] of [["/tag", element], ["/div-tag", div]] as const) {
    const address = stage.put(path, ourPage(script + tag));
    await using page = await openTab();
    const link = page.getByRole("link", { name: "Reply to the invitation of Emma & James" });

    await page.goto(address);
    await page.getByLabel("Your name").waitFor();
    assert.equal(await link.isVisible(), false);

    // The browser itself reports what it was kept from.
    page.removeAllListeners("console");
    await page.route("**/wedding-rsvp.js", (route) => route.abort("blockedbyclient"));
    await page.reload();
    await link.click();
    await page.waitForURL(hosted);
  }
});
