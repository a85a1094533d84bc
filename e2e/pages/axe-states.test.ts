import assert from "node:assert/strict";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { tell } from "../tools/tell.ts";
import { findings, themes } from "./tools/findings.ts";
import { openStage, ourPage, type Stage } from "./tools/stage.ts";
import { walkThroughStates } from "./tools/states.ts";
import { unusable } from "./tools/unusable.ts";
import { closeChromium, openTab } from "./tools/visit.ts";

let stage: Stage;
Deno.test.beforeAll(async () => {
  stage = await openStage();
});
Deno.test.afterAll(async () => {
  await closeChromium();
  await stage[Symbol.asyncDispose]();
});

/** axe, too, has to be brought again to each page that is opened. */
async function findingsNow(page: Page): Promise<string[]> {
  if (!await page.evaluate(() => "axe" in globalThis)) await page.evaluate(axe.source);
  return await findings(page);
}

const pageStyle = `
  :root { color-scheme: light dark }
  body { margin: 0; padding: 16px; background: Canvas; color: CanvasText }`;
// Nobody can read what this couple has chosen: each colour nearly is its background.
const clashing = `
  wedding-rsvp {
    --wedding-rsvp-paper: #ffe9f0; --wedding-rsvp-ink: #f7a8c0; --wedding-rsvp-accent: #ffd23f;
    --wedding-rsvp-on-accent: #ffffff; --wedding-rsvp-quiet: #ffc9d9; --wedding-rsvp-trouble: #ff8fa3;
  }`;

for (const [colours, style] of [["the page’s", pageStyle], ["clashing", pageStyle + clashing]]) {
  Deno.test(`axe finds nothing beside the straight way either, in ${colours} colours`, async () => {
    await using page = await openTab();
    // Being offline, and a name of a wedding that there is not, are complained of.
    page.removeAllListeners("console");
    const body = `<main><h1>Emma &amp; James</h1>${stage.script}${stage.element}</main>`;
    const head = `<style>${style}</style>`;
    const address = stage.put(`/${encodeURIComponent(colours ?? "")}`, ourPage(body, { head }));
    let looked = 0;

    await walkThroughStates(stage, page, address, async (state) => {
      for (const colorScheme of ["dark", "light"] as const) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await findingsNow(page), [], `${state}, ${colorScheme}`);
        looked += themes.length;
      }
      await page.setViewportSize({ width: 320, height: 800 });
      assert.deepEqual(await unusable(page), [], state);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, state);
      await page.setViewportSize({ width: 390, height: 844 });
    });
    tell(`axe looked at ${looked} more pictures, in ${colours} colours, and found nothing`);
  });
}
