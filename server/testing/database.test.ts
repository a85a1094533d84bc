import assert from "node:assert/strict";
import { isMigrated } from "../database/migrate.ts";
import { freshDatabase, testDatabase } from "./database.ts";

const sql = await testDatabase();

Deno.test("testDatabase() is migrated and always the same", async () => {
  assert.ok(await isMigrated(sql));
  assert.equal(await testDatabase(), sql);
});

Deno.test("testDatabase() bears many tests at once", async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => sql.begin((tx) => tx`select ${index}::int4 as index`)),
  );

  assert.deepEqual(answers.at(-1), [{ index: 19 }]);
});

Deno.test("freshDatabase() is empty and of one's own", async () => {
  await using one = await freshDatabase();
  await using other = await freshDatabase();
  await one`create table mine (id integer)`;

  const tables = () =>
    other`select relname from pg_class where relnamespace = 'public'::regnamespace`;

  assert.deepEqual(await tables(), []);
  await other`create table mine (id text)`;
  assert.deepEqual(await tables(), [{ relname: "mine" }]);
});
