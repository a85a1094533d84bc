import type { Actor } from "../../shared/changes.ts";
import type { EventInput, WeddingEvent } from "../../shared/events.ts";
import { randomCharacters } from "../../shared/ids.ts";
import { eventInputSchema } from "../../shared/events.ts";
import { type Guest, type NewPartyInput, newPartySchema } from "../../shared/party.ts";
import { newSiteSchema, type SiteSettings } from "../../shared/site.ts";
import { personalToken } from "../access/personal-link.ts";
import type { Deps } from "../deps.ts";
import { addParty } from "../guests/add-party.ts";
import type { PartyRow } from "../guests/parties.ts";
import { createSite } from "../sites/create-site.ts";
import { saveEvent } from "../sites/save-event.ts";
import type { SiteHead } from "../sites/sites.ts";

/** The page that every test site allows. */
export const ourPage = "https://ours.example";

export const asServer: Actor = { kind: "server" };

/** A site of the test's own, so that tests share a database and never meet. */
export async function aSite(deps: Deps, overrides: Partial<SiteSettings> = {}): Promise<SiteHead> {
  const { publicCounter, ...given } = overrides;
  const site = await createSite(
    deps,
    undefined,
    newSiteSchema.parse({
      slug: `site-${randomCharacters(12)}`,
      names: "Emma & James",
      date: "2027-06-12",
      zone: "Europe/Lisbon",
      pages: [ourPage],
      ...given,
    }),
  );
  if (publicCounter === undefined) return site;
  site.settings.publicCounter = publicCounter;
  await deps.sql`
    update sites
    set settings = ${site.settings}
    where site_id = ${site.id}
  `;
  return site;
}

/** An event of the site; a dinner without a menu unless told otherwise. */
export function anEvent(
  deps: Deps,
  site: SiteHead,
  overrides: Partial<EventInput> = {},
): Promise<WeddingEvent> {
  const event = eventInputSchema.parse({
    name: "Dinner",
    startsAt: "2027-06-12T18:00",
    zone: "Europe/Lisbon",
    ...overrides,
  });
  return saveEvent(deps, site.id, asServer, { event });
}

export interface TestParty {
  party: PartyRow;
  guests: Guest[];
  /** Of the party's personal link. */
  token: string;
}

/** A party; by default one adult invited to nothing. */
export async function aParty(
  deps: Deps,
  site: SiteHead,
  overrides: Partial<NewPartyInput> = {},
): Promise<TestParty> {
  const input = newPartySchema.parse({
    name: "The Silvas",
    guests: [{ name: "Ana Silva", events: [] }],
    ...overrides,
  });
  const added = await addParty(deps, site, asServer, input);
  return { ...added, token: await personalToken(await deps.keys.forSite(site), added.party) };
}
