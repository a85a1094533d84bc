import type { WeddingEvent } from "../../shared/events.ts";
import type { EventId, SiteId } from "../../shared/ids.ts";
import type { Query, Tx } from "../database/sql.ts";

/** An event as it is kept: what it does not have is null. */
export interface EventRow {
  id: EventId;
  name: string;
  startsAt: string;
  endsAt: string | null;
  zone: string;
  place: WeddingEvent["place"] | null;
  about: string | null;
  capacity: number | null;
  courses: WeddingEvent["courses"];
}

/** A site's events in the order the couple gave them. */
export async function eventsOf(sql: Query, siteId: SiteId): Promise<WeddingEvent[]> {
  const rows = await sql<EventRow>`
    select event_id as id, name, starts_at, ends_at, zone, place, about, capacity, courses
    from events
    where site_id = ${siteId}
    order by position, event_id
  `;
  return rows.map(eventOfRow);
}

/** The same of several sites. */
export async function eventsOfSites(
  sql: Query,
  siteIds: readonly SiteId[],
): Promise<Map<SiteId, WeddingEvent[]>> {
  const rows = await sql<EventRow & { siteId: SiteId }>`
    select
      site_id, event_id as id, name, starts_at, ends_at, zone, place, about, capacity, courses
    from events
    where site_id = any(${siteIds})
    order by position, event_id
  `;
  const events = new Map<SiteId, WeddingEvent[]>();
  for (const { siteId, ...row } of rows) {
    events.set(siteId, [...events.get(siteId) ?? [], eventOfRow(row)]);
  }
  return events;
}

export function eventOfRow({ endsAt, place, about, capacity, ...event }: EventRow): WeddingEvent {
  return {
    ...event,
    ...(endsAt === null ? {} : { endsAt }),
    ...(place ? { place } : {}),
    ...(about === null ? {} : { about }),
    ...(capacity === null ? {} : { capacity }),
  };
}

/** A new event comes last; one that is known keeps its place. */
export async function saveEvent(tx: Tx, siteId: SiteId, event: WeddingEvent): Promise<void> {
  const { id, name, startsAt, endsAt, zone, place, about, capacity, courses } = event;
  await tx`
    insert into events (
      site_id, event_id, position, name, starts_at, ends_at, zone, place, about, capacity, courses
    )
    select
      ${siteId}, ${id}, coalesce(max(position), 0) + 1, ${name}, ${startsAt}, ${endsAt ?? null},
      ${zone}, ${place ?? null}::jsonb, ${about ?? null}, ${capacity ?? null}::integer,
      ${courses}::jsonb
    from events
    where site_id = ${siteId}
    on conflict (site_id, event_id) do update
    set
      name = excluded.name,
      starts_at = excluded.starts_at,
      ends_at = excluded.ends_at,
      zone = excluded.zone,
      place = excluded.place,
      about = excluded.about,
      capacity = excluded.capacity,
      courses = excluded.courses
  `;
}

export async function deleteEvent(tx: Tx, siteId: SiteId, eventId: EventId): Promise<void> {
  await tx`
    delete from events
    where site_id = ${siteId} and event_id = ${eventId}
  `;
}
