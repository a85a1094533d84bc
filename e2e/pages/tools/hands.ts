import { until } from "../../../server/testing/until.ts";
import type { Engine } from "../../tools/engine.ts";

/** What a guest does in any engine: looks, points and types. */
export interface Hands {
  /** Waits until these words can be seen. */
  see(words: string): Promise<void>;
  /** Points at the first button or answer that begins with these words and presses it. */
  press(words: string): Promise<void>;
  /** Fills in the first field whose label begins so. */
  type(label: string, text: string): Promise<void>;
}

interface Point {
  x: number;
  y: number;
}

// Runs in the page. Words are looked for in shadow trees too; a point only counts when nothing lies over it.
const looking = `(() => {
  const all = (root) => [...root.querySelectorAll("*")].flatMap((one) =>
    one.shadowRoot ? [one, ...all(one.shadowRoot)] : [one]);
  const seen = (one) => one.checkVisibility({ visibilityProperty: true });
  const said = (one) => (one.innerText ?? "").trim();
  const topAt = (x, y, root = document) => {
    const top = root.elementFromPoint(x, y);
    return top?.shadowRoot && top.shadowRoot !== root ? topAt(x, y, top.shadowRoot) : top;
  };
  return {
    text: () => all(document).filter((one) =>
      /^(H2|H3|P|BUTTON|LABEL)$/.test(one.tagName) && seen(one)).map(said).join(" | "),
    words: (words) => all(document).some((one) =>
      /^(H2|H3|P|BUTTON)$/.test(one.tagName) && seen(one) && said(one).includes(words)),
    point: (words, tags) => {
      const found = all(document).find((one) =>
        tags.includes(one.tagName) && seen(one) && said(one).startsWith(words));
      const target = found?.control?.matches("[type=text], textarea") ? found.control : found;
      target?.scrollIntoView({ block: "center", behavior: "instant" });
      const { x, y, width, height } = target?.getBoundingClientRect() ?? {};
      if (!width) return null;
      const at = { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
      const top = topAt(at.x, at.y);
      return top && (target.contains(top) || top === found.control) ? at : null;
    },
  };
})()`;

export function handsOn(engine: Engine): Hands {
  async function come<Fact>(what: string, ask: () => Promise<Fact | false | null>): Promise<Fact> {
    try {
      return await until(`${what} in ${engine.name}`, ask);
    } catch (error) {
      const shown = await engine.evaluate(`${looking}.text()`);
      throw new Error(`${error instanceof Error ? error.message : error} It shows: ${shown}`);
    }
  }

  async function point(words: string, tags: string[]): Promise<void> {
    const asked = `${looking}.point(${JSON.stringify(words)}, ${JSON.stringify(tags)})`;
    const at = await come(
      `"${words}" can be pressed`,
      async () => await engine.evaluate(asked) as Point | null,
    );
    await engine.act([{
      type: "pointer",
      id: "finger",
      actions: [
        { type: "pointerMove", ...at },
        { type: "pointerDown", button: 0 },
        { type: "pointerUp", button: 0 },
      ],
    }]);
  }

  return {
    async see(words) {
      await come(
        `"${words}" is shown`,
        async () => await engine.evaluate(`${looking}.words(${JSON.stringify(words)})`) as boolean,
      );
    },
    press: (words) => point(words, ["BUTTON", "LABEL"]),
    async type(label, text) {
      await point(label, ["LABEL"]);
      await engine.act([{
        type: "key",
        id: "keyboard",
        actions: [...text].flatMap((value) => [
          { type: "keyDown" as const, value },
          { type: "keyUp" as const, value },
        ]),
      }]);
    },
  };
}
