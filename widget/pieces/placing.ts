import type { ReplyState } from "../session/state.ts";
import type { Place, Trouble } from "../session/trouble.ts";
import { nameIn } from "./guest.ts";
import type { ShowingReply } from "./showing.ts";
import { drawTrouble, phraseOf } from "./trouble.ts";

/** Hands each trouble to the first place it fits, so that none is said twice and none is lost. */
export function placeTroubles(showing: ShowingReply, state: ReplyState) {
  const left = new Set(state.troubles);
  const { visit: { view: { party, events } }, form: { names } } = state;
  const say = (trouble: Trouble) => {
    const guest = party.guests.find(({ id }) => id === trouble.guestId);
    const event = events.find(({ id }) => id === trouble.eventId);
    return phraseOf(showing.words, trouble, {
      names,
      ...(guest && { guest: nameIn(showing, state, guest, showing.words.seatInSentence) }),
      ...(event && { event: event.name }),
    });
  };
  return {
    /** The words for this place, if there is trouble; `{}` is the page as a whole. */
    at(place: Place): string | undefined {
      for (const trouble of left) {
        if (!fits(trouble, place)) continue;
        left.delete(trouble);
        return say(trouble);
      }
    },
    /** What no place has taken: said beside the button. */
    rest: () => [...left].map((trouble, index) => drawTrouble(`trouble-${index}`, say(trouble))),
  };
}
export type Placing = ReturnType<typeof placeTroubles>;

function fits(trouble: Trouble, place: Place): boolean {
  const keys = ["guestId", "eventId", "courseId", "questionId", "allergen"] as const;
  const named = keys.filter((key) => trouble[key] !== undefined);
  const isWhole = Object.keys(place).length === 0;
  return named.length > 0 !== isWhole && named.every((key) => trouble[key] === place[key]);
}
