import { directionOf } from "./direction.ts";

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const leftToRight = /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])\p{L}/u;

/**
 * A name of the other direction keeps its own inside a sentence, with whatever stands at its edges; ordinary text gets
 * no invisible characters.
 */
export function isolate(text: string, lang: string): string {
  const strange = directionOf(lang) === "rtl" ? leftToRight : rightToLeft;
  return strange.test(text) && !text.includes("\u2068") ? `\u2068${text}\u2069` : text;
}

/** The same phrases; whatever is put into them is isolated. */
export function isolating<Phrases extends object>(phrases: Phrases, lang: string): Phrases {
  const apart = (told: unknown): unknown =>
    typeof told === "string"
      ? isolate(told, lang)
      : told instanceof Object
      ? Object.fromEntries(Object.entries(told).map(([name, value]) => [name, apart(value)]))
      : told;
  return new Proxy(phrases, {
    get(target, name) {
      const phrase: unknown = Reflect.get(target, name);
      if (typeof phrase === "function") {
        return (...told: unknown[]) => phrase(...told.map(apart));
      }
      return phrase instanceof Object ? isolating(phrase, lang) : phrase;
    },
  });
}
