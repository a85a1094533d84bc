import { html, nothing } from "lit";
import type { SiteForm } from "../../shared/site.ts";
import type { Place, Trouble } from "../session/trouble.ts";
import type { About, GuestTrouble, Words } from "../words/words.ts";

/** The words for a trouble; a code that is unknown here, from a newer server, is said in general. */
export function phraseOf(words: Words, trouble: Trouble, about: Partial<About> = {}): string {
  const phrase = words.problems[trouble.code as GuestTrouble] ?? words.problems.unexpected;
  if (typeof phrase === "string") return phrase;
  const nobody = { names: "", guest: "", event: "", page: location.origin, site: "" };
  return phrase({ ...nobody, left: trouble.left ?? 0, ...about });
}

export function drawTrouble(id: string, phrase: string) {
  return html`
    <p class="trouble" part="problem" id="${id}" tabindex="-1">
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="9" />
        <path d="M10 5.5v5.5M10 14v.5" />
      </svg>
      <span>${phrase}</span>
    </p>
  `;
}

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

/** A trouble's template, or nothing. */
export function maybeTrouble(id: string, phrase: string | undefined) {
  return phrase ? drawTrouble(id, phrase) : nothing;
}
