import assert from "node:assert/strict";
import axe from "axe-core";
import type { Page } from "playwright-core";
import type { WeddingRsvp } from "../../widget/wedding-rsvp-element.ts";
import { tell } from "../tools/tell.ts";
import { findings, themes } from "./tools/findings.ts";
import { openStage, ourPage, type Stage } from "./tools/stage.ts";
import { unusable } from "./tools/unusable.ts";
import { arrive, closeChromium, findInvitation, next, openTab } from "./tools/visit.ts";

let stage: Stage;
Deno.test.beforeAll(async () => {
  stage = await openStage();
});
Deno.test.afterAll(async () => {
  await closeChromium();
  await stage[Symbol.asyncDispose]();
});

const directions = { en: "ltr", ar: "rtl" };

/** Answers for a family and stops at every step; at some of them with something wrong. */
async function walk(
  page: Page,
  name: string,
  look: (step: string) => Promise<void>,
): Promise<void> {
  const press = (name: string) => page.getByRole("button", { name }).click();
  const choose = (name: string, at = 0) => page.getByRole("radio", { name }).nth(at).check();
  await page.getByLabel("Your name").waitFor();
  await look("find");
  await press("Find my invitation");
  await press("Ask Emma & James");
  await look("find, asking the couple");
  await findInvitation(page, name);
  await press("Answer for each of us");
  await choose("Will be there");
  await press("Continue");
  await look("coming");
  await press("We’ll all be there");
  await page.getByLabel("Who will come with you?").fill("Jonas Berg");
  await next(page, new RegExp(name));
  await choose("Sea bass");
  await choose("Yes");
  await page.getByRole("checkbox", { name: "Nuts", exact: true }).check();
  await press("Continue");
  await look("guests");
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
}

/** Speaks another language, and waits until it does. */
async function speak(page: Page, lang: keyof typeof directions): Promise<void> {
  await page.locator("wedding-rsvp").evaluate((form: WeddingRsvp, lang) => {
    form.lang = lang;
  }, lang);
  await page.locator(`wedding-rsvp .paper[dir=${directions[lang]}]`).waitFor();
}

const body = () => `<main><h1>Emma &amp; James</h1>${stage.script}${stage.element}</main>`;

Deno.test("axe finds nothing at any step, in any look, light or dark, from left or from right", async () => {
  await stage.family("Ana Silva");
  await using page = await openTab();
  // axe takes a page without a background for white.
  const head = `<style>
    :root { color-scheme: light dark }
    body { background: Canvas; color: CanvasText }
  </style>`;
  await page.goto(stage.put("/ours", ourPage(body(), { head })));
  await page.evaluate(axe.source);
  let looked = 0;

  await walk(page, "Ana Silva", async (step) => {
    for (const lang of ["ar", "en"] as const) {
      await speak(page, lang);
      for (const colorScheme of ["dark", "light"] as const) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await findings(page), [], `${step}, ${lang}, ${colorScheme}`);
        looked += themes.length;
      }
    }
  });
  tell(`axe looked at ${looked} pictures of the form and found nothing`);
});

Deno.test("with twice the letters, on 320 pixels and with forced colours nothing is cut or hard to press", async () => {
  await stage.family("Maria Rossi");
  await using page = await openTab({
    viewport: { width: 320, height: 800 },
    forcedColors: "active",
  });
  const head = "<style>html { font-size: 200% }</style>";
  await page.goto(stage.put("/large", ourPage(body(), { head })));
  await page.evaluate(axe.source);

  await walk(page, "Maria Rossi", async (step) => {
    for (const lang of ["ar", "en"] as const) {
      await speak(page, lang);
      for (const theme of themes) {
        await page.locator("wedding-rsvp").evaluate(async (form: WeddingRsvp, theme) => {
          form.theme = theme;
          await form.updateComplete;
        }, theme);
        const where = `${step}, ${lang}, ${theme}`;
        assert.deepEqual(await unusable(page), [], where);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, where);
      }
    }
    // axe reads the colours that the form asked for, not those that are forced.
    const found = await findings(page, { contrast: false });
    assert.deepEqual(found, [], `${step}, forced colours`);
  });
});
