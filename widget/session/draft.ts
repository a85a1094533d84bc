import type { Allergen, Diet, Severity } from "../../shared/kitchen.ts";
import type { Guest, InvitationView } from "../../shared/party.ts";
import type { Answers } from "../../shared/questions.ts";
import type { Submission } from "../../shared/reply.ts";

/** An allergy while it is being said: how serious may still be open. */
export interface AllergyDraft {
  allergen: Allergen;
  severity: Severity | null;
  note: string;
}

/** What has been filled in for one guest. Nothing is forgotten while the guest changes their mind. */
export interface GuestDraft {
  name: string;
  /** null: not sure yet. */
  attending: Record<string, boolean | null>;
  meals: Record<string, string>;
  /** Whether there is anything that the kitchen must know; null: not said yet. */
  kitchen: boolean | null;
  diets: Diet[];
  allergies: AllergyDraft[];
  kitchenNote: string;
  answers: Answers;
}

/** What has been filled in for the party, kept in the browser until it is sent. */
export interface Draft {
  guests: Record<string, GuestDraft>;
  answers: Answers;
  note: string;
}

/** A fresh draft: what the party said before, or nothing yet. */
export function draftFrom(view: InvitationView): Draft {
  const saved = view.reply;
  const guests = view.party.guests.map((guest) => [guest.id, guestDraft(guest, saved)]);
  return {
    guests: Object.fromEntries(guests),
    answers: { ...saved?.answers },
    note: saved?.note ?? "",
  };
}

/** A kept draft laid over the invitation as it is now: guests who left are dropped, new ones are there. */
export function draftOver(view: InvitationView, kept: Draft): Draft {
  const fresh = draftFrom(view);
  const guests = Object.entries(fresh.guests).map(
    ([id, guest]) => [id, { ...guest, ...kept.guests[id] }],
  );
  return { ...fresh, ...kept, guests: Object.fromEntries(guests) };
}

/** What is filled in for this guest. */
export function guestIn(draft: Draft, guestId: string): GuestDraft {
  return draft.guests[guestId] ?? emptyGuest();
}

function guestDraft(guest: Guest, saved: Submission | null): GuestDraft {
  const said = saved?.guests.find((one) => one.guestId === guest.id);
  const empty = { ...emptyGuest(), name: said?.name ?? guest.name ?? "" };
  if (!said) return empty;
  const told = said.diets.length + said.allergies.length > 0 || Boolean(said.kitchenNote);
  return {
    ...empty,
    attending: Object.fromEntries(said.replies.map((reply) => [reply.eventId, reply.attending])),
    meals: Object.assign({}, ...said.replies.map((reply) => reply.meals)),
    kitchen: told ? true : null,
    diets: [...said.diets],
    allergies: said.allergies.map((allergy) => ({ ...allergy, note: allergy.note ?? "" })),
    kitchenNote: said.kitchenNote ?? "",
    answers: { ...said.answers },
  };
}

function emptyGuest(): GuestDraft {
  return {
    name: "",
    attending: {},
    meals: {},
    kitchen: null,
    diets: [],
    allergies: [],
    kitchenNote: "",
    answers: {},
  };
}
