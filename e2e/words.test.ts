import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { manageDemo } from "./tools/manage-demo.ts";
import { onStage, openPage, type Stage } from "./tools/stage.ts";
import { walkThroughForm } from "./tools/walk-through-form.ts";

const heading = (page: Page) => page.locator("wedding-rsvp h2");

/** A page of the couple's in the language that it says, or in none, for a browser of this language. */
async function openIn(stage: Stage, { page: lang, browser }: { page?: string; browser: string }) {
  const { server } = stage;
  const context = await stage.browser.newContext({ locale: browser });
  // To the browser, a page that the test makes up comes from afar, and may not ask this machine.
  await context.grantPermissions(["local-network-access"]);
  const page = await context.newPage();
  const body = `<!doctype html><html${lang ? ` lang="${lang}"` : ""}><title>Ours</title>
    <link rel="icon" href="data:,">
    <script type="module" src="${server.server}/wedding-rsvp.js"></script>
    <wedding-rsvp site="emma-and-james"></wedding-rsvp>`;
  await page.route(
    `${server.page}/ours`,
    (route) => route.fulfill({ contentType: "text/html", body }),
  );
  await page.goto(`${server.page}/ours`);
  return page;
}

// One server and one browser for all: starting them takes longest.
Deno.test("the form in the guest's words", (t) =>
  onStage(async (stage) => {
    const couple = await manageDemo(stage.server);

    await t.step(
      "guests read the page's language, else their own if the couple offers it, else the couple's first",
      async () => {
        await couple.change({ languages: ["en", "es"] });

        for (
          const [languages, said] of [
            [{ browser: "es-MX" }, "¿Contamos con su presencia?"],
            [{ browser: "fr-FR" }, "Will you join us?"],
            [{ browser: "es-ES", page: "fr" }, "Serez-vous des nôtres\u202f?"],
            [{ browser: "es-ES", page: "no tag" }, "¿Contamos con su presencia?"],
          ] as const
        ) {
          const page = await openIn(stage, languages);
          await heading(page).waitFor();

          assert.equal(await heading(page).textContent(), said);
          await page.context().close();
        }

        // A guest whose language cannot be had reads English.
        await couple.change({ languages: ["en", "de"] });
        const german = await stage.browser.newPage({ locale: "de-DE" });
        await german.route(/\/de-/, (route) => route.abort());
        await german.goto(`${stage.server.server}/r/emma-and-james`);
        await german.getByRole("heading", { name: "Will you join us?" }).waitFor();
        await german.close();
      },
    );

    await t.step(
      "a file of words that breaks off is asked for again, and nobody ever reads undefined",
      async () => {
        const page = await openPage(stage);
        page.removeAllListeners("console");
        let broken = 0;
        await page.route(/en-later/, (route) => broken++ < 1 ? route.abort() : route.continue());
        await page.goto(stage.server.page);
        await page.getByLabel("Your name").fill("ana silva");
        await page.getByRole("button", { name: "Find my invitation" }).click();

        await page.getByRole("heading", { name: "Will you be there?" }).waitFor();

        assert.equal(broken, 2);
        const said = await page.locator("wedding-rsvp .paper").innerText();
        assert.doesNotMatch(said, /undefined|\[object/);
        await page.close();
      },
    );

    await t.step("every step fits a phone of 320 px in every language", async () => {
      await couple.change({ notSure: true });
      const page = await openPage(stage, { width: 320, height: 700 });
      // A name that is not on the list is a 404.
      page.removeAllListeners("console");
      await page.goto(`${stage.server.server}/r/emma-and-james`);

      await walkThroughForm(page, async (step) => {
        for (const lang of languages) {
          await speak(page, lang);
          assert.deepEqual(
            await page.locator("wedding-rsvp").evaluate(tooWide),
            [],
            `${lang} ${step}`,
          );
          if (!shown.includes(lang)) continue;
          await page.screenshot({
            path: `${screenshots}words-${lang}-${step}.png`,
            fullPage: true,
          });
        }
        await speak(page, "en");
      });
      await page.close();
    });

    await t.step(
      "a couple's own phrases are there from the first sight, as text and nothing else",
      async () => {
        await couple.change({
          phrases: { en: { findHeading: "Party with <b>us</b>?", replyBy: "By {date}, dear" } },
        });
        const page = await openPage(stage);
        let release = () => {};
        const held = new Promise<void>((resolve) => release = resolve);
        const asked = page.waitForRequest(/own-phrases/);
        await page.route(/own-phrases/, async (route) => {
          await held;
          await route.continue();
        });

        await page.goto(stage.server.page);
        await asked;
        await page.locator("wedding-rsvp .skeleton").waitFor({ state: "attached" });
        assert.equal(await heading(page).count(), 0);
        release();
        await heading(page).waitFor();

        assert.equal(await heading(page).textContent(), "Party with <b>us</b>?");
        await page.getByText(/^By .*2027, dear$/).waitFor();
        await page.close();
      },
    );
  }));

const languages = ["ar", "cy", "de", "es", "fr", "he", "hi", "it", "ja", "nl", "pl", "pt", "zh"];
/** For people to look at: the longest words, and right to left. */
const shown = ["de", "ar"];
const screenshots = new URL("screenshots/", import.meta.url).pathname;

async function speak(page: Page, lang: string): Promise<void> {
  await page.locator("wedding-rsvp").evaluate((form, tag) => form.setAttribute("lang", tag), lang);
  await page.locator(`wedding-rsvp .paper[lang|=${lang}]`).waitFor();
}

/** What is wider than its place: runs in the page. */
function tooWide(form: Element): string[] {
  const parts = [...form.shadowRoot?.querySelectorAll<HTMLElement>("*") ?? []];
  const page = document.documentElement;
  const wide = parts.filter((part) =>
    part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1 &&
    getComputedStyle(part).display !== "inline" && !part.matches(".hidden, input")
  );
  return [
    ...(page.scrollWidth > page.clientWidth ? [`the page: ${page.scrollWidth} px`] : []),
    ...wide.map((part) => `${part.tagName} ${part.className}: ${part.textContent?.trim()}`),
  ];
}
