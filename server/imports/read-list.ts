import type { PartyId } from "../../shared/ids.ts";
import type { SiteKeys } from "../access/keys.ts";
import type { Tx } from "../database/sql.ts";
import type { Deps } from "../deps.ts";
import { unsealContact } from "../guests/contact.ts";
import { savedReplyRow } from "../headcount/counted-party.ts";
import type { SealedReply } from "../rsvp/sealed-reply.ts";
import { eventsOf } from "../sites/events.ts";
import { siteBy, type SiteHead } from "../sites/sites.ts";
import { Problem } from "../problem.ts";
import { type ExportedPartyRow, partiesPage } from "./exporting/parties-page.ts";
import { inTurns } from "./in-turns.ts";
import type { List, ListParty } from "./planning/plan.ts";

const partiesAtOnce = 1000;

/** The whole guest list as it was after one change. Nobody waits for it. */
export async function readList(
  deps: Pick<Deps, "sql" | "keys">,
  site: SiteHead,
): Promise<List> {
  const parties: ListParty[] = [];
  const list = await readListBy(deps, site, (some) => void parties.push(...some));
  return { ...list, parties };
}

/** The same, some parties at a time: none is kept that was taken. */
export async function readListBy(
  { sql, keys }: Pick<Deps, "sql" | "keys">,
  site: SiteHead,
  take: (parties: ListParty[]) => void,
): Promise<Omit<List, "parties">> {
  const { head, events, pages } = await sql.begin(async (tx) => {
    await tx`set transaction isolation level repeatable read, read only`;
    const [head, events] = await Promise.all([siteBy(tx, site.id), eventsOf(tx, site.id)]);
    return { head, events, pages: await allParties(tx, site) };
  });
  if (!head) throw new Problem("site-not-found");
  const siteKeys = await keys.forSite(site);
  for (let page = pages.shift(); page; page = pages.shift()) {
    take(await inTurns(page, (row) => openParty(siteKeys, row)));
  }
  return { changeNumber: head.changeNumber, events, questions: head.settings.questions };
}

async function allParties(tx: Tx, site: SiteHead): Promise<ExportedPartyRow[][]> {
  const pages: ExportedPartyRow[][] = [];
  for (;;) {
    const last = pages.at(-1)?.at(-1);
    const after = { sortedBy: last?.sortedBy ?? "", id: last?.id ?? "" };
    const page = await partiesPage(tx, site.id, { after, most: partiesAtOnce });
    pages.push(page);
    if (page.length < partiesAtOnce) return pages;
  }
}

async function openParty(keys: SiteKeys, row: ExportedPartyRow): Promise<ListParty> {
  const { id, name, guests, sealed } = row;
  const [contact, said] = await Promise.all([
    unsealContact(keys, row),
    sealed && keys.unseal<SealedReply>(sealed, savedReplyRow(id)),
  ]);
  return { id, name, contact, said, guests: guests.map((guest) => withParty(guest, id)) };
}

function withParty<Guest>(guest: Guest, partyId: PartyId): Guest & { partyId: PartyId } {
  return { ...guest, partyId };
}
