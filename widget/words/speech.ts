import type { SiteForm } from "../../shared/site.ts";
import { baseOf, chooseTag, type Language, loadFirst, loadLanguage } from "./languages.ts";
import { loadAgain } from "./load-again.ts";
import { wishesOf } from "./wishes.ts";
import type { FirstWords, Words } from "./words.ts";

/** A language as far as it has been loaded: the first step's words, or all of them. */
export interface Speech extends Language<FirstWords> {
  all?: Words;
}

/** Learns the guest's language, and the couple's own phrases in it, before they are needed. */
export function createSpeech(onLearned: () => void) {
  let spoken: Speech | undefined;
  let tag = "";
  let phrases: SiteForm["phrases"] | undefined;
  let knowsForm = false;
  let whole = false;
  let lesson = 0;
  let completing: Promise<boolean> | undefined;

  /** Whether all that is wanted has been learned. */
  async function learn(): Promise<boolean> {
    const mine = ++lesson;
    const own = phrases;
    const all = whole ? await loadLanguage([tag]).catch(() => undefined) : undefined;
    const language = all ?? await loadFirst([tag]);
    const rewrite = own && await loadAgain(() => import("./own-phrases.ts"), 3);
    if (mine !== lesson) return true;
    const said = <Said extends FirstWords>(words: Said) =>
      rewrite ? rewrite.withPhrases(words, language.formats, own) : words;
    spoken = { ...language, words: said(language.words), ...(all && { all: said(all.words) }) };
    onLearned();
    return !whole || Boolean(all);
  }

  return {
    /** What to say now; nothing while words would change under the guest's eyes. */
    heard(written: readonly string[], form?: SiteForm): Speech | undefined {
      const asked = navigator.languages;
      const next = chooseTag(wishesOf(written, asked, form?.languages), asked);
      const own = writesIn(form, next) ? form?.phrases : undefined;
      if (next !== tag || own !== phrases) {
        if (form && !knowsForm) spoken = undefined;
        tag = next;
        phrases = own;
        learn();
      }
      knowsForm = Boolean(form);
      return spoken;
    },
    /** Learns what is said after the first step; false when the line stays away. */
    complete(): Promise<boolean> {
      whole = true;
      return completing ??= learn().then((learned) => {
        if (!learned) completing = undefined;
        return learned;
      });
    },
  };
}

/** Whether the couple has phrases of its own in this language. */
function writesIn(form: SiteForm | undefined, tag: string): boolean {
  return Object.keys(form?.phrases ?? {}).some((one) => baseOf(one) === baseOf(tag));
}
