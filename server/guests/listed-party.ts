import type { ListedParty } from "../../shared/guest-list.ts";
import type { Guest } from "../../shared/party.ts";
import type { SiteKeys } from "../access/keys.ts";
import { unsealContact } from "./contact.ts";
import type { ListedPartyRow } from "./parties.ts";

/** A party as members see it: contact data opened, the code of its link left out. */
export async function listedParty(
  keys: SiteKeys,
  row: ListedPartyRow,
  guests: readonly Guest[],
): Promise<ListedParty> {
  return {
    id: row.id,
    name: row.name,
    guests: guests.map(({ id, kind, name, age, events }) => ({ id, kind, name, age, events })),
    contact: await unsealContact(keys, row),
    linkVersion: row.linkVersion,
    repliedAt: row.repliedAt?.toISOString() ?? null,
  };
}
