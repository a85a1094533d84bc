import assert from "node:assert/strict";
import { freshPglite, freshPostgres } from "../testing/database.ts";
import { codeOf, onBoth } from "../testing/on-both.ts";
import { isDatabaseAway, isUniqueViolation } from "./errors.ts";

onBoth("errors carry the code of Postgres", async (sql) => {
  await sql`create table parents (id integer primary key)`;
  await sql`
    create table children (
      parent integer references parents,
      age integer not null check (age > 0)
    )
  `;

  assert.equal(await codeOf(sql`selec 1`), "42601");
  assert.equal(await codeOf(sql`select 1 from nowhere`), "42P01");
  assert.equal(await codeOf(sql`select 1 / 0`), "22012");
  assert.equal(await codeOf(sql`select ${"one"}::int4`), "22P02");
  assert.equal(await codeOf(sql`insert into children (parent, age) values (1, 1)`), "23503");
  assert.equal(await codeOf(sql`insert into children (age) values (0)`), "23514");
  assert.equal(await codeOf(sql`insert into children (age) values (${null})`), "23502");
  assert.equal(await codeOf(sql`select ${"a\0b"}::text`), "22021");
  assert.equal(await codeOf(sql`select ${{ a: "\0" }}::jsonb`), "22P05");
});

onBoth("an error does not carry the values that were given", async (sql) => {
  const error = await sql`select ${"Aunt Zoë"}::text, 1 / 0`.catch((error) => error);

  assert.doesNotMatch(Deno.inspect(error), /Zoë/);
});

onBoth("a value that does not fit its place is refused, and others are not harmed", async (sql) => {
  const refused = sql.begin(async (tx) => {
    await Promise.all([
      tx`select ${1}::int4 as one`,
      tx`select ${{ a: 1 }}::text as text`,
      tx`select ${2}::int4 as two`,
    ]);
  });
  await assert.rejects(refused, /does not fit its place/);
  await assert.rejects(sql`select ${new Date(NaN)}::timestamptz`, /does not fit its place/);
  await assert.rejects(sql`select ${undefined as never}::text`, /A value is undefined/);

  assert.deepEqual(await sql`select ${3}::int4 as three`, [{ three: 3 }]);
});

onBoth("isUniqueViolation() tells which constraint", async (sql) => {
  await sql`create table slugs (id integer primary key, slug text, constraint one_slug unique (slug))`;
  await sql`insert into slugs (id, slug) values (1, 'a')`;

  const error = await sql`insert into slugs (id, slug) values (2, 'a')`.catch((error) => error);

  assert.ok(isUniqueViolation(error));
  assert.ok(isUniqueViolation(error, "one_slug"));
  assert.ok(!isUniqueViolation(error, "slugs_pkey"));
  assert.ok(!isDatabaseAway(error));
});

onBoth("script() runs several statements, all or none", async (sql) => {
  await sql.script(`
    create table scripted (id integer primary key);
    insert into scripted (id) values (1), (2);
  `);
  const failed = sql.script(`
    insert into scripted (id) values (3);
    insert into scripted (id) values (1);
  `);

  assert.equal(await codeOf(failed), "23505");
  assert.deepEqual(await sql`select id from scripted order by id`, [{ id: 1 }, { id: 2 }]);
});

onBoth("script() refuses to open or end transactions", async (sql) => {
  await assert.rejects(sql.script("begin;\nselect 1;"), /leave out begin/);
  await assert.rejects(sql.script("select 1;\n  COMMIT;"), /leave out begin/);

  await sql.script("do $$\nbegin\n  perform 1;\nend;\n$$;");
});

onBoth("listen() hears what is notified until it stops", async (sql) => {
  const heard: string[] = [];
  const done = Promise.withResolvers<void>();
  const stopFirst = await sql.listen("Sites", (payload) => heard.push(payload));
  const stopSecond = await sql.listen("Sites", (payload) => payload === "last" && done.resolve());

  await sql`select pg_notify('Sites', 'site_1')`;
  await sql`select pg_notify('sites', 'another channel')`;
  await sql`select pg_notify('Sites', '')`;
  await sql`select pg_notify('Sites', ${"é".repeat(1000)})`;
  // On a server, the order of notifications is that of commits.
  await sql`select pg_notify('Sites', 'site_2')`;
  await sql`select pg_notify('Sites', 'last')`;
  await done.promise;
  assert.deepEqual(heard, ["site_1", "", "é".repeat(1000), "site_2", "last"]);

  await stopFirst();
  const again = Promise.withResolvers<void>();
  await stopSecond();
  const stopThird = await sql.listen("Sites", () => again.resolve());
  await sql`select pg_notify('Sites', 'unheard')`;
  await again.promise;
  assert.equal(heard.length, 5);
  await stopThird();
});

onBoth("a notification of a transaction is heard when that commits, or never", async (sql) => {
  const heard: string[] = [];
  const done = Promise.withResolvers<void>();
  const stop = await sql.listen("commits", (payload) => {
    heard.push(payload);
    if (payload === "committed") done.resolve();
  });

  await sql.begin(async (tx) => {
    await tx`select pg_notify('commits', 'rolled back')`;
    throw new Error("no");
  }).catch(() => {});
  await sql.begin(async (tx) => {
    await tx`select pg_notify('commits', 'committed')`;
    assert.deepEqual(heard, []);
  });

  await done.promise;
  assert.deepEqual(heard, ["committed"]);
  await stop();
});

const serverUrl = Deno.env.get("TEST_DATABASE_URL");
const openers = [freshPglite];
if (serverUrl) openers.push(() => freshPostgres(serverUrl));
for (const open of openers) {
  Deno.test(`close() after ${open.name || "freshPostgres"}() waits for what is running`, async () => {
    await using sql = await open();
    const running = sql.begin(async (tx) => {
      await tx`create table kept (id integer)`;
      await tx`select pg_sleep(0.05)`;
      return await tx`select 1 as one from kept right join (values (1)) as always on true`;
    });
    const waiting = Array.from({ length: 20 }, (_, index) => sql`select ${index}::int4 as index`);

    const closing = sql.close();
    const error = await sql`select 1`.catch((error) => error);

    assert.ok(isDatabaseAway(error));
    await Promise.all([closing, sql.close()]);
    assert.deepEqual(await running, [{ one: 1 }]);
    assert.deepEqual((await Promise.all(waiting)).at(-1), [{ index: 19 }]);
  });
}
