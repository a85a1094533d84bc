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
  { sql, keys }: Pick<Deps, "sql" | "keys">,
  site: SiteHead,
): Promise<List> {
  const { head, events, rows } = await sql.begin(async (tx) => {
    await tx`set transaction isolation level repeatable read, read only`;
    const [head, events] = await Promise.all([siteBy(tx, site.id), eventsOf(tx, site.id)]);
    return { head, events, rows: await allParties(tx, site) };
  });
  if (!head) throw new Problem("site-not-found");
  const siteKeys = await keys.forSite(site);
  return {
    changeNumber: head.changeNumber,
    events,
    questions: head.settings.questions,
    parties: await inTurns(rows, (row) => openParty(siteKeys, row)),
  };
}

async function allParties(tx: Tx, site: SiteHead): Promise<ExportedPartyRow[]> {
  const rows: ExportedPartyRow[] = [];
  for (;;) {
    const last = rows.at(-1);
    const after = { sortedBy: last?.sortedBy ?? "", id: last?.id ?? "" };
    const page = await partiesPage(tx, site.id, { after, most: partiesAtOnce });
    rows.push(...page);
    if (page.length < partiesAtOnce) return rows;
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
