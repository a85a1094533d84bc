import assert from "node:assert/strict";
import { join } from "node:path";
import { freshDatabase, freshPostgres } from "../testing/database.ts";
import { isMigrated, migrate } from "./migrate.ts";
import { connectPostgres } from "./postgres.ts";

async function aFolder(files: Record<string, string>): Promise<{ path: string } & AsyncDisposable> {
  const path = await Deno.makeTempDir();
  for (const [name, text] of Object.entries(files)) {
    await Deno.writeTextFile(join(path, name), text);
  }
  return { path, [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }) };
}

const first = "create table firsts (id integer);\ninsert into firsts (id) values (1);";
const second = "-- A comment; with a semicolon.\ninsert into firsts (id) values (2);";

Deno.test("migrate() applies what is new, in order, once", async () => {
  await using sql = await freshDatabase();
  await using folder = await aFolder({ "0001_firsts.sql": first, "0002_more.sql": second });

  assert.equal(await isMigrated(sql, folder.path), false);
  assert.deepEqual(await migrate(sql, folder.path), { applied: [1, 2] });
  assert.deepEqual(await migrate(sql, folder.path), { applied: [] });
  assert.equal(await isMigrated(sql, folder.path), true);

  await Deno.writeTextFile(join(folder.path, "0003_again.sql"), second);
  assert.equal(await isMigrated(sql, folder.path), false);
  assert.deepEqual(await migrate(sql, folder.path), { applied: [3] });
  assert.deepEqual(await sql`select id from firsts order by id`, [{ id: 1 }, { id: 2 }, { id: 2 }]);
  const recorded = await sql`select number, name from migrations order by number`;
  assert.deepEqual(recorded, [
    { number: 1, name: "0001_firsts.sql" },
    { number: 2, name: "0002_more.sql" },
    { number: 3, name: "0003_again.sql" },
  ]);
});

Deno.test("migrate() leaves nothing of a migration that fails", async () => {
  await using sql = await freshDatabase();
  await using folder = await aFolder({
    "0001_firsts.sql": first,
    "0002_bad.sql": "create table seconds (id integer);\nselect 1 / 0;",
  });

  await assert.rejects(migrate(sql, folder.path), /^Error: Migration 0002_bad.sql failed/);

  const [row] = await sql`
    select
      to_regclass('firsts') is not null as firsts, to_regclass('seconds') is not null as seconds,
      (select count(*) from migrations) as recorded
  `;
  assert.deepEqual(row, { firsts: true, seconds: false, recorded: 1 });
});

Deno.test("migrate() refuses a file that changed after it was applied", async () => {
  await using sql = await freshDatabase();
  await using folder = await aFolder({ "0001_firsts.sql": first });
  await migrate(sql, folder.path);

  await Deno.writeTextFile(join(folder.path, "0001_firsts.sql"), first.replaceAll("\n", "\r\n"));
  await migrate(sql, folder.path);
  await Deno.writeTextFile(join(folder.path, "0001_firsts.sql"), second);

  await assert.rejects(migrate(sql, folder.path), /migrated with another 0001_firsts.sql/);
});

Deno.test("migrate() refuses a database that is newer than the program", async () => {
  await using sql = await freshDatabase();
  await using newer = await aFolder({ "0001_firsts.sql": first, "0002_more.sql": second });
  await using older = await aFolder({ "0001_firsts.sql": first });
  await migrate(sql, newer.path);

  await assert.rejects(migrate(sql, older.path), /newer than this program.*0002_more\.sql/);
});

Deno.test("migrate() refuses gaps, doubles and other names", async () => {
  await using sql = await freshDatabase();
  await using gap = await aFolder({ "0001_firsts.sql": first, "0003_more.sql": second });
  await using double = await aFolder({ "0001_firsts.sql": first, "0001_more.sql": second });
  await using odd = await aFolder({ "1_firsts.sql": first });

  await assert.rejects(migrate(sql, gap.path), /0002 is missing before 0003_more\.sql/);
  await assert.rejects(migrate(sql, double.path), /0002 is missing before 0001_more\.sql/);
  await assert.rejects(migrate(sql, odd.path), /named like 0001_name\.sql, not 1_firsts\.sql/);
});

const serverUrl = Deno.env.get("TEST_DATABASE_URL");
Deno.test({
  name: "migrate() may be called by several processes at once",
  ignore: !serverUrl,
  async fn() {
    await using sql = await freshPostgres(serverUrl ?? "");
    await using folder = await aFolder({
      "0001_firsts.sql": `select pg_sleep(0.1); ${first}`,
      "0002_more.sql": second,
    });
    const [row] = await sql<{ name: string }>`select current_database() as name`;
    const url = new URL(serverUrl ?? "");
    url.pathname = `/${row?.name}`;
    const others = await Promise.all([1, 2, 3].map(() => connectPostgres(url.href)));

    const results = await Promise.all(others.map((other) => migrate(other, folder.path)));

    assert.deepEqual(results.flatMap(({ applied }) => applied).sort(), [1, 2]);
    assert.deepEqual(await sql`select id from firsts order by id`, [{ id: 1 }, { id: 2 }]);
    for (const other of others) await other.close();
  },
});
