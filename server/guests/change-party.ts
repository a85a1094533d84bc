import { isDeepStrictEqual as equal } from "node:util";
import type { Actor, News } from "../../shared/changes.ts";
import type { ListedParty } from "../../shared/guest-list.ts";
import type { PartyId } from "../../shared/ids.ts";
import type { PartyChanges } from "../../shared/party.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { sealContact } from "./contact.ts";
import { guestsOf } from "./guests.ts";
import { listedParty } from "./listed-party.ts";
import { partiesWithIds, updateParty } from "./parties.ts";

/** Changes a party's name or its contact; what is left out stays. Problems: `party-not-found`. */
export async function changeParty(
  deps: Pick<Deps, "sql" | "now" | "keys" | "wake">,
  site: SiteHead,
  by: Actor,
  partyId: PartyId,
  changes: PartyChanges,
): Promise<ListedParty> {
  const keys = await deps.keys.forSite(site);
  return changeSite(deps, site.id, by, {
    read: (tx) =>
      Promise.all([partiesWithIds(tx, site.id, [partyId]), guestsOf(tx, site.id, partyId)]),
    async decide(_site, [[row], guests]) {
      if (!row) throw new Problem("party-not-found");
      const party = await listedParty(keys, row, guests);
      const { name = party.name, contact = party.contact } = changes;
      const sealed = await sealContact(keys, partyId, contact);
      const news: News[] = [];
      const tell = (what: "name" | "contact") =>
        news.push({ type: "party.changed", data: { partyId, what } });
      if (name !== party.name) tell("name");
      if (!equal(contact, party.contact)) tell("contact");
      return {
        news,
        write: (tx) =>
          news.length > 0 ? [updateParty(tx, site.id, { id: partyId, name, ...sealed })] : [],
        result: { ...party, name, contact },
      };
    },
  });
}
