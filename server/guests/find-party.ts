import type { PartyId } from "../../shared/ids.ts";
import type { FindInvitation } from "../../shared/party.ts";
import type { Deps } from "../deps.ts";
import type { SiteHead } from "../sites/sites.ts";
import { readCardCode } from "./card-code.ts";
import { unsealContact } from "./contact.ts";
import { matchesName } from "./match-name.ts";
import { type ListedPartyRow, partiesWithIds, partyByCode, type PartyRow } from "./parties.ts";
import { searchWords } from "./search-words.ts";
import { isSecondFact } from "./second-fact.ts";
import { guestsWithWords } from "./words-of-names.ts";

/** Stands where no party was found, so that a miss asks the database as often as a hit. No party has this id. */
export const nobody: Pick<PartyRow, "id" | "name" | "code" | "linkVersion"> = {
  id: "party_nobody",
  name: "",
  code: "",
  linkVersion: 0,
};

const mostCandidates = 200;

/** The one party that the name, or the code on its card, and the second fact mean; or how many there are instead. */
export async function findParty(
  { sql, keys }: Pick<Deps, "sql" | "keys">,
  site: SiteHead,
  { name, secondFact }: FindInvitation,
): Promise<PartyRow | "none" | "several"> {
  const [candidates, holder] = await Promise.all([
    guestsWithWords(sql, site.id, searchWords(name).flat(), mostCandidates),
    partyByCode(sql, site.id, readCardCode(name)),
  ]);
  const named = candidates.filter((guest) => matchesName(name, guest.name))
    .map(({ partyId }) => partyId);
  const ids: PartyId[] = holder ? [holder.id] : [...new Set(named)];
  const parties = await partiesWithIds(sql, site.id, ids.length > 0 ? ids : [nobody.id]);

  const siteKeys = await keys.forSite(site);
  const opened = await Promise.all(parties.map(async (party) => ({
    party,
    contact: await unsealContact(siteKeys, party),
  })));
  const meant: ListedPartyRow[] = opened
    .filter(({ party, contact }) =>
      secondFact === undefined || isSecondFact(secondFact, { code: party.code, contact })
    )
    .map(({ party }) => party);
  const [party, another] = meant;
  if (!party) return "none";
  return another ? "several" : party;
}
