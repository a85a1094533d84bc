import type { Deps } from "../../server/deps.ts";
import { siteBy, type SiteHead } from "../../server/sites/sites.ts";
import { anApiKey } from "../../server/testing/fixtures-access.ts";
import type { TestParty } from "../../server/testing/fixtures.ts";
import { aPartyOf, aWedding } from "../../server/testing/fixtures-replies.ts";
import { aCaterer } from "../../server/testing/vendor-line.ts";
import type { EndpointId, EventId } from "../../shared/ids.ts";
import type { Kitchen } from "./kitchen.ts";

/** A wedding that faults happen to: parties of three, a caterer who hears of names, and a venue that hears of numbers. */
export interface FaultyWedding {
  site: SiteHead;
  events: { ceremony: EventId; dinner: EventId };
  parties: TestParty[];
  /** Told of every reply and of every headcount, each at once. */
  caterer: EndpointId;
  /** Told of headcounts, those of a second together. */
  venue: EndpointId;
  /** An API key that may read everything. */
  viewer: string;
  /** The last change of its making, before there was a server that tells anybody. */
  beganAt: number;
}

export async function aFaultyWedding(
  deps: Deps,
  kitchen: Kitchen,
  { parties }: { parties: number },
): Promise<FaultyWedding> {
  const wedding = await aWedding(deps);
  const { site, ceremony, dinner } = wedding;
  const caterer = await aCaterer(deps, site, kitchen.url, {
    maySee: { names: true },
    types: ["reply.submitted", "headcount.changed"],
  });
  const venue = await aCaterer(deps, site, kitchen.url, {
    kind: "venue",
    name: "Quinta",
    quietSeconds: 1,
  });
  kitchen.trust(caterer.endpoint.secret);
  kitchen.trust(venue.endpoint.secret);
  const invited: TestParty[] = [];
  for (let count = 0; count < parties; count += 1) {
    invited.push(
      await aPartyOf(deps, wedding, [
        { name: "Ana Silva" },
        { name: "Leo Silva" },
        { name: "Mia Silva", age: "child" },
      ]),
    );
  }
  const viewer = await anApiKey(deps, site, "viewer");
  return {
    site,
    events: { ceremony: ceremony.id, dinner: dinner.id },
    parties: invited,
    caterer: caterer.endpoint.id,
    venue: venue.endpoint.id,
    viewer,
    beganAt: (await siteBy(deps.sql, site.id))?.changeNumber ?? 0,
  };
}
