import type { WeddingEvent } from "../../shared/events.ts";
import type { Headcount } from "../../shared/headcount.ts";
import { type EventId, type GuestId, randomCharacters } from "../../shared/ids.ts";
import type { NewPartyInput } from "../../shared/party.ts";
import type { SubmissionInput } from "../../shared/reply.ts";
import { submissionSchema } from "../../shared/reply.ts";
import type { SiteSettings } from "../../shared/site.ts";
import type { Deps } from "../deps.ts";
import { headcountsOf } from "../headcount/headcounts.ts";
import { submitReply } from "../rsvp/submit-reply.ts";
import type { Submitted } from "../rsvp/decide-in-turn.ts";
import type { SiteHead } from "../sites/sites.ts";
import { anEvent, aParty, aSite, type TestParty } from "./fixtures.ts";

export const mains = "course_mains";
export const meals = { fish: "meal_fish", roast: "meal_roast", pasta: "meal_pasta" } as const;

export interface TestWedding {
  site: SiteHead;
  ceremony: WeddingEvent;
  /** One course: fish for everyone, roast for adults, pasta for children. */
  dinner: WeddingEvent;
}

/** A site with a ceremony and a dinner. */
export async function aWedding(
  deps: Deps,
  settings: Partial<SiteSettings> = {},
  { capacity }: { capacity?: number } = {},
): Promise<TestWedding> {
  const site = await aSite(deps, settings);
  const ceremony = await anEvent(deps, site, { name: "Ceremony", startsAt: "2027-06-12T14:00" });
  const dinner = await anEvent(deps, site, {
    ...(capacity === undefined ? {} : { capacity }),
    courses: [{
      id: mains,
      name: "Mains",
      meals: [
        { id: meals.fish, name: "Sea bass", for: "everyone" },
        { id: meals.roast, name: "Roast", for: "adult" },
        { id: meals.pasta, name: "Pasta", for: "child" },
      ],
    }],
  });
  return { site, ceremony, dinner };
}

/** A party of this wedding, invited to everything. */
export function aPartyOf(
  deps: Deps,
  { site, ceremony, dinner }: TestWedding,
  guests: Omit<NewPartyInput["guests"][number], "events">[] = [{ name: "Ana Silva" }],
  contact: NewPartyInput["contact"] = {},
): Promise<TestParty> {
  return aParty(deps, site, {
    contact,
    guests: guests.map((guest) => ({ ...guest, events: [ceremony.id, dinner.id] })),
  });
}

/** The id of the party's guest at this place. */
export function guestAt({ guests }: TestParty, at: number): GuestId {
  const guest = guests[at];
  if (!guest) throw new Error(`The party has no guest ${at}.`);
  return guest.id;
}

export function aKey(): string {
  return `key-${randomCharacters(16)}`;
}

/** The party's guest with this link sends a submission. */
export function send(
  deps: Deps,
  site: SiteHead,
  { party }: TestParty,
  submission: SubmissionInput,
  key = aKey(),
): Promise<Submitted> {
  const by = { kind: "guest", partyId: party.id } as const;
  return submitReply(deps, site, party, {
    key,
    submission: submissionSchema.parse(submission),
    by,
  });
}

/** All guests of the party, or these, say yes or no to these events. */
export function answersOf(
  { guests }: Pick<TestParty, "guests">,
  events: { id: EventId }[],
  attending = true,
): SubmissionInput {
  return {
    guests: guests.map(({ id }) => ({
      guestId: id,
      replies: events.map((event) => ({ eventId: event.id, attending })),
    })),
  };
}

/** The stored numbers of an event. */
export async function headcountOf(deps: Deps, site: SiteHead, { id }: { id: EventId }) {
  const headcounts = await headcountsOf(deps.sql, site.id);
  const headcount: Headcount | undefined = headcounts.get(id);
  if (!headcount) throw new Error(`Nobody is invited to ${id}.`);
  return headcount;
}
