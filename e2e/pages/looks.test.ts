import assert from "node:assert/strict";
import type { Page } from "playwright-core";
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

/** Opens a page with this style sheet, and waits for the first step. */
async function show(page: Page, path: string, style: string): Promise<void> {
  const { script, element } = stage;
  await page.goto(stage.put(path, ourPage(script + element, { head: `<style>${style}</style>` })));
  await page.getByLabel("Your name").waitFor();
}

/** A computed property of something in the form. */
function styleOf(page: Page, where: string, property: string): Promise<string> {
  return page.locator(`wedding-rsvp ${where}`).first()
    .evaluate((one, name) => getComputedStyle(one).getPropertyValue(name), property);
}

Deno.test("white words on a dark picture stay white, whatever colour lies behind the picture", async () => {
  await using page = await openTab();

  await show(
    page,
    "/picture",
    `body { background: #fff linear-gradient(#123, #012); color: #fff }`,
  );

  assert.equal(await styleOf(page, "h2", "color"), "rgb(255, 255, 255)");
  assert.equal(await styleOf(page, ".primary", "background-color"), "rgb(255, 255, 255)");
  assert.equal(await styleOf(page, ".primary", "color"), "rgb(0, 0, 0)");
});

Deno.test("a translucent paper stays translucent, and is written on in white or black", async () => {
  await using page = await openTab();

  await show(page, "/glass", `wedding-rsvp { --wedding-rsvp-paper: rgba(0, 0, 0, 0.6) }`);

  assert.equal(await styleOf(page, ".paper", "background-color"), "rgba(0, 0, 0, 0.6)");
  assert.equal(await styleOf(page, "h2", "color"), "rgb(255, 255, 255)");
});

Deno.test("every colour can be wished for; what could not be read is moved until it can", async () => {
  await using page = await openTab();

  await show(
    page,
    "/wishes",
    `wedding-rsvp { --wedding-rsvp-accent: #004488; --wedding-rsvp-on-accent: #ffeedd;
      --wedding-rsvp-edge: #886644; --wedding-rsvp-quiet: #ffff00; --wedding-rsvp-trouble: #660066 }`,
  );
  await page.getByRole("button", { name: "Find my invitation" }).click();
  await page.getByText("Please tell us the name.").first().waitFor();

  assert.equal(await styleOf(page, ".primary", "background-color"), "rgb(0, 68, 136)");
  assert.equal(await styleOf(page, ".primary", "color"), "rgb(255, 238, 221)");
  assert.equal(await styleOf(page, ".trouble", "color"), "rgb(102, 0, 102)");
  assert.equal(await styleOf(page, ".paper", "--_edge"), "rgb(136,102,68)");
  const [red = 0, green = 0, blue = 0] =
    (await styleOf(page, ".hint", "color")).match(/\d+/g)?.map(Number) ?? [];
  assert.ok(red < 130 && green < 130 && blue < 10, "yellow on white is darkened");
});

for (const reducedMotion of ["reduce", "no-preference"] as const) {
  Deno.test(`steps fade in, but not where the guest wants no motion: ${reducedMotion}`, async () => {
    await using page = await openTab({ reducedMotion });

    await show(page, "/motion", "");

    const seconds = parseFloat(await styleOf(page, ".step", "animation-duration"));
    if (reducedMotion === "reduce") assert.ok(seconds <= 0.001, `${seconds} s`);
    else assert.ok(seconds >= 0.15 && seconds <= 0.2, `${seconds} s`);
  });
}
