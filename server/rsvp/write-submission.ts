import type { Change } from "../../shared/changes.ts";
import type { Headcount } from "../../shared/headcount.ts";
import type { EventId, GuestId } from "../../shared/ids.ts";
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
  replies: readonly ReplyRow[];
  /** Replies that are no more: of guests who were left out, to events that were. */
  dropped: readonly { guestId: GuestId; eventId: EventId }[];
  /** Open seats whose name is another one now. */
  seats: readonly { guestId: GuestId; name: string | null }[];
  headcounts: readonly { eventId: EventId; headcount: Headcount }[];
}

/**
 * One statement for eight tables, and only if the site still has the number that was read: false, and nothing is written, if
 * not. Whoever changes the site at the same moment waits for this statement, and for nothing else.
 */
export async function writeSubmission(
  sql: Query,
  site: Pick<LockedSite, "id" | "changeNumber">,
  changes: readonly Change[],
  { submission, takenAt, saved, replies, dropped, seats, headcounts }: WrittenSubmission,
): Promise<boolean> {
  const last = changes.at(-1);
  if (!last) throw new Error("A submission is in the log.");
  const { key, partyId, bodyMac, changeNumber } = submission;
  const written = {
    changes: changes.map(({ number, type, at, by, data, hash }) => ({
      ...{ number, type, happened_at: at, done_by: by, data, hash },
    })),
    replies: replies.map(({ guestId, eventId, attending, meals }) => ({
      ...{ guest_id: guestId, event_id: eventId, attending, meals },
    })),
    dropped: dropped.map(({ guestId, eventId }) => ({ guest_id: guestId, event_id: eventId })),
    seats: seats.map(({ guestId, name }) => ({ guest_id: guestId, name })),
    headcounts: headcounts.map(({ eventId, headcount }) => ({ event_id: eventId, headcount })),
  };
  const moved = await sql`
    with site as (
      update sites
      set change_number = ${last.number}, last_hash = ${last.hash}
      where site_id = ${site.id} and change_number = ${site.changeNumber}
      returning site_id
    ), written as (
      select site_id, ${partyId}::text as party_id, ${written}::jsonb as rows
      from site
    ), news as (
      insert into changes (site_id, number, type, happened_at, done_by, data, hash)
      select site_id, number, type, happened_at, done_by, data, hash
      from
        written,
        jsonb_to_recordset(rows -> 'changes') as news(
          number bigint, type text, happened_at timestamptz, done_by jsonb, data jsonb, hash text
        )
      returning site_id, number
    ), owed as (
      insert into owed_changes (follower, site_id, number)
      select follower, site_id, number
      from followers, news
    ), taken as (
      insert into submissions (site_id, key, party_id, body_mac, change_number, taken_at)
      select site_id, ${key}, party_id, ${bodyMac}, ${changeNumber}, ${takenAt}::timestamptz
      from written
    ), said as (
      insert into saved_replies (
        site_id, party_id, submitted_at, change_number, sent_by, late, sealed
      )
      select
        site_id, party_id, ${saved.submittedAt}::timestamptz, ${saved.changeNumber}::bigint,
        ${saved.sentBy}, ${saved.late}::boolean, ${saved.sealed}::bytea
      from written
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
        written,
        jsonb_to_recordset(rows -> 'replies')
          as reply(guest_id text, event_id text, attending boolean, meals jsonb)
      on conflict (site_id, guest_id, event_id) do update
      set attending = excluded.attending, meals = excluded.meals
    ), dropped as (
      delete from replies
      using
        written,
        jsonb_to_recordset(rows -> 'dropped') as reply(guest_id text, event_id text)
      where
        replies.site_id = written.site_id
        and replies.guest_id = reply.guest_id
        and replies.event_id = reply.event_id
    ), named as (
      update guests
      set name = seat.name
      from written, jsonb_to_recordset(rows -> 'seats') as seat(guest_id text, name text)
      where
        guests.site_id = written.site_id
        and guests.party_id = written.party_id
        and guests.guest_id = seat.guest_id
        and guests.kind = 'open'
    ), counted as (
      insert into headcounts (site_id, event_id, headcount)
      select site_id, event_id, headcount
      from
        written,
        jsonb_to_recordset(rows -> 'headcounts') as moved(event_id text, headcount jsonb)
      on conflict (site_id, event_id) do update
      set headcount = excluded.headcount
    )
    select site_id
    from site
  `;
  return moved.length > 0;
}
