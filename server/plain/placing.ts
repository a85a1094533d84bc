import type { InvitationView } from "../../shared/party.ts";
import type { Trouble } from "../../widget/session/trouble.ts";
import type { GuestTrouble } from "../../widget/words/words.ts";
import { nameOf } from "../../widget/summary.ts";
import type { Asked } from "./asked.ts";
import type { Showing } from "./showing.ts";

/** A trouble in words, and the thing asked that it stands with; none: it is of the whole page. */
export interface Said {
  phrase: string;
  at?: string;
}

/** The words for each trouble, and its place among what the page asks. */
export function placeTroubles(
  showing: Showing,
  troubles: readonly Trouble[],
  asked: readonly Asked[] = [],
  view?: InvitationView,
): Said[] {
  const taken = new Set<string>();
  return troubles.map((trouble) => {
    const place = asked.find((one) => !taken.has(one.name) && fits(trouble, one));
    if (place) taken.add(place.name);
    const phrase = phraseOf(showing, trouble, view);
    return place ? { phrase, at: place.name } : { phrase };
  });
}

/** The words for a trouble; a code without words of its own is said in general. */
export function phraseOf(
  { words, form }: Pick<Showing, "words" | "form">,
  trouble: Trouble,
  view?: InvitationView,
): string {
  const phrase = words.problems[trouble.code as GuestTrouble] ?? words.problems.unexpected;
  if (typeof phrase === "string") return phrase;
  const guest = view?.party.guests.find(({ id }) => id === trouble.guestId);
  const event = view?.events.find(({ id }) => id === trouble.eventId);
  return phrase({
    names: form.names,
    guest: guest ? nameOf({ words }, guest, {}, words.seatInSentence) : "",
    event: event?.name ?? "",
    left: trouble.left ?? 0,
    page: "",
    site: form.site,
  });
}

function fits(trouble: Trouble, { place, only }: Asked): boolean {
  if (only && only !== trouble.code) return false;
  const keys = ["guestId", "eventId", "courseId", "questionId", "allergen"] as const;
  const named = keys.filter((key) => trouble[key] !== undefined);
  return named.length > 0 && named.every((key) => trouble[key] === place[key]);
}
