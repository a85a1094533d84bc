import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { presets } from "../shared/theme.ts";
import type { SavedReply } from "../shared/reply.ts";
import { viewParty } from "../server/rsvp/read-party.ts";
import { aParty, type TestParty } from "../server/testing/fixtures.ts";
import { assertAccessible } from "./tools/axe.ts";
import {
  aPlainWedding,
  onPlainStage,
  type PlainStage,
  type PlainWedding,
  withoutScripts,
} from "./tools/plain-stage.ts";

const screenshots = new URL("screenshots/", import.meta.url).pathname;

function picture(name: string): string {
  return `${screenshots}plain-${name}.png`;
}

/** What both forms are answered with. Without scripts, `more` asks for what an answer has brought up. */
async function answerAll(page: Page, more: () => Promise<unknown>): Promise<void> {
  const next = () => page.getByRole("button", { name: "Continue" }).click();
  const heading = (name: string | RegExp) => page.getByRole("heading", { name }).waitFor();
  await page.getByRole("button", { name: "We’ll all be there" }).click();
  await page.getByLabel("Who will come with you?").fill("Jonas Berg");
  await next();

  await heading(/Ana Silva/);
  await page.getByRole("radio", { name: /Sea bass/ }).check();
  await page.getByRole("radio", { name: "Yes" }).check();
  await more();
  await page.getByRole("checkbox", { name: "Vegetarian" }).check();
  await page.getByRole("checkbox", { name: "Nuts", exact: true }).check();
  await page.getByRole("checkbox", { name: "Something else" }).check();
  await more();
  await page.getByRole("radiogroup", { name: /^Nuts/ }).getByRole("radio").first().check();
  await page.getByLabel("Which one?").fill("Kiwi");
  await page.getByRole("radiogroup", { name: /^(Something else|Kiwi)/ }).getByRole("radio").nth(2)
    .check();
  await page.getByLabel("Which song gets you dancing?").fill("Waterloo “live” <3 & more");
  await next();

  await heading(/Leo Silva/);
  await page.getByRole("radio", { name: /Children’s pasta/ }).check();
  await page.getByRole("radio", { name: "No, nothing" }).check();
  await next();

  await heading(/Jonas Berg/);
  await page.getByRole("radio", { name: /risotto/ }).check();
  await next();

  await heading("A few questions");
  await page.getByRole("radio", { name: "Yes" }).check();
  await more();
  await page.getByRole("radio", { name: "Two" }).check();
  await page.getByLabel(/A word to/).fill("See you soon!\nWe are so happy.");
  await next();

  await heading("Does this look right?");
  await page.getByRole("button", { name: "Send our reply" }).click();
  await heading("Thank you!");
}

/** What is saved, with guests by their place in the party. */
async function savedOf({ deps }: PlainStage, { site }: PlainWedding, { party, guests }: TestParty) {
  const { reply } = await viewParty(deps, site, party);
  const { submittedAt: _, changeNumber: __, ...said }: Partial<SavedReply> = reply ?? {};
  const places = new Map(guests.map(({ id }, index) => [id, `guest ${index}`]));
  return {
    ...said,
    guests: said.guests?.map((guest) => ({ ...guest, guestId: places.get(guest.guestId) })),
  };
}

Deno.test("without scripts a party answers from find to thanks, and the server holds what the element would send", () =>
  onPlainStage(async (stage) => {
    const wedding = await aPlainWedding(stage);
    const { site, party } = wedding;
    const { guests } = party;
    const same = await aParty(stage.deps, site, {
      name: "The same again",
      guests: guests.map(({ name, age, events }) => ({ ...(name ? { name } : {}), age, events })),
    });

    const page = await (await withoutScripts(stage)).newPage();
    await page.goto(`${stage.url}/r/${site.slug}?rsvp=${party.token}`);
    await page.getByRole("button", { name: "Find my invitation" }).click();
    await answerAll(page, () => page.getByRole("button", { name: "Continue" }).click());
    await page.screenshot({ path: picture("story"), fullPage: true });
    // Loading the page again sends nothing again.
    await page.reload();
    await page.getByRole("heading", { name: "Thank you!" }).waitFor();

    const scripted = await stage.browser.newPage({ locale: "en-GB" });
    await scripted.goto(`${stage.url}/r/${site.slug}?rsvp=${same.token}`);
    await answerAll(scripted, () => Promise.resolve());

    const [plain, element] = [
      await savedOf(stage, wedding, party),
      await savedOf(stage, wedding, same),
    ];
    assert.deepEqual(plain, element);
    assert.deepEqual(plain.guests?.[0]?.allergies, [
      { allergen: "nuts", severity: "life-threatening" },
      { allergen: "other", severity: "intolerance", note: "Kiwi" },
    ]);
    assert.deepEqual(plain.answers, {
      question_hotel: true,
      question_nights: "option_two",
    });
  }));

Deno.test("mistakes are said in the title, on top and in place, and the browser’s Back finds what was typed", () =>
  onPlainStage(async (stage) => {
    const { site } = await aPlainWedding(stage);
    const page = await (await withoutScripts(stage)).newPage();
    const go = (name: string) => page.getByRole("button", { name, exact: true }).click();

    await page.goto(`${stage.url}/r/${site.slug}`);
    await page.locator("#name").fill("Nobody at all");
    await go("Find my invitation");
    assert.match(await page.title(), /^We couldn’t find that name/);
    assert.equal(await page.locator("#name").inputValue(), "Nobody at all");
    await page.locator("#name").fill("ana silva");
    await go("Find my invitation");

    await go("We’ll all be there");
    await page.getByLabel("Who will come with you?").fill("Jonas Berg");
    await go("Continue");
    await go("Continue");
    assert.match(await page.title(), /^Please choose for Ana Silva\. · What would Ana/);
    const alert = page.getByRole("alert");
    await alert.getByRole("link", { name: "Please choose for Ana Silva." }).click();
    assert.match(page.url(), /#meal\..*-0$/);
    const group = page.getByRole("radiogroup", { name: "Main course" });
    assert.equal(await group.getAttribute("aria-invalid"), "true");
    await page.getByRole("radio", { name: /Sea bass/ }).check();
    await page.getByLabel("Which song gets you dancing?").fill("Waterloo");
    await go("Continue");
    await page.getByRole("heading", { name: /Leo Silva/ }).waitFor();

    await page.goBack();
    await page.getByRole("heading", { name: /Ana Silva/ }).waitFor();
    assert.ok(await page.getByRole("radio", { name: /Sea bass/ }).isChecked());
    assert.equal(await page.getByLabel("Which song gets you dancing?").inputValue(), "Waterloo");
    // Enter is the way on, wherever one types.
    await page.getByLabel("Which song gets you dancing?").press("Enter");
    await page.getByRole("heading", { name: /Leo Silva/ }).waitFor();
    await go("Back");
    assert.equal(await page.getByLabel("Which song gets you dancing?").inputValue(), "Waterloo");
  }));

/** Goes through the form by the names of its fields, whatever its language, and looks at each page. */
async function walk(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  const press = (go: string) =>
    page.locator(`button[name="go"][value="${go}"]:not(.unseen)`).click();
  const choose = (input: string) => page.locator(`input${input}`).check();
  await look("find");
  await page.locator("form[action$=find] button").click();
  await look("name-missing");
  await page.locator("#name").fill("Ana Silva");
  await page.locator("form[action$=find] button").click();
  await look("coming");
  await press("next");
  await look("coming-missing");
  await press("all");
  await page.locator('input[name^="name."]').fill("Jonas Berg");
  await press("next");
  await choose('[value="meal_bass"]');
  await choose('[name^="kitchen."][value="yes"]');
  await press("next");
  await choose('[value="nuts"]');
  await press("next");
  await press("next");
  await look("kitchen-missing");
  await choose('[name$=".nuts"][value="allergy"]');
  await press("next");
  await choose('[value="meal_pasta"]');
  await press("next");
  await choose('[value="meal_risotto"]');
  await press("next");
  await choose('[name="answer.question_hotel"][value="yes"]');
  await press("next");
  await look("questions");
  await choose('[value="option_one"]');
  await press("next");
  await look("review");
  await press("send");
  await page.locator(".events summary").first().click();
  await look("thanks");
  await page.locator('a[href$="show=change"]').click();
  await choose('[name^="coming."][value="no"] >> nth=0');
  while (await page.locator("input[name=key]").count() === 0) await press("next");
  await look("changes");
  await page.goto(page.url().replace("/reply", "?rsvp=broken"));
  await page.locator("summary").click();
  await look("link-broken");
}

for (
  const [lang, theme, scheme] of [
    ["en", { preset: "page" }, "light"],
    ["de", { preset: "botanical", accent: "#ffd84d" }, "dark"],
    ["ar", { preset: "deco" }, "light"],
  ] as const
) {
  Deno.test(`axe finds nothing on any page without scripts in ${lang}, and at 320 px nothing is cut off`, () =>
    onPlainStage(async (stage) => {
      const { site } = await aPlainWedding(stage, { languages: [lang], notSure: true }, theme);
      const viewport = { width: 320, height: 640 };
      const page = await (await withoutScripts(stage, { viewport, colorScheme: scheme })).newPage();
      // The same page once more, in a browser where axe can run.
      const twin = await stage.browser.newPage({ viewport, colorScheme: scheme });
      await page.goto(`${stage.url}/r/${site.slug}/plain`);

      await walk(page, async (name) => {
        await twin.setContent(await page.content());
        await assertAccessible(twin, `${name} in ${lang}`);
        assert.equal(await twin.evaluate(() => document.documentElement.scrollWidth), 320, name);
        await twin.addStyleTag({ content: "html { font-size: 200% !important; }" });
        assert.equal(await twin.evaluate(() => document.documentElement.scrollWidth), 320, name);
        if (lang === "en") await page.screenshot({ path: picture(name), fullPage: true });
      });
      assert.equal(await page.locator("html").getAttribute("dir"), lang === "ar" ? "rtl" : "ltr");
    }));
}

Deno.test("every look can be read, by day and by night", () =>
  onPlainStage(async (stage) => {
    const viewport = { width: 768, height: 900 };
    const page = await stage.browser.newPage({ viewport });
    for (const preset of presets) {
      // A yellow that nobody could read on white.
      const { site } = await aPlainWedding(stage, {}, { preset, accent: "#ffe680" });
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(`${stage.url}/r/${site.slug}/plain`);
        await assertAccessible(page, `${preset}, ${colorScheme}`);
        await page.screenshot({ path: picture(`${preset}-${colorScheme}`) });
      }
    }
  }));
