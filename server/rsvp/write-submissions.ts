import type { Change } from "../../shared/changes.ts";
import type { Headcount } from "../../shared/headcount.ts";
import type { EventId, GuestId, SiteId } from "../../shared/ids.ts";
import type { LockedSite } from "../changes/changes.ts";
import type { Query } from "../database/sql.ts";
import type { ReplyRow } from "./replies.ts";
import type { SavedReplyRow } from "./saved-replies.ts";
import type { SubmissionRow } from "./submissions.ts";

/** All that a submission writes beside the log. */
export interface WrittenSubmission {
  submission: SubmissionRow;
  takenAt: Date;
  saved: SavedReplyRow;
  /** Replies that are new or say something else. */
  replies: readonly ReplyRow[];
  /** Replies that are no more: of guests who were left out, to events that were. */
  dropped: readonly { guestId: GuestId; eventId: EventId }[];
  /** Open seats whose name is another one now. */
  seats: readonly { guestId: GuestId; name: string | null }[];
  headcounts: readonly { eventId: EventId; headcount: Headcount }[];
}

/** Submissions of one site, in the order in which they were decided, on a site that had this number. */
export interface SiteWriting {
  site: Pick<LockedSite, "id" | "changeNumber">;
  changes: readonly Change[];
  written: readonly WrittenSubmission[];
}

/**
 * One statement for eight tables and many sites; a site's part only if it still has the number that was read, and nobody is
 * just changing it. Resolves with the sites that were written: nothing is of the others. It waits for nobody; whoever
 * changes one of these sites at the same moment waits for this statement, and for nothing else.
 */
export async function writeSubmissions(
  sql: Query,
  writings: readonly SiteWriting[],
): Promise<Set<SiteId>> {
  const rows = rowsOf(writings);
  const moved = await sql<{ siteId: SiteId }>`
    with asked as materialized (
      select site_id, before, number, hash
      from jsonb_to_recordset(${rows.sites}::jsonb)
        as asked(site_id text, before bigint, number bigint, hash text)
    ), free as materialized (
      select site_id
      from sites
      join asked using (site_id)
      where sites.change_number = asked.before
      for no key update of sites skip locked
    ), site as (
      update sites
      set change_number = asked.number, last_hash = asked.hash
      from asked join free using (site_id)
      where sites.site_id = asked.site_id
      returning sites.site_id
    ), news as (
      insert into changes (site_id, number, type, happened_at, done_by, data, hash)
      select site_id, number, type, happened_at, done_by, data, hash
      from
        jsonb_to_recordset(${rows.changes}::jsonb) as news(
          site_id text, number bigint, type text, happened_at timestamptz, done_by jsonb,
          data jsonb, hash text
        )
        join site using (site_id)
      returning site_id, number
    ), owed as (
      insert into owed_changes (follower, site_id, number)
      select follower, site_id, number
      from followers, news
    ), taken as (
      insert into submissions (site_id, key, party_id, body_mac, change_number, taken_at)
      select site_id, key, party_id, decode(body_mac, 'hex'), change_number, taken_at
      from
        jsonb_to_recordset(${rows.submissions}::jsonb) as taken(
          site_id text, key text, party_id text, body_mac text, change_number bigint,
          taken_at timestamptz
        )
        join site using (site_id)
    ), said as (
      insert into saved_replies (
        site_id, party_id, submitted_at, change_number, sent_by, late, sealed
      )
      select site_id, party_id, submitted_at, change_number, sent_by, late, decode(sealed, 'hex')
      from
        jsonb_to_recordset(${rows.saved}::jsonb) as said(
          site_id text, party_id text, submitted_at timestamptz, change_number bigint,
          sent_by text, late boolean, sealed text
        )
        join site using (site_id)
      on conflict (site_id, party_id) do update
      set
        submitted_at = excluded.submitted_at,
        change_number = excluded.change_number,
        sent_by = excluded.sent_by,
        late = excluded.late,
        sealed = excluded.sealed
    ), replied as (
      insert into replies (site_id, guest_id, event_id, attending, meals)
      select site_id, guest_id, event_id, attending, meals
      from
        jsonb_to_recordset(${rows.replies}::jsonb) as reply(
          site_id text, guest_id text, event_id text, attending boolean, meals jsonb
        )
        join site using (site_id)
      on conflict (site_id, guest_id, event_id) do update
      set attending = excluded.attending, meals = excluded.meals
    ), dropped as (
      delete from replies
      using
        jsonb_to_recordset(${rows.dropped}::jsonb)
          as reply(site_id text, guest_id text, event_id text)
        join site using (site_id)
      where
        replies.site_id = reply.site_id
        and replies.guest_id = reply.guest_id
        and replies.event_id = reply.event_id
    ), named as (
      update guests
      set name = seat.name
      from
        jsonb_to_recordset(${rows.seats}::jsonb)
          as seat(site_id text, party_id text, guest_id text, name text)
        join site using (site_id)
      where
        guests.site_id = seat.site_id
        and guests.party_id = seat.party_id
        and guests.guest_id = seat.guest_id
        and guests.kind = 'open'
    ), counted as (
      insert into headcounts (site_id, event_id, headcount)
      select site_id, event_id, headcount
      from
        jsonb_to_recordset(${rows.headcounts}::jsonb)
          as moved(site_id text, event_id text, headcount jsonb)
        join site using (site_id)
      on conflict (site_id, event_id) do update
      set headcount = excluded.headcount
    )
    select site_id
    from site
  `;
  return new Set(moved.map(({ siteId }) => siteId));
}

/** Rows as their tables have them, each with its site. */
function rowsOf(writings: readonly SiteWriting[]) {
  function each<Row extends object>(row: (one: WrittenSubmission) => Row | readonly Row[]) {
    return writings.flatMap(({ site, written }) =>
      written.flatMap(row).map((columns) => ({ site_id: site.id, ...columns }))
    );
  }
  return {
    sites: writings.map(({ site, changes }) => {
      const last = changes.at(-1);
      if (!last) throw new Error("A submission is in the log.");
      return { site_id: site.id, before: site.changeNumber, number: last.number, hash: last.hash };
    }),
    changes: writings.flatMap(({ site, changes }) =>
      changes.map(({ number, type, at, by, data, hash }) => ({
        ...{ site_id: site.id, number, type, happened_at: at, done_by: by, data, hash },
      }))
    ),
    submissions: each(({ submission: { key, partyId, bodyMac, changeNumber }, takenAt }) => ({
      ...{ key, party_id: partyId, body_mac: bodyMac.toHex() },
      ...{ change_number: changeNumber, taken_at: takenAt },
    })),
    saved: each(({ saved }) => ({
      ...{ party_id: saved.partyId, submitted_at: saved.submittedAt, late: saved.late },
      change_number: saved.changeNumber,
      ...{ sent_by: saved.sentBy, sealed: saved.sealed.toHex() },
    })),
    replies: each(({ replies }) =>
      replies.map(({ guestId, eventId, attending, meals }) => ({
        ...{ guest_id: guestId, event_id: eventId, attending, meals },
      }))
    ),
    dropped: each(({ dropped }) =>
      dropped.map(({ guestId, eventId }) => ({ guest_id: guestId, event_id: eventId }))
    ),
    seats: each(({ seats, submission: { partyId } }) =>
      seats.map(({ guestId, name }) => ({ party_id: partyId, guest_id: guestId, name }))
    ),
    headcounts: writings.flatMap(({ site, written }) => {
      // Of several submissions, the last one has the numbers as they are after all of them.
      const last = new Map(
        written.flatMap(({ headcounts }) =>
          headcounts.map(({ eventId, headcount }) => [eventId, headcount])
        ),
      );
      return [...last].map(([eventId, headcount]) => ({
        ...{ site_id: site.id, event_id: eventId, headcount },
      }));
    }),
  };
}
