import assert from "node:assert/strict";
import axe from "axe-core";
import type { Page } from "playwright-core";

/** Holds what the page shows now to axe's rules (WCAG 2.2 AA and best practice); names every finding. */
export async function assertAccessible(page: Page, where: string): Promise<void> {
  // Evaluated by the browser's debugger, so the page's Content-Security-Policy stays as it is.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const results = await axe.run(document, { resultTypes: ["violations"] });
    return results.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(({ html }) => html.slice(0, 200)),
    }));
  });
  assert.deepEqual(violations, [], `axe finds something at ${where}`);
}
