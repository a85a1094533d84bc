import type { ListedParties, ListedParty, PartiesQuery } from "../../shared/guest-list.ts";
import type { PartyId } from "../../shared/ids.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { guestsOf, guestsOfParties } from "./guests.ts";
import { listedParty } from "./listed-party.ts";
import { partiesOf, partiesWithIds } from "./parties.ts";

/** A page of the guest list. */
export async function listParties(
  { sql, keys }: Pick<Deps, "sql" | "keys">,
  site: SiteHead,
  { after = "" as PartyId, limit }: PartiesQuery,
): Promise<ListedParties> {
  const found = await partiesOf(sql, site.id, { after, most: limit + 1 });
  const rows = found.slice(0, limit);
  const guests = await guestsOfParties(sql, site.id, rows.map(({ id }) => id));
  const guestsOf = Map.groupBy(guests, ({ partyId }) => partyId);
  const siteKeys = await keys.forSite(site);
  return {
    parties: await Promise.all(
      rows.map((row) => listedParty(siteKeys, row, guestsOf.get(row.id) ?? [])),
    ),
    next: found.length > limit ? rows.at(-1)?.id ?? null : null,
  };
}

/** One party of the guest list. Problems: `party-not-found`. */
export async function readListedParty(
  { sql, keys }: Pick<Deps, "sql" | "keys">,
  site: SiteHead,
  partyId: PartyId,
): Promise<ListedParty> {
  const [[row], guests] = await Promise.all([
    partiesWithIds(sql, site.id, [partyId]),
    guestsOf(sql, site.id, partyId),
  ]);
  if (!row) throw new Problem("party-not-found");
  return listedParty(await keys.forSite(site), row, guests);
}
