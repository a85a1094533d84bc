import type { Page } from "playwright-core";
import type { WeddingRsvp } from "../../../widget/wedding-rsvp-element.ts";

export const themes = ["page", "classic", "modern", "botanical", "deco", "midnight"];

/** axe's findings in every theme, as it now is light or dark; themes are worn before the next drawing. */
export async function findings(page: Page, { contrast = true } = {}): Promise<string[]> {
  return await page.evaluate(async ({ themes, contrast }) => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const form = document.querySelector<WeddingRsvp>("wedding-rsvp");
    if (!form) throw new Error("There is no form.");
    const found: string[] = [];
    for (const theme of themes) {
      form.theme = theme;
      await form.updateComplete;
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      const { violations } = await axe.run(document, {
        resultTypes: ["violations"],
        rules: { "color-contrast": { enabled: contrast } },
      });
      found.push(
        ...violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) =>
            `${theme}: ${id}: ${html.slice(0, 160)} ${failureSummary}`
          )
        ),
      );
    }
    return found;
  }, { themes, contrast });
}
