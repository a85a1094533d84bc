import assert from "node:assert/strict";
import { ownDatabase } from "../testing/database.ts";
import { renewStatistics } from "./renew-statistics.ts";
import type { Query } from "./sql.ts";

const sql = await ownDatabase();

async function rowsKnown(query: Query): Promise<number> {
  const [row] = await query<{ rows: number }>`
    select reltuples as rows
    from pg_class
    where oid = 'shelf'::regclass
  `;
  return row?.rows ?? NaN;
}

Deno.test("a table that was looked at while it was empty is looked at again by who has filled it, and a full one is not", async () => {
  await sql.script("create table shelf (number integer primary key)");
  await sql`insert into shelf select generate_series(1, 5000)`;
  await sql`delete from shelf`;
  await sql`analyze shelf`;
  assert.equal(await rowsKnown(sql), 0);

  await sql.begin(async (tx) => {
    await tx`insert into shelf select generate_series(5001, 8000)`;
    await renewStatistics(tx);
    assert.equal(await rowsKnown(tx), 3000);
    await tx`insert into shelf select generate_series(8001, 9000)`;
    await renewStatistics(tx);
    assert.equal(await rowsKnown(tx), 3000);
  });
});
