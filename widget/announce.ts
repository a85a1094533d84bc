import { phraseOf, whileBusy } from "./pieces/trouble.ts";
import type { FirstState } from "./steps/first.ts";
import type { FirstWords } from "./words/words.ts";

/** What a screen reader should hear of the first step though the focus stays where it is. */
export function announceFirst(words: FirstWords, state: FirstState, site: string): string {
  if (state.step === "away") return phraseOf(words, state.trouble, { site });
  return state.busy ? whileBusy(words, words.finding, state.trouble) : "";
}
