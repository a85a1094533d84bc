import type { PartyId } from "../../../shared/ids.ts";
import type { SiteKeys } from "../../access/keys.ts";
import type { Deps } from "../../deps.ts";
import { unsealContact } from "../../guests/contact.ts";
import { savedReplyRow } from "../../headcount/counted-party.ts";
import type { SealedReply } from "../../rsvp/sealed-reply.ts";
import type { SiteHead } from "../../sites/sites.ts";
import { type ExportedPartyRow, partiesPage } from "./parties-page.ts";
import type { ExportedParty } from "./party-rows.ts";

const partiesAtOnce = 250;

/** All parties of a site by name, a page at a time: a list of ten thousand is never whole in memory. */
export async function* exportedParties(
  { sql, keys }: Pick<Deps, "sql" | "keys">,
  site: SiteHead,
  most = partiesAtOnce,
): AsyncGenerator<ExportedParty[]> {
  const siteKeys = await keys.forSite(site);
  let after: { sortedBy: string; id: PartyId | "" } = { sortedBy: "", id: "" };
  for (;;) {
    const rows = await partiesPage(sql, site.id, { after, most });
    if (rows.length > 0) yield await Promise.all(rows.map((row) => opened(siteKeys, row)));
    const last = rows.at(-1);
    if (!last || rows.length < most) return;
    after = last;
  }
}

async function opened(keys: SiteKeys, row: ExportedPartyRow): Promise<ExportedParty> {
  const { id, name, guests, sealed } = row;
  const [contact, reply] = await Promise.all([
    unsealContact(keys, row),
    sealed && keys.unseal<SealedReply>(sealed, savedReplyRow(id)),
  ]);
  return { id, name, contact, guests, reply };
}
