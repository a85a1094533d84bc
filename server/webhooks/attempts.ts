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
  attempt: AttemptRow;
  state: "delivered" | "owed" | "failed";
  nextAttemptAt: Date | null;
}

/** Records a try and what follows from it, in one statement: the log of attempts is never behind. */
export async function recordAttempt(sql: Query, tried: AttemptedDelivery): Promise<void> {
  const { siteId, id, endpointId, attempt, state, nextAttemptAt } = tried;
  const failingSince = state === "delivered" ? null : attempt.triedAt;
  await sql`
    with recorded as (
      insert into attempts (
        site_id, delivery_id, number, tried_at, status, problem, duration_ms, answer
      )
      select
        ${siteId}, ${id}, ${attempt.number}, ${attempt.triedAt}, ${attempt.status},
        ${attempt.problem}, ${attempt.durationMs}, ${attempt.answer}
      where exists (
        select 1
        from deliveries
        where site_id = ${siteId} and delivery_id = ${id}
      )
      on conflict (site_id, delivery_id, number) do nothing
    ), judged as (
      update endpoints
      set failing_since = case
        when ${failingSince}::timestamptz is null then null
        else coalesce(failing_since, ${failingSince})
      end
      where
        site_id = ${siteId}
        and endpoint_id = ${endpointId}
        and (failing_since is null) <> (${failingSince}::timestamptz is null)
    )
    update deliveries
    set
      attempts = ${attempt.number},
      state = case when state = 'dropped' then state else ${state} end,
      next_attempt_at = case when state = 'dropped' then null else ${nextAttemptAt}::timestamptz end,
      claimed_by = null
    where site_id = ${siteId} and delivery_id = ${id}
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
