import assert from "node:assert/strict";
import { join } from "node:path";
import { freshPostgres } from "../testing/database.ts";
import { pgliteTemplate } from "../testing/pglite-template.ts";
import { openEmbedded } from "./embedded.ts";
import { isMigrated } from "./migrate.ts";
import { openDatabase } from "./open.ts";
import { openPglite } from "./pglite.ts";

const log = () => {};

/** A folder with an empty database in it, which is quicker than having one made. */
async function aFolder(): Promise<{ path: string } & AsyncDisposable> {
  const path = await Deno.makeTempDir();
  const sql = await openPglite(join(path, "database"), { loadFrom: await pgliteTemplate("empty") });
  await sql.close();
  return { path, [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }) };
}

Deno.test("openDatabase() opens the folder, migrates it and finds it again", async () => {
  await using folder = await aFolder();

  const sql = await openDatabase({ folder: folder.path, log });
  assert.equal(sql.engine, "pglite");
  assert.ok(await isMigrated(sql));
  await sql`create table kept as select 1 as number`;
  await sql.close();
  await sql.close();

  const again = await openDatabase({ folder: folder.path, log });
  assert.deepEqual(await again`select number from kept`, [{ number: 1 }]);
  await again.close();
});

Deno.test("openDatabase() lets nobody else into the folder until it is closed", async () => {
  await using folder = await aFolder();
  const sql = await openDatabase({ folder: folder.path, log });

  const second = openDatabase({ folder: folder.path, log });

  await assert.rejects(second, new RegExp(`pid ${Deno.pid}, since .* has this database open`));
  assert.deepEqual(await sql`select 1 as one`, [{ one: 1 }]);
  await sql.close();
  await (await openDatabase({ folder: folder.path, log })).close();
});

Deno.test("openDatabase() gives the folder back when it fails", async () => {
  await using folder = await aFolder();
  const sql = await openEmbedded(folder.path, { log });
  await sql.script(`
    create table migrations (number integer, name text, sha256 text);
    insert into migrations values (1, 'somebody else''s', '');
  `);
  await sql.close();

  await assert.rejects(openDatabase({ folder: folder.path, log }), /migrated with another/);

  await (await openEmbedded(folder.path, { log })).close();
});

Deno.test("openDatabase() makes a database where there is none, even after a beginning was cut short", async () => {
  await using folder = await aFolder();
  await Deno.remove(join(folder.path, "database"), { recursive: true });
  await Deno.mkdir(join(folder.path, "database.new"));
  await Deno.writeTextFile(join(folder.path, "database.new", "PG_VERSION"), "18\n");

  const sql = await openDatabase({ folder: folder.path, log });

  assert.ok(await isMigrated(sql));
  await sql.close();
  const names = (await Array.fromAsync(Deno.readDir(folder.path))).map(({ name }) => name);
  assert.deepEqual(names.sort(), ["database", "database.lock"]);
});

Deno.test("what was committed before a kill -9 is there after it", async () => {
  await using folder = await aFolder();
  const embedded = JSON.stringify(new URL("embedded.ts", import.meta.url).href);
  const script = `
    const { openEmbedded } = await import(${embedded});
    const sql = await openEmbedded(${JSON.stringify(folder.path)}, { log() {} });
    await sql\`create table seats (number integer primary key)\`;
    for (let number = 1;; number++) {
      await sql.begin(async (tx) => {
        await tx\`insert into seats (number) values (\${number})\`;
        await tx\`insert into seats (number) values (\${-number})\`;
      });
      console.log(number);
    }
  `;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["eval", script],
    // Where deno.json says which packages are meant.
    cwd: new URL("../..", import.meta.url),
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let printed = "";
  while (!printed.includes("\n200\n")) {
    const { value, done } = await reader.read();
    assert.ok(!done, "it ended by itself");
    printed += value;
  }
  child.kill("SIGKILL");
  await child.status;
  await reader.cancel();
  const acknowledged = Number(printed.trimEnd().split("\n").slice(0, -1).at(-1));

  const sql = await openEmbedded(folder.path, { log });

  const [row] = await sql<{ most: number; sum: number; rows: number }>`
    select max(number) as most, sum(number) as sum, count(*) as rows
    from seats
  `;
  assert.ok(row && row.most >= acknowledged, `${row?.most} of ${acknowledged} are left`);
  assert.deepEqual(row, { most: row.most, sum: 0, rows: 2 * row.most });
  await sql.close();
});

const serverUrl = Deno.env.get("TEST_DATABASE_URL");
Deno.test({
  name: "openDatabase() migrates the server of DATABASE_URL and touches no folder",
  ignore: !serverUrl,
  async fn() {
    await using fresh = await freshPostgres(serverUrl ?? "");
    const [row] = await fresh<{ name: string }>`select current_database() as name`;
    const url = new URL(serverUrl ?? "");
    url.pathname = `/${row?.name}`;
    const folder = join(await Deno.makeTempDir(), "data");

    const sql = await openDatabase({ databaseUrl: url.href, folder, log });

    assert.equal(sql.engine, "postgres");
    assert.ok(await isMigrated(sql));
    await assert.rejects(Deno.stat(folder), Deno.errors.NotFound);
    await sql.close();
  },
});
