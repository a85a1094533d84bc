import assert from "node:assert/strict";
import { bundleApp } from "./tools/bundle-app.ts";
import { allCome, chooseAndSend } from "./tools/reply.ts";
import { openStage, ourPage, type Stage } from "./tools/stage.ts";
import { arrive, closeChromium, openTab } from "./tools/visit.ts";

let stage: Stage;
Deno.test.beforeAll(async () => {
  stage = await openStage();
});
Deno.test.afterAll(async () => {
  await closeChromium();
  await stage[Symbol.asyncDispose]();
});

for (const name of ["react", "vue"]) {
  Deno.test(`in ${name} the form takes properties, tells its events, and survives being moved and removed`, async () => {
    const { token } = await stage.family(`Ana ${name}`);
    stage.put(`/${name}.js`, await bundleApp(name), { "content-type": "text/javascript" });
    const { script, wedding: { site } } = stage;
    const app = `<div id="app" data-site="${site.slug}"></div>
      <script type="module" src="/${name}.js"></script>`;
    await using page = await openTab();
    await page.goto(stage.put(`/${name}`, ourPage(script + app)) + `#${token}`);
    const press = (label: string) => page.getByRole("button", { name: label }).click();
    const told = page.locator("output");

    // The page's own phrase came as a property.
    await page.getByRole("button", { name: "Look me up" }).waitFor();
    await page.getByLabel("Your name").fill("An");
    const typed = await page.getByLabel("Your name").elementHandle();
    await press("Move it");
    assert.equal(await page.getByLabel("Your name").inputValue(), "An");
    assert.equal(await typed?.evaluate((input) => input.isConnected), true);
    await page.locator("p:text-is('How to get there') + wedding-rsvp").waitFor();

    await press("Take it away or back");
    await page.locator("wedding-rsvp").waitFor({ state: "detached" });
    await press("Take it away or back");
    await page.getByLabel("Your name").waitFor();
    assert.equal(await page.locator("wedding-rsvp").count(), 1);

    await press("Hand it over");
    await arrive(page, "Will you be there?");
    await allCome(page);
    await press("Move it");
    assert.equal(await page.getByLabel("Who will come with you?").inputValue(), "Jonas Berg");
    await chooseAndSend(page, `Ana ${name}`);

    assert.match(
      await told.innerText(),
      /^ready find, ready find, step coming, (?:step guests, )+step questions, step review, step thanks, submitted true true$/,
    );
  });
}
