import assert from "node:assert/strict";
import { join } from "node:path";
import { pgliteTemplate } from "../testing/pglite-template.ts";
import { openEmbedded } from "./embedded.ts";
import { isDatabaseAway, isDiskFull } from "./errors.ts";
import { openPglite } from "./pglite.ts";

const log = () => {};

/** A folder with a database in it, with a table and one row. */
async function aFolder(): Promise<{ path: string } & AsyncDisposable> {
  const path = await Deno.makeTempDir();
  const sql = await openPglite(join(path, "database"), { loadFrom: await pgliteTemplate("empty") });
  await sql`create table seats as select 1 as number`;
  await sql.close();
  return { path, [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }) };
}

/** PostgreSQL ends with a PANIC when it cannot write what a checkpoint needs. */
async function breakCheckpoints(folder: string): Promise<() => Promise<void>> {
  const inTheWay = join(folder, "database", "pg_logical", "replorigin_checkpoint.tmp");
  await Deno.mkdir(inTheWay);
  return () => Deno.remove(inTheWay);
}

Deno.test("a database that has ended says why, refuses every later statement, and is whole when it is opened anew", async () => {
  await using folder = await aFolder();
  const reason = Promise.withResolvers<string>();
  const sql = await openEmbedded(folder.path, { log, onEnded: reason.resolve });
  await sql`insert into seats (number) values (2)`;
  const repair = await breakCheckpoints(folder.path);

  const broken = sql.script("checkpoint");
  const later = [
    sql`select number from seats`,
    sql.begin((tx) => tx`insert into seats (number) values (3)`),
    sql.script("select 1; select 2"),
  ];

  await assert.rejects(broken, { severity: "PANIC" });
  assert.match(await reason.promise, /replorigin_checkpoint/);
  for (const statement of [...later, sql`select 1`]) {
    const error = await statement.then(() => "an answer", (error) => error);
    assert.ok(isDatabaseAway(error), String(error));
  }
  await assert.rejects(sql.close());
  await repair();
  const again = await openEmbedded(folder.path, { log });
  assert.deepEqual(await again`select number from seats order by 1`, [{ number: 1 }, {
    number: 2,
  }]);
  await again.close();
});

Deno.test("a statement that fails is no end", async () => {
  await using folder = await aFolder();
  const sql = await openEmbedded(folder.path, {
    log,
    onEnded: (reason) => assert.fail(reason),
  });

  await assert.rejects(sql`select 1 / 0`, { code: "22012" });
  await assert.rejects(sql.script("select 1 / 0; select 1"), { code: "22012" });
  await assert.rejects(sql.begin((tx) => tx`select 1 / 0`), { code: "22012" });

  assert.deepEqual(await sql`select number from seats`, [{ number: 1 }]);
  await sql.close();
});

Deno.test("a nearly full disk refuses changes and lets everybody read; with room again all is as before", async () => {
  await using folder = await aFolder();
  let free = 500_000_000;
  const sql = await openEmbedded(folder.path, { log, free: () => free });
  const add = () => sql.begin((tx) => tx`insert into seats (number) values (2)`);

  free = 60_000_000;
  const refused = await add().then(() => "an answer", (error) => error);
  const alone = sql`insert into changes (number) values (1)`.catch((error) => error);
  const read = await sql`select number from seats`;
  const noted = await sql`insert into seats (number) values (7) returning number`;
  free = 500_000_000;
  await add();

  assert.ok(isDiskFull(refused), String(refused));
  assert.ok(isDiskFull(await alone));
  assert.deepEqual([read, noted], [[{ number: 1 }], [{ number: 7 }]]);
  assert.deepEqual(await sql`select count(*) as seats from seats`, [{ seats: 3 }]);
  await sql.close();
});

Deno.test("a database on a full disk is not opened, and the sentence says what to do", async () => {
  await using folder = await aFolder();

  const opened = openEmbedded(folder.path, { log, free: () => 4096 });

  await assert.rejects(opened, /the disk of .* is full. Make room first/);
  await (await openEmbedded(folder.path, { log })).close();
});
