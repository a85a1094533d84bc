import { anEvent, aParty, aSite } from "../../server/testing/fixtures.ts";
import type { Deps } from "../../server/deps.ts";
import type { SubmissionInput } from "../../shared/reply.ts";
import { benchDeps } from "./bench-deps.ts";

/** A party's submission, ready to be sent. */
export interface Press {
  slug: string;
  token: string;
  body: string;
}

/** Weddings of two events with parties of three, as a load needs them. */
export async function seed(
  databaseUrl: string,
  { sites, parties }: { sites: number; parties: number },
): Promise<Press[]> {
  const deps = await benchDeps(databaseUrl);
  const presses = await Promise.all(
    Array.from({ length: sites }, () => seedSite(deps, parties)),
  );
  await deps.sql.close();
  // Side by side, so that neighbours in the load are of different sites.
  return Array.from({ length: parties }, (_, index) => presses.map((site) => site[index]))
    .flat().filter((press) => press !== undefined);
}

async function seedSite(deps: Deps, parties: number): Promise<Press[]> {
  const site = await aSite(deps);
  const ceremony = await anEvent(deps, site, { name: "Ceremony" });
  const dinner = await anEvent(deps, site, { name: "Dinner" });
  const events = [ceremony.id, dinner.id];
  const presses: Press[] = [];
  for (let index = 0; index < parties; index += 1) {
    const { guests, token } = await aParty(deps, site, {
      guests: [
        { name: "Ana Silva", events },
        { name: "Leo Silva", events },
        { name: "Mia Silva", age: "child", events },
      ],
    });
    const submission: SubmissionInput = {
      guests: guests.map(({ id }) => ({
        guestId: id,
        replies: events.map((eventId) => ({ eventId, attending: true })),
        allergies: [{ allergen: "nuts", severity: "allergy" }],
      })),
    };
    presses.push({ slug: site.slug, token, body: JSON.stringify(submission) });
  }
  return presses;
}
