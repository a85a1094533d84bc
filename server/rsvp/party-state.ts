import type { WeddingEvent } from "../../shared/events.ts";
import type { Headcount } from "../../shared/headcount.ts";
import type { EventId, PartyId, SiteId } from "../../shared/ids.ts";
import type { LockedSite } from "../changes/changes.ts";
import { gather } from "../database/gather.ts";
import type { Query, Sql } from "../database/sql.ts";
import type { GuestWithReplies } from "../headcount/counted-party.ts";
import type { Headcounts } from "../headcount/count.ts";
import { eventOfRow, type EventRow } from "../sites/events.ts";
import type { SavedReplyRow } from "./saved-replies.ts";
import type { SubmissionRow } from "./submissions.ts";

/** Everything that replying of one party touches. */
export interface PartyState {
  events: WeddingEvent[];
  guests: GuestWithReplies[];
  headcounts: Headcounts;
  saved: SavedReplyRow | undefined;
}

/** What a submission needs beside: the site as it was at the same moment, and what its key was used for before. */
export interface SubmissionState extends PartyState {
  site: LockedSite | undefined;
  repeated: SubmissionRow | undefined;
}

interface StateRow extends Omit<LockedSite, "id" | "changeNumber"> {
  siteId: SiteId | null;
  siteNumber: number;
  /** null where there is none, as of the next two. */
  events: EventRow[] | null;
  guests: GuestWithReplies[] | null;
  headcounts: [EventId, Headcount][] | null;
  submittedAt: Date | null;
  changeNumber: number;
  sentBy: SavedReplyRow["sentBy"];
  late: boolean;
  sealed: Uint8Array;
  repeatedParty: PartyId | null;
  repeatedMac: Uint8Array;
  repeatedNumber: number;
}

/** Whose state is asked for. Without a key, what only submissions need is left out. */
export interface AskedState {
  siteId: SiteId;
  partyId: PartyId;
  key: string | null;
}

/** Everything that replying of one party touches, in one statement. */
export async function partyState(
  sql: Query,
  siteId: SiteId,
  partyId: PartyId,
): Promise<PartyState> {
  const { site: _, repeated: __, ...state } = await submissionState(sql, siteId, partyId, null);
  return state;
}

/** The same for whoever reads outside a transaction: those of one moment share the statement. */
export function partyStateTogether(
  sql: Sql,
  siteId: SiteId,
  partyId: PartyId,
): Promise<PartyState> {
  return statesTogether(sql, { siteId, partyId, key: null });
}

const statesTogether = gather<AskedState, PartyState>({
  async answer(sql, asked) {
    const states = await submissionStates(sql, asked);
    return states.map((value) => ({ status: "fulfilled", value }));
  },
  most: 32,
});

/** What a submission of this party needs. */
export async function submissionState(
  sql: Query,
  siteId: SiteId,
  partyId: PartyId,
  key: string | null,
): Promise<SubmissionState> {
  const [state] = await submissionStates(sql, [{ siteId, partyId, key }]);
  if (!state) throw new Error("A party that was asked for has no state.");
  return state;
}

/**
 * Eight tables in one statement instead of one each, and of many parties at once: every submission is in one, and a statement
 * costs more than what it reads. In the order in which they were asked for, all as they were at the same moment.
 */
export async function submissionStates(
  sql: Query,
  asked: readonly AskedState[],
): Promise<SubmissionState[]> {
  const rows = await sql<StateRow>`
    select
      (
        select json_agg(
          json_build_object(
            'id', event_id, 'name', name, 'startsAt', starts_at, 'endsAt', ends_at, 'zone', zone,
            'place', place, 'about', about, 'capacity', capacity, 'courses', courses
          )
          order by position, event_id
        )
        from events
        where events.site_id = asked.site_id
      ) as events,
      (
        select json_agg(
          json_build_object(
            'id', guest_id, 'partyId', guests.party_id, 'kind', kind, 'name', name, 'age', age,
            'events', array(
              select event_id
              from invitations
              where invitations.site_id = guests.site_id and invitations.guest_id = guests.guest_id
              order by event_id
            ),
            'replies', array(
              select json_build_object('eventId', event_id, 'attending', attending, 'meals', meals)
              from replies
              where replies.site_id = guests.site_id and replies.guest_id = guests.guest_id
              order by event_id
            )
          )
          order by position, guest_id
        )
        from guests
        where guests.site_id = asked.site_id and guests.party_id = asked.party_id
      ) as guests,
      (
        select json_agg(json_build_array(event_id, headcount))
        from headcounts
        where headcounts.site_id = asked.site_id
      ) as headcounts,
      saved.submitted_at, saved.change_number, saved.sent_by, saved.late, saved.sealed,
      submissions.party_id as repeated_party, submissions.body_mac as repeated_mac,
      submissions.change_number as repeated_number,
      sites.site_id, sites.slug, sites.settings, sites.key_sealed, sites.last_hash,
      sites.change_number as site_number
    from
      unnest(
        ${asked.map(({ siteId }) => siteId)}::text[],
        ${asked.map(({ partyId }) => partyId)}::text[],
        ${asked.map(({ key }) => key)}::text[]
      ) with ordinality as asked(site_id, party_id, key, place)
    left join sites on sites.site_id = asked.site_id and asked.key is not null
    left join saved_replies as saved
      on saved.site_id = asked.site_id and saved.party_id = asked.party_id
    left join submissions on submissions.site_id = asked.site_id and submissions.key = asked.key
    order by asked.place
  `;
  return asked.map((one, place) => stateOf(one, rows[place]));
}

function stateOf({ partyId, key }: AskedState, row: StateRow | undefined): SubmissionState {
  if (!row) throw new Error("A party that was asked for has no row.");
  const { submittedAt, changeNumber, sentBy, late, sealed } = row;
  const { repeatedParty, repeatedMac: bodyMac, repeatedNumber } = row;
  const { siteId: id, siteNumber, slug, settings, keySealed, lastHash } = row;
  return {
    site: id ? { id, slug, settings, keySealed, lastHash, changeNumber: siteNumber } : undefined,
    events: (row.events ?? []).map(eventOfRow),
    guests: row.guests ?? [],
    headcounts: new Map(row.headcounts ?? []),
    saved: submittedAt ? { partyId, submittedAt, changeNumber, sentBy, late, sealed } : undefined,
    repeated: key && repeatedParty
      ? { key, partyId: repeatedParty, bodyMac, changeNumber: repeatedNumber }
      : undefined,
  };
}
