import type { Actor, News } from "../../shared/changes.ts";
import type { ImportId, PartyId } from "../../shared/ids.ts";
import type { ImportPreview } from "../../shared/imports.ts";
import { changeSite } from "../changes/change-site.ts";
import { changesOfParties } from "../changes/changes.ts";
import type { Tx } from "../database/sql.ts";
import type { Deps } from "../deps.ts";
import { deleteGuests, updateGuests } from "../guests/guests.ts";
import { saveInvitations } from "../guests/invitations.ts";
import { deleteParties, updateParties } from "../guests/parties.ts";
import { wordsOfGuests } from "../guests/words-of-guests.ts";
import { saveWords } from "../guests/words-of-names.ts";
import { countedGuests, unsealKitchen } from "../headcount/counted-party.ts";
import { moveHeadcounts, saveMoved } from "../headcount/move-headcounts.ts";
import { Problem } from "../problem.ts";
import { replaceReplies } from "../rsvp/replies.ts";
import { deleteSavedReplies, saveSavedReplies } from "../rsvp/saved-replies.ts";
import type { SiteHead } from "../sites/sites.ts";
import { type Before, unpackReply, unpackRow } from "./before.ts";
import { pagesOf } from "./import-pages.ts";
import { importedChanges, lockImport, markUndone } from "./imports.ts";
import { refuseInUse } from "./in-the-way.ts";
import { knownImport } from "./open-import.ts";
import { readImport } from "./read-import.ts";
import { countTouched, readTouched, type Touched } from "./read-touched.ts";
import { openPages } from "./sealed-import.ts";

/**
 * Takes an import back: the list is as it was. When something later depends on it nothing happens, and the problem says
 * what. A second call changes nothing. Problems: `import-not-found`, `import-not-accepted`, `import-in-use`.
 */
export async function undoImport(
  deps: Pick<Deps, "sql" | "keys" | "now" | "wake">,
  site: SiteHead,
  by: Actor,
  importId: ImportId,
): Promise<ImportPreview> {
  const row = await knownImport(deps.sql, site, importId);
  if (row.state === "preview") throw new Problem("import-not-accepted");
  const keys = await deps.keys.forSite(site);
  const pages = await pagesOf(deps.sql, site.id, importId, ["before"]);
  const all = await openPages<Before>(keys, importId, pages);
  const ids = all.map(({ partyId }) => partyId);
  const last = row.lastChange ?? 0;
  await changeSite(deps, site.id, by, {
    read: (tx) =>
      Promise.all([
        lockImport(tx, site.id, importId),
        readTouched(tx, site.id, ids),
        changesOfParties(tx, site.id, last, ids),
        importedChanges(tx, site.id, last),
      ]),
    async decide(locked, [now, touched, later, imports]) {
      if (now?.state === "undone") return { news: [], result: undefined };
      if (now?.state !== "accepted") throw new Problem("import-not-accepted");
      refuseInUse(later, imports);
      const known = new Set(touched.events.map(({ id }) => id));
      const was = all.flatMap(({ was }) =>
        was ? [{ ...was, guests: was.guests.map((guest) => withoutEvents(guest, known)) }] : []
      );
      const before = await Promise.all(
        was.map(async ({ row: { id }, guests, saved }) =>
          countedGuests(
            guests,
            await unsealKitchen(keys, id, saved ? unpackReply(saved).sealed : undefined),
          )
        ),
      );
      const moved = moveHeadcounts(
        touched.headcounts,
        await countTouched(keys, touched.parties.values()),
        before.flat(),
      );
      const news: News[] = [
        { type: "import.undone", data: { importId } },
        ...all.flatMap((party) => newsOf(party, touched)),
        ...moved.news,
      ];
      const firstChange = locked.changeNumber + 1;
      const lastChange = locked.changeNumber + news.length;
      return {
        news,
        write: (tx) => [
          ...putBack(tx, site, all, was),
          saveMoved(tx, site.id, moved),
          markUndone(tx, site.id, { id: importId, firstChange, lastChange }),
        ],
        result: undefined,
      };
    },
  });
  return await readImport(deps, site, importId, { show: "added", page: 0 });
}

type Was = NonNullable<Before["was"]>;

function putBack(tx: Tx, site: SiteHead, all: readonly Before[], was: readonly Was[]) {
  const guests = was.flatMap((party) => party.guests);
  const replies = guests.flatMap(({ id, replies }) =>
    replies.map((reply) => ({ guestId: id, ...reply }))
  );
  return [
    deleteParties(tx, site.id, all.flatMap(({ partyId, was }) => was ? [] : [partyId])),
    deleteGuests(tx, site.id, all.flatMap(({ added, was }) => was ? added : [])),
    updateParties(tx, site.id, was.map(({ row }) => unpackRow(row))),
    ...guests.length === 0 ? [] : [
      updateGuests(tx, site.id, guests),
      saveInvitations(tx, site.id, guests),
      saveWords(tx, site.id, wordsOfGuests(guests)),
      replaceReplies(tx, site.id, guests.map(({ id }) => id), replies),
    ],
    saveSavedReplies(tx, site.id, was.flatMap(({ saved }) => saved ? [unpackReply(saved)] : [])),
    deleteSavedReplies(tx, site.id, was.flatMap(({ row, saved }) => saved ? [] : [row.id])),
  ];
}

// An event may have gone since.
function withoutEvents<Guest extends Was["guests"][number]>(
  guest: Guest,
  known: Set<string>,
): Guest {
  return {
    ...guest,
    events: guest.events.filter((id) => known.has(id)),
    replies: guest.replies.filter(({ eventId }) => known.has(eventId)),
  };
}

function newsOf({ partyId, added, was }: Before, { parties }: Touched): News[] {
  const now = parties.get(partyId);
  const news: News[] = added.map((guestId) => ({
    type: "guest.removed",
    data: { guestId, partyId },
  }));
  if (!was || !now) return news;
  for (const guest of was.guests) {
    const current = now.guests.find(({ id }) => id === guest.id);
    const same = current && guest.kind === current.kind && guest.name === current.name &&
      guest.age === current.age && `${guest.events}` === `${current.events}`;
    if (!same) news.push({ type: "guest.changed", data: { guestId: guest.id, partyId } });
  }
  const row = unpackRow(was.row);
  if (row.name !== now.row.name) {
    news.push({ type: "party.changed", data: { partyId, what: "name" } });
  }
  if (row.contactSealed.toHex() !== now.row.contactSealed.toHex()) {
    news.push({ type: "party.changed", data: { partyId, what: "contact" } });
  }
  const reply = replyNews(partyId, was, now.saved !== undefined);
  return reply && now.saved?.sealed.toBase64() !== was.saved?.sealed ? [...news, reply] : news;
}

function replyNews(partyId: PartyId, { guests, saved }: Was, isSaid: boolean): News | undefined {
  if (!isSaid) return undefined;
  const replies = guests.flatMap(({ id, replies }) =>
    replies.map(({ eventId, attending }) => ({ guestId: id, eventId, attending }))
  );
  if (saved) {
    return { type: "reply.submitted", data: { partyId, replies, first: false, late: saved.late } };
  }
  const eventIds = [...new Set(guests.flatMap(({ events }) => events))];
  return { type: "reply.withdrawn", data: { partyId, eventIds } };
}
