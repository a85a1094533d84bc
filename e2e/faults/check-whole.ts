import assert from "node:assert/strict";
import { changesAfter } from "../../server/changes/changes.ts";
import type { Deps } from "../../server/deps.ts";
import { headcountsOf } from "../../server/headcount/headcounts.ts";
import { recountHeadcounts } from "../../server/headcount/recount-headcounts.ts";
import { until } from "../../server/testing/until.ts";
import type { EndpointId } from "../../shared/ids.ts";
import type { Guests } from "./guests.ts";
import type { Kitchen } from "./kitchen.ts";
import { checkLedgers, type Ledger } from "./ledger.ts";
import type { FaultyWedding } from "./weddings.ts";

/**
 * Looks into the database itself when all guests are answered and nothing is owed: the whole log and its chain, every reply once,
 * headcounts equal to a recount, and every delivery there should be, once, delivered, and known to its receiver.
 */
export async function checkWhole(
  deps: Deps,
  ledgers: readonly Ledger[],
  guests: Guests,
  kitchen: Kitchen,
): Promise<{ deliveries: number; changes: number }> {
  // Anew from the first change on: nothing that was read before is believed.
  const whole = ledgers.map(({ wedding }) => ({ wedding, changes: [], replies: new Map() }));
  const unknown = await checkLedgers(
    whole,
    guests,
    ({ site }, after, most) => changesAfter(deps.sql, site.id, after, most),
  );
  assert.equal(unknown, 0, "replies are there that nobody was told of");
  for (const [index, ledger] of ledgers.entries()) {
    const read: Ledger | undefined = whole[index];
    assert.deepEqual(read?.changes.slice(0, ledger.changes.length), ledger.changes);
  }

  let deliveries = 0;
  for (const ledger of whole) {
    await checkSite(deps, ledger, guests);
    deliveries += await checkDeliveries(deps, ledger, kitchen);
  }
  kitchen.check();
  return { deliveries, changes: whole.reduce((sum, { changes }) => sum + changes.length, 0) };
}

async function checkSite(deps: Deps, { wedding, changes }: Ledger, guests: Guests): Promise<void> {
  const { site } = wedding;
  const [row] = await deps.sql<{ changeNumber: number; lastHash: string; submissions: number }>`
    select
      change_number,
      last_hash,
      (select count(*) from submissions where submissions.site_id = sites.site_id) as submissions
    from sites
    where site_id = ${site.id}
  `;
  const sent = guests.acknowledged.filter((press) => press.wedding === wedding);
  assert.deepEqual(row, {
    changeNumber: changes.length,
    lastHash: changes.at(-1)?.hash,
    submissions: sent.length,
  });
  const stored = await headcountsOf(deps.sql, site.id);
  assert.deepEqual(stored, await recountHeadcounts(deps, site), `${site.slug}: headcounts differ`);
}

interface DeliveryRow {
  id: string;
  endpointId: EndpointId;
  type: string;
  changeNumber: number;
  state: string;
}

async function checkDeliveries(
  { sql }: Deps,
  { wedding, changes }: Ledger,
  kitchen: Kitchen,
): Promise<number> {
  const rows = await sql<DeliveryRow>`
    select delivery_id as id, endpoint_id, type, change_number, state
    from deliveries
    where site_id = ${wedding.site.id}
  `;
  for (const { id, state, changeNumber } of rows) {
    assert.equal(state, "delivered", `${id} of change ${changeNumber} is ${state}`);
    const arrived = kitchen.arrived.get(id);
    assert.ok(arrived?.accepted, `${id} is noted as delivered, and its receiver does not have it`);
    assert.equal(arrived.changeNumber, changeNumber, id);
  }
  const numbersOf = (type: string) =>
    changes.filter((change) => change.type === type).map(({ number }) => number);
  const told = rows.filter(({ type }) => type === "reply.submitted");
  const toldNumbers = told.map(({ changeNumber }) => changeNumber).sort((a, b) => a - b);
  assert.deepEqual(toldNumbers, numbersOf("reply.submitted"), "each reply is one delivery");
  for (const endpoint of [wedding.caterer, wedding.venue]) {
    const heard = rows.filter(({ type, endpointId }) =>
      endpointId === endpoint && type === "headcount.changed"
    );
    const newest = Math.max(0, ...heard.map(({ changeNumber }) => changeNumber));
    const moved = numbersOf("headcount.changed").filter((number) => number > wedding.beganAt);
    const last = moved.at(-1) ?? 0;
    assert.ok(newest >= last, `${endpoint} knows the numbers of ${newest}, not of ${last}`);
  }
  return rows.length;
}

/** How many deliveries some endpoint of these weddings is still owed, changes that nobody has spread yet included. */
export async function owedOf({ sql }: Deps, weddings: readonly FaultyWedding[]): Promise<number> {
  const siteIds = weddings.map(({ site }) => site.id);
  const [row] = await sql<{ owed: number }>`
    select
      (
        select count(*)
        from deliveries
        where site_id = any(${siteIds}) and next_attempt_at is not null
      ) + (
        select count(*)
        from owed_changes
        where site_id = any(${siteIds})
      ) as owed
  `;
  return row?.owed ?? 0;
}

/** Waits until nobody is owed anything; if that does not come, says what is owed and why. */
export async function untilNothingOwed(
  deps: Deps,
  weddings: readonly FaultyWedding[],
  patienceMs = 60_000,
): Promise<void> {
  try {
    const none = async () => await owedOf(deps, weddings) === 0;
    await until("nothing is owed", none, patienceMs);
  } catch (error) {
    const owed = await deps.sql`
      select
        deliveries.delivery_id,
        deliveries.type,
        deliveries.state,
        deliveries.claimed_by is not null as claimed,
        round(extract(epoch from deliveries.next_attempt_at - now())) as in_seconds,
        array(
          select coalesce(problem, status::text)
          from attempts
          where
            attempts.site_id = deliveries.site_id
            and attempts.delivery_id = deliveries.delivery_id
          order by number
        ) as tried
      from deliveries
      where next_attempt_at is not null
    `;
    throw new Error(owed.map((row) => JSON.stringify(row)).join("\n"), { cause: error });
  }
}
