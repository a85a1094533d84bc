import assert from "node:assert/strict";
import { join } from "node:path";
import { pgliteTemplate } from "../testing/pglite-template.ts";
import { type Embedded, openPglite } from "./pglite.ts";
import { snapshotDays, writeSnapshot } from "./snapshots.ts";
import { startUpkeep } from "./upkeep.ts";

/** Upkeep with a clock that a test moves by hand. */
async function anUpkeep(start: Date) {
  const folder = await Deno.makeTempDir();
  const snapshots = join(folder, "snapshots");
  const sql = await openPglite("memory", { loadFrom: await pgliteTemplate("empty") });
  const logged: string[] = [];
  let at = start;
  let free = Infinity;
  let tick = () => Promise.resolve();
  const stop = startUpkeep({
    sql,
    snapshots,
    log: (level, message) => logged.push(`${level}: ${message}`),
    free: () => free,
    now: () => at,
    every(_, work) {
      tick = work;
      return () => tick = () => Promise.reject(new Error("called after it was stopped"));
    },
  });
  return {
    sql,
    snapshots,
    logged,
    async minutesLater(minutes: number) {
      at = new Date(at.getTime() + minutes * 60_000);
      await tick();
    },
    leave(bytes: number) {
      free = bytes;
    },
    async [Symbol.asyncDispose]() {
      await stop();
      await sql.close();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

async function lastCheckpoint(sql: Embedded): Promise<unknown> {
  const [row] = await sql`select checkpoint_lsn::text as place from pg_control_checkpoint()`;
  return row?.place;
}

const evening = new Date(2026, 10, 20, 22, 0);

Deno.test("upkeep checkpoints after five minutes, if something was written", async () => {
  await using upkeep = await anUpkeep(new Date(2026, 10, 21, 1, 0));
  const { sql, minutesLater } = upkeep;
  await sql`create table written (id integer)`;

  const atFirst = await lastCheckpoint(sql);
  await minutesLater(4);
  assert.equal(await lastCheckpoint(sql), atFirst);

  await minutesLater(1);
  const afterFive = await lastCheckpoint(sql);
  assert.notEqual(afterFive, atFirst);

  await minutesLater(5);
  assert.equal(await lastCheckpoint(sql), afterFive);

  await sql`insert into written (id) values (1)`;
  await minutesLater(5);
  assert.notEqual(await lastCheckpoint(sql), afterFive);
});

Deno.test("upkeep vacuums and writes a snapshot once a night", async () => {
  await using upkeep = await anUpkeep(evening);
  const { sql, snapshots, minutesLater } = upkeep;
  await minutesLater(1);
  assert.deepEqual(await snapshotDays(snapshots), ["2026-11-20"]);

  await sql`create table guests as select number from generate_series(1, 1000) as number`;
  await sql`delete from guests where number > 10`;
  await minutesLater(60);
  await minutesLater(3 * 60);
  assert.deepEqual(await snapshotDays(snapshots), ["2026-11-20"]);

  await minutesLater(60);
  assert.deepEqual(await snapshotDays(snapshots), ["2026-11-20", "2026-11-21"]);
  const [guests] = await sql`select reltuples from pg_class where relname = 'guests'`;
  assert.deepEqual(guests, { reltuples: 10 });
});

Deno.test("upkeep goes on when the clock is put back", async () => {
  await using upkeep = await anUpkeep(new Date(2036, 10, 21, 12, 0));
  const { sql, snapshots, logged, minutesLater } = upkeep;
  await minutesLater(5);
  const before = await lastCheckpoint(sql);
  await sql`create table written (id integer)`;

  await minutesLater(-10 * 365 * 24 * 60);

  assert.notEqual(await lastCheckpoint(sql), before);
  assert.equal((await snapshotDays(snapshots)).length, 2);
  assert.deepEqual(new Set(logged), new Set(["info: database snapshot written"]));
});

Deno.test("a snapshot can be opened and holds what was committed", async () => {
  await using upkeep = await anUpkeep(evening);
  const { sql, snapshots, minutesLater } = upkeep;
  await sql`create table guests as select number from generate_series(1, 1000) as number`;

  await minutesLater(1);

  const packed = await Deno.readFile(join(snapshots, "2026-11-20.tar.gz"));
  const copy = await openPglite("memory", {
    loadFrom: new Blob([packed], { type: "application/gzip" }),
  });
  assert.deepEqual(await copy`select count(*) as guests from guests`, [{ guests: 1000 }]);
  await copy.close();
});

Deno.test("upkeep says when it fails, goes on checkpointing and tries again an hour later", async () => {
  await using upkeep = await anUpkeep(evening);
  const { sql, snapshots, logged, minutesLater } = upkeep;
  await Deno.writeTextFile(snapshots, "a file where the folder should be");

  await minutesLater(1);
  await minutesLater(1);
  assert.deepEqual(logged, ["error: database upkeep failed"]);

  await Deno.remove(snapshots);
  const before = await lastCheckpoint(sql);
  await sql`create table written (id integer)`;
  await minutesLater(30);
  assert.notEqual(await lastCheckpoint(sql), before);
  await minutesLater(30);
  assert.deepEqual(logged, ["error: database upkeep failed", "info: database snapshot written"]);
});

Deno.test("upkeep of a nearly full disk writes no snapshot but a checkpoint, and of a full one nothing", async () => {
  await using upkeep = await anUpkeep(evening);
  const { sql, snapshots, logged, minutesLater, leave } = upkeep;
  const before = await lastCheckpoint(sql);
  await sql`create table written (id integer)`;

  leave(5000);
  await minutesLater(10);
  assert.equal(await lastCheckpoint(sql), before);
  leave(5_000_000);
  await minutesLater(10);
  assert.notEqual(await lastCheckpoint(sql), before);
  assert.deepEqual(await snapshotDays(snapshots), []);
  leave(500_000_000);
  await minutesLater(1);

  const refused = "error: disk nearly full, changes are refused";
  assert.deepEqual(logged, [refused, refused, "info: database snapshot written"]);
});

Deno.test("writeSnapshot() leaves nothing behind when it fails", async () => {
  const folder = await Deno.makeTempDir();
  const broken = new Blob(["tar"]);
  broken.stream = () =>
    ReadableStream.from((async function* () {
      yield await Promise.resolve(new Uint8Array(1000));
      throw new Error("the disk is full");
    })());

  await assert.rejects(writeSnapshot(folder, "2026-11-21", broken), /the disk is full/);

  assert.deepEqual(await Array.fromAsync(Deno.readDir(folder)), []);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("writeSnapshot() keeps the newest seven and nothing half written", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(join(folder, "notes.txt"), "somebody else's");

  for (let day = 1; day <= 9; day++) {
    await writeSnapshot(folder, `2026-11-0${day}`, new Blob(["tar"]));
  }

  const names = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name).sort();
  const days = ["03", "04", "05", "06", "07", "08", "09"];
  assert.deepEqual(names, [...days.map((day) => `2026-11-${day}.tar.gz`), "notes.txt"]);
  await Deno.remove(folder, { recursive: true });
});
