import type { SiteForm } from "../../shared/site.ts";
import type { Place, Trouble } from "../session/trouble.ts";
import type { About, Words } from "../words/words.ts";
import { drawTrouble, phraseOf } from "./trouble.ts";

/** Hands each trouble to the first place it fits, so that none is said twice and none is lost. */
export function placeTroubles(words: Words, form: SiteForm, troubles: readonly Trouble[]) {
  const left = new Set(troubles);
  const say = (trouble: Trouble, about: Partial<About>) =>
    phraseOf(words, trouble, { names: form.names, ...about });
  return {
    /** The words for this place, if there is trouble. */
    at(place: Place, about: Partial<About> = {}): string | undefined {
      for (const trouble of left) {
        if (!fits(trouble, place)) continue;
        left.delete(trouble);
        return say(trouble, about);
      }
    },
    /** What no place has taken: said beside the button. */
    rest: () =>
      [...left].map((trouble, index) => drawTrouble(`trouble-${index}`, say(trouble, {}))),
  };
}
export type Placing = ReturnType<typeof placeTroubles>;

function fits(trouble: Trouble, place: Place): boolean {
  const keys = ["guestId", "eventId", "courseId", "questionId", "allergen"] as const;
  const named = keys.filter((key) => trouble[key] !== undefined);
  return named.length > 0 && named.every((key) => trouble[key] === place[key]);
}
