import assert from "node:assert/strict";
import { newId } from "../../shared/ids.ts";
import { sha256 } from "../access/sha256.ts";
import { connectPostgres } from "../database/postgres.ts";
import type { Sql } from "../database/sql.ts";
import { testDatabase } from "../testing/database.ts";
import { forgetLimits, fullness, takeLimits, type Use, useLimits } from "./limits.ts";

const sql = await testDatabase();
const start = new Date("2027-06-12T12:00:00Z").getTime();
const at = (seconds: number) => new Date(start + seconds * 1000);

/** A limit on somebody who has never called. */
function aUse(overrides: Partial<Use> = {}): Use {
  const caller = sha256(newId("caller"));
  return { per: "address", calls: 5, seconds: 10, name: "GET /test", caller, ...overrides };
}

Deno.test("useLimits() lets as many calls through at once as are allowed, then none", async () => {
  const use = aUse();

  const waits = await inTurn(sql, 7, () => [use], at(0));

  assert.deepEqual(waits, [0, 0, 0, 0, 0, 2, 2]);
});

Deno.test("useLimits() lets exactly so many through, however the seconds divide", async () => {
  for (const seconds of [1, 10, 60, 900]) {
    for (const calls of [1, 3, 7, 11, 13, 60]) {
      const use = aUse({ calls, seconds });

      const waits = await inTurn(sql, calls + 1, () => [use], at(0));

      const passed = waits.filter((wait) => wait === 0).length;
      assert.equal(passed, calls, `${calls} in ${seconds} s`);
    }
  }
});

Deno.test("useLimits() locks nobody out when the clock is put back, by an hour or by years", async () => {
  for (const back of [3600, 40_000_000]) {
    const use = aUse();
    await inTurn(sql, 6, () => [use], at(0));

    const used = await fullness(sql, [use], at(-back));
    const waits = await inTurn(sql, 7, () => [use], at(-back));

    assert.deepEqual(used, [0]);
    assert.deepEqual(waits, [0, 0, 0, 0, 0, 2, 2]);
  }
});

Deno.test("useLimits() holds across servers whose clocks differ by half a minute", async () => {
  const use = aUse();
  await inTurn(sql, 5, () => [use], at(30));

  assert.deepEqual(await inTurn(sql, 3, () => [use], at(0)), [2, 2, 2]);
});

Deno.test("useLimits() says how long to wait, and keeps its word", async () => {
  const use = aUse({ calls: 3, seconds: 100 });
  await inTurn(sql, 3, () => [use], at(0));

  const wait = await useLimits(sql, [use], at(0));

  assert.equal(wait, 34);
  assert.equal(await useLimits(sql, [use], at(wait)), 0);
  assert.ok(await useLimits(sql, [use], at(wait)) > 0);
});

Deno.test("useLimits() never says to wait no time at all", async () => {
  const use = aUse({ calls: 100, seconds: 1 });

  const waits = await inTurn(sql, 101, () => [use], at(0));

  assert.equal(waits.at(-1), 1);
});

Deno.test("useLimits() charges nothing for a call that it refused", async () => {
  const use = aUse({ calls: 5, seconds: 10 });
  await inTurn(sql, 5, () => [use], at(0));

  await inTurn(sql, 50, () => [use], at(1));

  assert.equal(await useLimits(sql, [use], at(2)), 0);
});

Deno.test("useLimits() forgives a pause, but saves nothing up", async () => {
  const use = aUse();
  await inTurn(sql, 5, () => [use], at(0));

  const waits = await inTurn(sql, 7, () => [use], at(10_000));

  assert.deepEqual(waits, [0, 0, 0, 0, 0, 2, 2]);
});

Deno.test("useLimits() holds with a clock that was put back", async () => {
  const use = aUse();
  await inTurn(sql, 5, () => [use], at(0));

  assert.ok(await useLimits(sql, [use], at(-5)) > 0);
  assert.equal(await useLimits(sql, [use], at(2)), 0);
});

Deno.test("useLimits() counts each caller and each limit apart", async () => {
  const use = aUse();
  await inTurn(sql, 5, () => [use], at(0));
  const other = aUse();

  assert.ok(await useLimits(sql, [use], at(0)) > 0);
  assert.equal(await useLimits(sql, [other], at(0)), 0);
  assert.equal(await useLimits(sql, [{ ...use, name: "PUT /test" }], at(0)), 0);
});

Deno.test("useLimits() refuses when any of several limits is used up, and waits for the longest", async () => {
  const short = aUse({ name: "short", calls: 10, seconds: 10 });
  const long = aUse({ name: "long", calls: 2, seconds: 60 });

  const waits = await inTurn(sql, 3, () => [short, long], at(0));

  assert.deepEqual(waits, [0, 0, 30]);
});

Deno.test("takeLimits() says which of several limits has to be waited for", async () => {
  const short = aUse({ name: "short", calls: 1, seconds: 10 });
  const long = aUse({ name: "long", calls: 2, seconds: 60 });
  await useLimits(sql, [short, long], at(0));

  const waits = await takeLimits(sql, [short, long], at(0));

  assert.deepEqual(waits, [10, 0]);
  assert.deepEqual(await takeLimits(sql, [], at(0)), []);
});

Deno.test("of calls at the same moment exactly as many pass as there is room for, whoever else calls", async () => {
  const [busy, used, quiet] = [aUse({ calls: 20 }), aUse({ calls: 7 }), aUse()];
  await inTurn(sql, 2, () => [used], at(0));

  const waits = await Promise.all(
    Array.from(
      { length: 31 },
      (_, index) => takeLimits(sql, index === 17 ? [quiet, busy] : [busy, used], at(0)),
    ),
  );

  const passed = (place: number) => waits.filter((waits) => waits[place] === 0).length;
  assert.equal(waits.filter((waits, index) => waits[index === 17 ? 1 : 0] === 0).length, 20);
  assert.equal(passed(1) - (waits[17]?.[1] === 0 ? 1 : 0), 5);
  assert.equal(waits[17]?.[0], 0);
  assert.ok(await useLimits(sql, [busy], at(0)) > 0);
  assert.equal(await useLimits(sql, [busy], at(1)), 0);
});

Deno.test("fullness() says how much of a limit is used up, and uses nothing", async () => {
  const use = aUse({ calls: 4, seconds: 100 });
  const never = aUse();
  await inTurn(sql, 3, () => [use], at(0));

  const full = [0, 50, 75, 1000].map((seconds) => fullness(sql, [never, use], at(seconds)));

  assert.deepEqual(await Promise.all(full), [[0, 0.75], [0, 0.25], [0, 0], [0, 0]]);
  assert.equal(await useLimits(sql, [use], at(0)), 0);
});

Deno.test("useLimits() holds across two processes that call at the same time", async () => {
  const use = aUse({ calls: 20, seconds: 60 });
  // Two pools of connections are to the database what two processes are; the embedded one has one process.
  const url = Deno.env.get("TEST_DATABASE_URL");
  const other = url ? await connectPostgres(url, { poolSize: 4 }) : undefined;
  try {
    const calls = Array.from(
      { length: 60 },
      (_, index) => useLimits(index % 2 ? sql : other ?? sql, [use], at(0)),
    );

    const waits = await Promise.all(calls);

    assert.equal(waits.filter((wait) => wait === 0).length, 20);
  } finally {
    await other?.close();
  }
});

Deno.test("forgetLimits() forgets who has been quiet long enough, and nobody else", async () => {
  // In a time of its own: other tests' rows are in the same table.
  const then = (seconds: number) => new Date(Date.UTC(1990, 0, 1) + seconds * 1000);
  const quiet = aUse();
  const busy = aUse();
  await inTurn(sql, 1, () => [quiet], then(0));
  await inTurn(sql, 5, () => [busy], then(0));

  await forgetLimits(sql, then(5));

  assert.deepEqual(await held(quiet), []);
  assert.equal((await held(busy)).length, 1);
  assert.ok(await useLimits(sql, [busy], then(0)) > 0);
  await forgetLimits(sql, then(100));
});

function held({ caller }: Use): Promise<object[]> {
  return sql`
    select name
    from limits
    where caller = ${caller}
  `;
}

async function inTurn(
  query: Sql,
  times: number,
  uses: () => Use[],
  now: Date,
): Promise<number[]> {
  const waits: number[] = [];
  while (waits.length < times) waits.push(await useLimits(query, uses(), now));
  return waits;
}
