import { emptyHeadcount } from "../../shared/headcount.ts";
import type { PartyId } from "../../shared/ids.ts";
import type { SiteKeys } from "../access/keys.ts";
import type { Tx } from "../database/sql.ts";
import type { Deps } from "../deps.ts";
import { eventsOf } from "../sites/events.ts";
import type { SiteHead } from "../sites/sites.ts";
import { countGuests, type Headcounts, moveHeadcount } from "./count.ts";
import {
  countedGuests,
  guestsOfPartiesWithReplies,
  type GuestWithReplies,
  partiesWithSealed,
  unsealKitchen,
} from "./counted-party.ts";

/** The numbers of every event of a site, counted anew from the guests' replies: what the stored ones must equal. */
export async function recountHeadcounts(
  { sql, keys }: Pick<Deps, "sql" | "keys">,
  site: Pick<SiteHead, "id" | "keySealed">,
  pageOf = 200,
): Promise<Headcounts> {
  const siteKeys = await keys.forSite(site);
  return sql.begin(async (tx) => {
    // All pages show one moment, and nobody waits for them.
    await tx`set transaction isolation level repeatable read, read only`;
    const events = await eventsOf(tx, site.id);
    const headcounts: Headcounts = new Map(events.map(({ id }) => [id, emptyHeadcount()]));
    for (let after: PartyId | "" = "", more = true; more;) {
      const parties = await partiesWithSealed(tx, site.id, { after, most: pageOf });
      await addPage(tx, siteKeys, site, parties, headcounts);
      after = parties.at(-1)?.partyId ?? after;
      more = parties.length === pageOf;
    }
    return headcounts;
  });
}

async function addPage(
  tx: Tx,
  keys: SiteKeys,
  site: Pick<SiteHead, "id">,
  parties: { partyId: PartyId; sealed: Uint8Array | null }[],
  headcounts: Headcounts,
): Promise<void> {
  const guests = await guestsOfPartiesWithReplies(tx, site.id, parties.map((row) => row.partyId));
  const guestsOf: Map<PartyId, GuestWithReplies[]> = Map.groupBy(guests, (guest) => guest.partyId);
  for (const { partyId, sealed } of parties) {
    const kitchen = await unsealKitchen(keys, partyId, sealed ?? undefined);
    const counts = countGuests(countedGuests(guestsOf.get(partyId) ?? [], kitchen));
    for (const [eventId, count] of counts) {
      const sum = moveHeadcount(headcounts.get(eventId) ?? emptyHeadcount(), undefined, count);
      headcounts.set(eventId, sum);
    }
  }
}
