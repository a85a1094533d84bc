import { type Draft, type GuestDraft, guestIn } from "../../widget/session/draft.ts";

/** The draft with something else said for one guest. */
export function withGuest(draft: Draft, guestId: string, change: Partial<GuestDraft>): Draft {
  const guest = { ...guestIn(draft, guestId), ...change };
  return { ...draft, guests: { ...draft.guests, [guestId]: guest } };
}
