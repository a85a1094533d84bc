import assert from "node:assert/strict";
import type { Page } from "playwright-core";

/** What has the focus, as somebody without a mouse sees it. */
export interface Focused {
  tag: string;
  type: string;
  /** Words of the control: its label's, or its own. */
  name: string;
  /** Legends and headings that it stands under, from the outermost. */
  under: string[];
  left: number;
  top: number;
  bottom: number;
  /** Wholly in the window, and nothing lies over it. */
  inSight: boolean;
  /** Drawn around it, so that eyes find it. */
  outlined: boolean;
}

/** Somebody who has a keyboard and nothing else. */
export function keyboardOf(page: Page) {
  async function focused(): Promise<Focused> {
    return await page.evaluate(async () => {
      // The browser scrolls to what has the focus before it draws next.
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      let root: DocumentOrShadowRoot = document;
      while (root.activeElement?.shadowRoot) root = root.activeElement.shadowRoot;
      const one = root.activeElement;
      if (!(one instanceof HTMLElement)) throw new Error("Nothing has the focus.");
      const { left, top, right, bottom } = one.getBoundingClientRect();
      const over = root.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const label = one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement
        ? one.labels?.[0]
        : undefined;
      const under: string[] = [];
      for (let at: Element | null = one; at; at = at.parentElement) {
        const title = at.matches("fieldset") ? at.querySelector("legend") : at.querySelector("h3");
        if (at.matches("fieldset, [role=group]") && title) under.unshift(title.textContent.trim());
      }
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return {
        tag: one.tagName,
        type: one.getAttribute("type") ?? "",
        name: (label ?? one).innerText.trim(),
        under,
        left,
        top: top + scrollY,
        bottom: bottom + scrollY,
        inSight: top > -1 && left > -1 && bottom < innerHeight + 1 && right < innerWidth + 1 &&
          Boolean(over && (one.contains(over) || over.contains(one))),
        outlined: outlineStyle !== "none" && parseFloat(outlineWidth) >= 1,
      };
    });
  }

  /** Moves on until the focus is at what is called so; every stop on the way must be seen, and lie further on. */
  async function tabTo(name: string, ...under: string[]): Promise<Focused> {
    let before: Focused | undefined;
    for (let stops = 0; stops < 60; stops++) {
      await page.keyboard.press("Tab");
      const now = await focused();
      const where = `${now.tag} ${now.under.join(" › ")} › ${now.name}`;
      assert.ok(now.inSight, `${where} has the focus and is out of sight`);
      assert.ok(now.outlined, `${where} has the focus and does not show it`);
      if (before) {
        const further = now.top >= before.bottom - 1 || now.left > before.left;
        assert.ok(further, `${where} comes after ${before.name} and stands before it`);
      }
      before = now;
      const fits = under.every((title, at) => now.under.at(at - under.length)?.startsWith(title));
      if (now.name.startsWith(name) && fits) return now;
    }
    throw new Error(`The focus never came to ${name}.`);
  }

  return {
    focused,
    tabTo,
    press: (...keys: string[]) =>
      keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve()),
    type: (text: string) => page.keyboard.type(text),
    /** Goes to a button and presses it. */
    async push(name: string, key: "Enter" | "Space" = "Enter") {
      await tabTo(name);
      await page.keyboard.press(key);
    },
    /** Waits until a step has come up and its heading has the focus. */
    async land(heading: string) {
      await page.getByRole("heading", { name: heading, level: 2 }).waitFor();
      const { tag, name } = await focused();
      assert.deepEqual([tag, name], ["H2", heading]);
    },
  };
}
