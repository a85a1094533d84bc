import { anEvent, aParty, aSite, type TestParty } from "../../server/testing/fixtures.ts";
import type { Deps } from "../../server/deps.ts";
import type { SiteHead } from "../../server/sites/sites.ts";
import type { EventId, GuestId } from "../../shared/ids.ts";
import type { SubmissionInput } from "../../shared/reply.ts";
import { benchDeps, type Place } from "./bench-deps.ts";

/** A party's submission, ready to be sent. */
export interface Press {
  slug: string;
  token: string;
  body: string;
}

/** Weddings of two events with parties of three, as a load needs them. */
export async function seed(
  place: Place,
  { sites, parties }: { sites: number; parties: number },
): Promise<Press[]> {
  const deps = await benchDeps(place);
  const seeded = await Promise.all(Array.from({ length: sites }, () => seedSite(deps, parties)));
  await deps.sql.close();
  // Side by side, so that neighbours in the load are of different sites.
  return Array.from({ length: parties }, (_, index) => seeded.map(({ presses }) => presses[index]))
    .flat().filter((press) => press !== undefined);
}

export interface SeededSite {
  site: SiteHead;
  /** Ceremony and dinner. */
  events: EventId[];
  parties: TestParty[];
  presses: Press[];
}

export async function seedSite(deps: Deps, count: number): Promise<SeededSite> {
  const site = await aSite(deps);
  const ceremony = await anEvent(deps, site, { name: "Ceremony" });
  const dinner = await anEvent(deps, site, { name: "Dinner" });
  const events = [ceremony.id, dinner.id];
  const parties: TestParty[] = [];
  for (let index = 0; index < count; index += 1) {
    const guests = [
      { name: "Ana Silva", events },
      { name: "Leo Silva", events },
      { name: "Mia Silva", age: "child" as const, events },
    ];
    parties.push(await aParty(deps, site, { guests }));
  }
  const presses = parties.map(({ guests, token }) => ({
    slug: site.slug,
    token,
    body: bodyOf(guests.map(({ id }) => id), events),
  }));
  return { site, events, parties, presses };
}

/** All of them come to all of it, and may not eat nuts. */
export function bodyOf(guestIds: readonly GuestId[], events: readonly EventId[]): string {
  const submission: SubmissionInput = {
    guests: guestIds.map((guestId) => ({
      guestId,
      replies: events.map((eventId) => ({ eventId, attending: true })),
      allergies: [{ allergen: "nuts", severity: "allergy" }],
    })),
  };
  return JSON.stringify(submission);
}
