import type { DeliveryId, EndpointId, SiteId } from "../../shared/ids.ts";
import type { Query } from "../database/sql.ts";

export interface AttemptRow {
  number: number;
  triedAt: Date;
  status: number | null;
  problem: string | null;
  durationMs: number;
  answer: string;
}

export interface AttemptedDelivery {
  siteId: SiteId;
  id: DeliveryId;
  endpointId: EndpointId;
  claimedBy: string;
  attempt: AttemptRow;
  state: "delivered" | "owed" | "failed";
  nextAttemptAt: Date | null;
}

/**
 * Records tries and what follows from them, in one statement: the log of attempts is never behind. What became of a
 * delivery is not for whoever lost it to say: somebody else claimed it meanwhile.
 */
export async function recordAttempts(
  sql: Query,
  tried: readonly AttemptedDelivery[],
): Promise<void> {
  const attempts = tried.map(({ attempt }) => attempt);
  await sql`
    with tried as (
      select *
      from unnest(
        ${tried.map(({ siteId }) => siteId)}::text[],
        ${tried.map(({ id }) => id)}::text[],
        ${tried.map(({ endpointId }) => endpointId)}::text[],
        ${tried.map(({ claimedBy }) => claimedBy)}::text[],
        ${tried.map(({ state }) => state)}::text[],
        ${tried.map(({ nextAttemptAt }) => nextAttemptAt)}::timestamptz[],
        ${attempts.map(({ number }) => number)}::integer[],
        ${attempts.map(({ triedAt }) => triedAt)}::timestamptz[],
        ${attempts.map(({ status }) => status)}::integer[],
        ${attempts.map(({ problem }) => problem)}::text[],
        ${attempts.map(({ durationMs }) => durationMs)}::integer[],
        ${attempts.map(({ answer }) => answer)}::text[]
      ) with ordinality as tried(
        site_id, delivery_id, endpoint_id, claimed_by, state, next_attempt_at, number, tried_at,
        status, problem, duration_ms, answer, place
      )
      -- Few are expected between two places: so each is looked up by its key, no table is read for them.
      where place between 1 and ${tried.length}
    ), recorded as (
      insert into attempts (
        site_id, delivery_id, number, tried_at, status, problem, duration_ms, answer
      )
      select site_id, delivery_id, number, tried_at, status, problem, duration_ms, answer
      from tried
      where exists (
        select 1
        from deliveries
        where
          deliveries.site_id = tried.site_id
          and deliveries.delivery_id = tried.delivery_id
      )
      on conflict (site_id, delivery_id, number) do nothing
    ), ordered as (
      select
        site_id,
        endpoint_id,
        place,
        tried_at,
        max(place) filter (where state = 'delivered')
          over (partition by site_id, endpoint_id) as last
      from tried
    ), verdicts as (
      select
        site_id,
        endpoint_id,
        last is not null as worked,
        min(tried_at) filter (where last is null or place > last) as failed_since
      from ordered
      group by site_id, endpoint_id, last
    ), judged as (
      update endpoints
      set failing_since = case
        when worked then failed_since
        else coalesce(failing_since, failed_since)
      end
      from verdicts
      where
        endpoints.site_id = verdicts.site_id
        and endpoints.endpoint_id = verdicts.endpoint_id
        and case
          when worked then failing_since is distinct from failed_since
          else failing_since is null
        end
    )
    update deliveries
    set
      attempts = tried.number,
      state = case when deliveries.state = 'dropped' then deliveries.state else tried.state end,
      next_attempt_at = case
        when deliveries.state = 'dropped' then null
        else tried.next_attempt_at
      end,
      claimed_by = null
    from tried
    where
      deliveries.site_id = tried.site_id
      and deliveries.delivery_id = tried.delivery_id
      and (deliveries.claimed_by = tried.claimed_by or deliveries.state = 'dropped')
  `;
}

export async function attemptsOf(
  sql: Query,
  siteId: SiteId,
  deliveryId: DeliveryId,
): Promise<AttemptRow[]> {
  return await sql<AttemptRow>`
    select number, tried_at, status, problem, duration_ms, answer
    from attempts
    where site_id = ${siteId} and delivery_id = ${deliveryId}
    order by number
  `;
}
