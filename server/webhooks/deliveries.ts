import type { DeliveryId, EndpointId, SiteId } from "../../shared/ids.ts";
import type { Delivery, MaySee } from "../../shared/vendors.ts";
import type { NoticeType } from "../../shared/notices.ts";
import type { Query, Tx } from "../database/sql.ts";

export interface NewDelivery {
  siteId: SiteId;
  id: DeliveryId;
  endpointId: EndpointId;
  type: NoticeType;
  changeNumber: number;
  state: "gathering" | "owed";
  nextAttemptAt: Date;
}

/** Owes deliveries. A batch that is still gathering takes the news up instead, and is due when it was. */
export async function oweDeliveries(
  tx: Tx,
  deliveries: NewDelivery[],
  createdAt: Date,
): Promise<void> {
  if (deliveries.length === 0) return;
  const rows = deliveries.map((delivery) => ({
    site_id: delivery.siteId,
    delivery_id: delivery.id,
    endpoint_id: delivery.endpointId,
    type: delivery.type,
    change_number: delivery.changeNumber,
    state: delivery.state,
    next_attempt_at: delivery.nextAttemptAt,
  }));
  await tx`
    insert into deliveries (
      site_id, delivery_id, endpoint_id, type, change_number, state, next_attempt_at, created_at
    )
    select
      site_id, delivery_id, endpoint_id, type, change_number, state, next_attempt_at, ${createdAt}
    from jsonb_to_recordset(${rows}) as owed(
      site_id text, delivery_id text, endpoint_id text, type text, change_number bigint, state text,
      next_attempt_at timestamptz
    )
    on conflict (site_id, endpoint_id, type) where state = 'gathering' do update
    set change_number = greatest(deliveries.change_number, excluded.change_number)
  `;
}

/** A delivery that is due. */
export interface DueDelivery {
  siteId: SiteId;
  id: DeliveryId;
  endpointId: EndpointId;
  type: NoticeType;
  changeNumber: number;
  bodySealed: Uint8Array | null;
  /** What the vendor was allowed to see when the body was composed. */
  maySee: MaySee | null;
  attempts: number;
  attemptsBefore: number;
}

/** A delivery that somebody is about to try. */
export interface ClaimedDelivery extends DueDelivery {
  /** Whoever claims it later, when this claim has run out, has it. */
  claimedBy: string;
  /** Its bytes in the clear, where they were composed just now. */
  body?: string;
}

export interface DueWanted {
  most: number;
  perEndpoint: number;
  busy: EndpointId[];
  now: Date;
}

/**
 * Deliveries that are due and nobody else takes, at most `perEndpoint` of one endpoint and none of those that are `busy`,
 * so that a dead receiver holds up only itself. They are locked for whoever is about to claim them.
 */
export async function lockDue(
  tx: Tx,
  { most, perEndpoint, busy, now }: DueWanted,
): Promise<DueDelivery[]> {
  return await tx<DueDelivery>`
    with due as (
      select site_id, delivery_id, endpoint_id, next_attempt_at
      from deliveries
      where next_attempt_at <= ${now} and not endpoint_id = any(${busy})
      order by next_attempt_at
      limit ${most * 4}
    ), fair as (
      select
        site_id,
        delivery_id,
        next_attempt_at,
        row_number() over (partition by endpoint_id order by next_attempt_at) as place
      from due
    ), chosen as materialized (
      select site_id, delivery_id, place
      from fair
      where place <= ${perEndpoint}
      order by place, next_attempt_at
      limit ${most}
    )
    select
      deliveries.site_id,
      deliveries.delivery_id as id,
      deliveries.endpoint_id,
      deliveries.type,
      deliveries.change_number,
      deliveries.body_sealed,
      deliveries.may_see,
      deliveries.attempts,
      deliveries.attempts_before
    from chosen
    join deliveries using (site_id, delivery_id)
    -- Few are expected between two places: so each is looked up by its key, the table is not read for them.
    where
      chosen.place between 1 and ${perEndpoint}
      and deliveries.next_attempt_at <= ${now}
    for no key update of deliveries skip locked
  `;
}

/** Claims what was locked, with the bytes it has. A claim runs out by itself if the process dies. */
export async function takeDue(
  tx: Tx,
  claimed: readonly ClaimedDelivery[],
  until: Date,
): Promise<void> {
  await tx`
    update deliveries
    set
      state = 'owed',
      next_attempt_at = ${until},
      claimed_by = claimed.claimed_by,
      body_sealed = case
        when claimed.body is null then deliveries.body_sealed
        else decode(claimed.body, 'base64')
      end,
      change_number = claimed.change_number,
      may_see = claimed.may_see
    from unnest(
      ${claimed.map(({ siteId }) => siteId)}::text[],
      ${claimed.map(({ id }) => id)}::text[],
      ${claimed.map(({ claimedBy }) => claimedBy)}::text[],
      ${
    claimed.map(({ body, bodySealed }) => body && bodySealed ? bodySealed.toBase64() : null)
  }::text[],
      ${claimed.map(({ changeNumber }) => changeNumber)}::bigint[],
      ${claimed.map(({ maySee }) => maySee)}::jsonb[]
    ) with ordinality as claimed(
      site_id, delivery_id, claimed_by, body, change_number, may_see, place
    )
    where
      claimed.place between 1 and ${claimed.length}
      and deliveries.site_id = claimed.site_id
      and deliveries.delivery_id = claimed.delivery_id
  `;
}

/** Of these claims, those that are still held: nobody dropped the delivery, or has taken it over. */
export async function stillClaimed(
  sql: Query,
  claims: readonly Pick<ClaimedDelivery, "siteId" | "id" | "claimedBy">[],
): Promise<Set<DeliveryId>> {
  const rows = await sql<{ id: DeliveryId }>`
    select deliveries.delivery_id as id
    from unnest(
      ${claims.map(({ siteId }) => siteId)}::text[],
      ${claims.map(({ id }) => id)}::text[],
      ${claims.map(({ claimedBy }) => claimedBy)}::text[]
    ) with ordinality as held(site_id, delivery_id, claimed_by, place)
    join deliveries using (site_id, delivery_id, claimed_by)
    where held.place between 1 and ${claims.length}
  `;
  return new Set(rows.map(({ id }) => id));
}

/** When the next delivery is due, if any is, of endpoints that are not `busy`. */
export async function nextDue(sql: Query, busy: EndpointId[]): Promise<Date | undefined> {
  const [row] = await sql<{ at: Date }>`
    select next_attempt_at as at
    from deliveries
    where next_attempt_at is not null and not endpoint_id = any(${busy})
    order by next_attempt_at
    limit 1
  `;
  return row?.at;
}

/** Gives back what this or, in the embedded database, an earlier process claimed and did not finish; all, or these. */
export async function releaseClaims(
  sql: Query,
  claimedBy: string | null,
  now: Date,
  only: DeliveryId[] | null = null,
): Promise<void> {
  await sql`
    update deliveries
    set next_attempt_at = ${now}, claimed_by = null
    where
      claimed_by is not null
      and next_attempt_at is not null
      and (${claimedBy}::text is null or claimed_by = ${claimedBy})
      and (${only}::text[] is null or delivery_id = any(${only}))
  `;
}

/** The row that a body is sealed for. */
export function bodyRow({ id }: Pick<DueDelivery, "id">): string {
  return `deliveries|${id}|body`;
}

/** What will be sent of a delivery, and who was to send it. */
export interface ComposedBody extends Pick<ClaimedDelivery, "siteId" | "id" | "claimedBy"> {
  bodySealed: Uint8Array;
  changeNumber: number;
  maySee: MaySee;
}

/**
 * Keeps what will be sent before it is sent: every retry sends these bytes. Left out are those that somebody else has by
 * now, whose bytes it will be.
 */
export async function saveBodies(
  sql: Query,
  bodies: readonly ComposedBody[],
): Promise<{ id: DeliveryId }[]> {
  return await sql`
    update deliveries
    set
      body_sealed = composed.body_sealed,
      change_number = composed.change_number,
      may_see = composed.may_see
    from unnest(
      ${bodies.map(({ siteId }) => siteId)}::text[],
      ${bodies.map(({ id }) => id)}::text[],
      ${bodies.map(({ claimedBy }) => claimedBy)}::text[],
      ${bodies.map(({ bodySealed }) => bodySealed)}::bytea[],
      ${bodies.map(({ changeNumber }) => changeNumber)}::bigint[],
      ${bodies.map(({ maySee }) => maySee)}::jsonb[]
    ) with ordinality as composed(
      site_id, delivery_id, claimed_by, body_sealed, change_number, may_see, place
    )
    where
      composed.place between 1 and ${bodies.length}
      and deliveries.site_id = composed.site_id
      and deliveries.delivery_id = composed.delivery_id
      and deliveries.claimed_by = composed.claimed_by
    returning deliveries.delivery_id as id
  `;
}

/**
 * What is due later than any schedule puts it was written down while the clock was ahead: it is due now. A claim runs out in
 * half a minute, the longest wait between two tries in less than thirty hours.
 */
export async function bringForward(sql: Query, now: Date): Promise<void> {
  await sql`
    update deliveries
    set next_attempt_at = ${now}, claimed_by = null
    where
      next_attempt_at > ${now}::timestamptz + interval '30 hours'
      or (claimed_by is not null and next_attempt_at > ${now}::timestamptz + interval '10 minutes')
  `;
}

/** Deliveries that came to their end before a moment, and what was tried for them. */
export async function forgetDeliveries(sql: Query, before: Date): Promise<void> {
  await sql`
    delete from deliveries
    where created_at < ${before} and next_attempt_at is null
  `;
}

/** Puts a delivery back to work: the schedule starts anew, the same bytes under the same id. */
export async function replayRows(
  tx: Tx,
  siteId: SiteId,
  endpointId: EndpointId,
  which: { id: DeliveryId } | { since: Date },
  now: Date,
): Promise<number> {
  const id = "id" in which ? which.id : null;
  const since = "since" in which ? which.since : null;
  const rows = await tx`
    update deliveries
    set state = 'owed', next_attempt_at = ${now}, attempts_before = attempts, claimed_by = null
    where
      site_id = ${siteId}
      and endpoint_id = ${endpointId}
      and state in ('delivered', 'failed', 'dropped')
      and (${id}::text is null or delivery_id = ${id})
      and (${since}::timestamptz is null or created_at >= ${since})
    returning delivery_id
  `;
  return rows.length;
}

/** Whatever an endpoint was still owed is dropped, or one delivery of it. */
export async function dropOwed(
  tx: Tx,
  siteId: SiteId,
  endpointId: EndpointId,
  only?: { id: DeliveryId },
): Promise<void> {
  const id = only?.id ?? null;
  await tx`
    update deliveries
    set state = 'dropped', next_attempt_at = null, claimed_by = null
    where
      site_id = ${siteId}
      and endpoint_id = ${endpointId}
      and next_attempt_at is not null
      and (${id}::text is null or delivery_id = ${id})
  `;
}

type DeliveryRow =
  & Omit<Delivery, "createdAt" | "nextAttemptAt" | "id" | "endpointId">
  & { id: DeliveryId; endpointId: EndpointId; createdAt: Date; nextAttemptAt: Date | null };

/** An endpoint's deliveries, the newest first. */
export async function deliveriesOf(
  sql: Query,
  siteId: SiteId,
  endpointId: EndpointId,
  { before, most }: { before: Date; most: number },
): Promise<DeliveryRow[]> {
  return await sql<DeliveryRow>`
    select
      delivery_id as id, endpoint_id, type, change_number, state, attempts, created_at,
      next_attempt_at
    from deliveries
    where site_id = ${siteId} and endpoint_id = ${endpointId} and created_at < ${before}
    order by created_at desc
    limit ${most}
  `;
}

export async function deliveryOf(
  sql: Query,
  siteId: SiteId,
  deliveryId: DeliveryId,
): Promise<(DeliveryRow & { bodySealed: Uint8Array | null }) | undefined> {
  const [delivery] = await sql<DeliveryRow & { bodySealed: Uint8Array | null }>`
    select
      delivery_id as id, endpoint_id, type, change_number, state, attempts, created_at,
      next_attempt_at, body_sealed
    from deliveries
    where site_id = ${siteId} and delivery_id = ${deliveryId}
  `;
  return delivery;
}
