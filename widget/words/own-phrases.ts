import { phraseBlanks } from "../../shared/phrases.ts";
import type { SiteForm } from "../../shared/site.ts";
import type { Formats } from "./formats.ts";
import { baseOf } from "./languages.ts";
import { isolating } from "./isolate.ts";

/** The couple's phrases in this language, whatever region they were written for. */
function phrasesIn(phrases: SiteForm["phrases"], tag: string): Record<string, string> {
  const tags = Object.keys(phrases);
  const found = tags.find((one) => one === tag) ?? tags.find((one) => one === baseOf(tag)) ??
    tags.find((one) => baseOf(one) === baseOf(tag));
  return found ? phrases[found] ?? {} : {};
}

/** What a phrase is said with: one value after another, or a trouble's facts by name. */
type Told = readonly unknown[];

/** The same words with the couple's own phrases over them; counts and blanks as the language writes them. */
export function withPhrases<Said extends object>(
  words: Said,
  formats: Formats,
  phrases: SiteForm["phrases"],
): Said {
  const own = phrasesIn(phrases, formats.lang);
  const plurals = new Intl.PluralRules(formats.lang);
  return isolating(rewritten(words, ""), formats.lang);

  function rewritten<Part extends object>(part: Part, group: string): Part {
    return new Proxy(part, {
      get(target, key) {
        const name = group + String(key);
        const phrase: unknown = Reflect.get(target, key);
        if (typeof phrase === "object" && phrase) return rewritten(phrase, `${name}.`);
        if (!phraseBlanks[name]?.length) return textOf(name) ?? phrase;
        return (...told: Told) => {
          const text = textFor(name, told);
          if (text !== undefined) return fill(text, valuesOf(name, told));
          return typeof phrase === "function" ? phrase(...told) : phrase;
        };
      },
    });
  }

  function textOf(name: string): string | undefined {
    return Object.hasOwn(own, name) ? own[name] : undefined;
  }

  function textFor(name: string, told: Told): string | undefined {
    const count = told.find((value) => typeof value === "number");
    const form = count === undefined ? undefined : textOf(`${name}.${plurals.select(count)}`);
    return form ?? textOf(name);
  }

  function fill(text: string, values: Map<string, unknown>): string {
    return text.replace(/\{(\w+)\}/g, (blank, name) => {
      const value = values.get(name) ?? blank;
      return typeof value === "number" ? formats.number(value) : String(value);
    });
  }
}

function valuesOf(name: string, told: Told): Map<string, unknown> {
  const [about] = told;
  if (about instanceof Object) return new Map(Object.entries(about));
  return new Map((phraseBlanks[name] ?? []).map((blank, at) => [blank, told[at]]));
}
