import assert from "node:assert/strict";
import { migrate } from "../database/migrate.ts";
import { openPglite } from "../database/pglite.ts";
import { schemaFile } from "../database/dump-schema.ts";
import type { Sql } from "../database/sql.ts";
import { viewParty } from "../rsvp/read-party.ts";
import { freshDatabase } from "../testing/database.ts";
import { aPartyOf, aWedding } from "../testing/fixtures-replies.ts";
import { pgliteTemplate } from "../testing/pglite-template.ts";
import { replyOfAll } from "../testing/replying.ts";
import { testDeps } from "../testing/test-deps.ts";
import { contentOf } from "./content.ts";
import { moveAll } from "./move-all.ts";
import { statement } from "./statement.ts";
import { tablesInOrder } from "./tables.ts";

async function anEmbedded(): Promise<Sql & AsyncDisposable> {
  const sql = await openPglite("memory", { loadFrom: await pgliteTemplate("migrated") });
  return Object.assign(sql, { [Symbol.asyncDispose]: () => sql.close() });
}

const oddTexts = [
  `"quoted", 'single' {braces} \\back\\slash`,
  "new\nline\ttab",
  "Zoë 🎉 نعم",
  "",
  "NULL",
];

/** Two weddings with replies, and beside them what texts and times can be at their oddest. */
async function fill(sql: Sql) {
  const deps = await testDeps(sql);
  const weddings = [await aWedding(deps), await aWedding(deps, { names: oddTexts.join(" ") })];
  for (const { site, ceremony, dinner } of weddings) {
    const party = await aPartyOf(deps, { site, ceremony, dinner }, [{ name: "Ana" }, {
      name: "Rui",
    }]);
    await replyOfAll(deps, site, party, [ceremony.id, dinner.id]);
  }
  const [{ site } = { site: { id: "" } }] = weddings;
  for (const [index, text] of oddTexts.entries()) {
    await sql`
      insert into vendors (site_id, vendor_id, kind, name, contact_sealed, may_see, quiet_seconds, added_at)
      values (
        ${site.id}, ${`vendor_${index}`}, 'other', ${text}, ${
      crypto.getRandomValues(new Uint8Array(300))
    },
        ${{ [text]: [text, null, 1e21, 0.1] }}, ${index}, '2026-11-21T10:00:00.123456Z'
      )
    `;
    await sql`
      insert into endpoints (site_id, endpoint_id, vendor_id, url_sealed, secrets_sealed, types, added_at)
      values (
        ${site.id}, ${`endpoint_${index}`}, ${`vendor_${index}`}, '', '', ${[text, text]}, now()
      )
    `;
    await sql`
      insert into widget_files (version, path, content, kept_at)
      values ('one', ${text}, ${new Uint8Array(900_000).fill(index)}, now())
    `;
  }
  await sql`
    insert into limits (name, caller, empty_at)
    select 'of a test', decode(md5(number::text), 'hex'), now()
    from generate_series(1, 2500) as number
  `;
  await sql`
    insert into events (site_id, event_id, position, name, starts_at, zone, place)
    values (${site.id}, 'event_nowhere', 9, 'Nowhere', '2027-06-12T14:00', 'UTC', 'null'::jsonb)
  `;
  return { deps, weddings };
}

Deno.test("moveAll() moves every table as it is, and the server reads the same from it", async () => {
  await using source = await anEmbedded();
  await using target = await freshDatabase();
  const { deps, weddings } = await fill(source);
  const told: [string, number, number][] = [];

  const moved = await moveAll(source, target, (...progress) => told.push(progress));

  const counts = Object.fromEntries(moved.tables.map(({ name, rows }) => [name, rows]));
  const { sites, changes, limits, widget_files, events } = counts;
  assert.deepEqual([sites, limits, widget_files, events], [2, 2500, 5, 5]);
  assert.deepEqual([moved.sites, moved.changes], [2, changes]);
  for (const { quoted } of await tablesInOrder(source)) {
    assert.deepEqual(await contentOf(target, quoted), await contentOf(source, quoted), quoted);
  }
  assert.deepEqual(told.filter(([name]) => name === "limits"), [
    ["limits", 1000, 2500],
    ["limits", 2000, 2500],
    ["limits", 2500, 2500],
  ]);
  for (const { site } of weddings) {
    const parties = await source<{ id: `party_${string}`; name: string }>`
      select party_id as id, name from parties where site_id = ${site.id}
    `;
    for (const party of parties) {
      const [before, after] = [source, target].map((sql) =>
        viewParty({ ...deps, sql }, site, party)
      );
      assert.deepEqual(await after, await before);
    }
  }
});

Deno.test("moveAll() goes on in the new place: the next reply follows in the same log", async () => {
  await using source = await anEmbedded();
  await using target = await freshDatabase();
  const { deps, weddings: [wedding] } = await fill(source);
  assert.ok(wedding);
  await moveAll(source, target, () => {});
  const there = { ...deps, sql: target };

  const party = await aPartyOf(there, wedding);
  const { changeNumber } = await replyOfAll(there, wedding.site, party, [wedding.dinner.id]);

  await using third = await freshDatabase();
  // Reads every log once more.
  const { changes } = await moveAll(target, third, () => {});
  assert.ok(changes > changeNumber);
});

Deno.test("moveAll() refuses a database with anything in it, and leaves it as it was", async () => {
  await using source = await anEmbedded();
  await fill(source);
  await using others = await freshDatabase();
  await others`create table recipes as select 'soup' as name`;
  await using used = await freshDatabase();
  await migrate(used);
  await used`insert into followers (follower) values ('webhooks')`;

  await assert.rejects(moveAll(source, others, () => {}), /not empty: it has recipes/);
  await assert.rejects(moveAll(source, used, () => {}), /not empty: there are 1 rows in followers/);

  const [tables] =
    await others`select count(*) as tables from pg_tables where schemaname = 'public'`;
  assert.deepEqual(tables, { tables: 1 });
  assert.equal((await contentOf(used, "sites")).rows, 0);
});

Deno.test("moveAll() refuses a folder or a database of another version", async () => {
  await using source = await anEmbedded();
  await using older = await anEmbedded();
  await older`delete from migrations where number = (select max(number) from migrations)`;
  await using newer = await freshDatabase();
  await migrate(newer);
  await newer`insert into migrations (number, name, sha256) values (9999, '9999_later.sql', '')`;
  await using target = await freshDatabase();

  await assert.rejects(moveAll(older, target, () => {}), /of another version/);
  await assert.rejects(moveAll(source, newer, () => {}), /newer than this program/);
});

Deno.test("moveAll() leaves nothing when a log is not whole", async () => {
  await using source = await anEmbedded();
  await using target = await freshDatabase();
  await fill(source);
  await source`update changes set data = '{"forged": true}' where number = 2`;

  await assert.rejects(moveAll(source, target, () => {}), /The log of site_\w+ breaks at change 2/);

  assert.equal((await contentOf(target, "sites")).rows, 0);
  await source`delete from owed_changes`;
  await source`delete from changes where number > 1`;
  await assert.rejects(moveAll(source, target, () => {}), /ends at change 1, not/);
});

Deno.test("no table counts by a sequence, which moving would have to set", async () => {
  assert.doesNotMatch(await Deno.readTextFile(schemaFile), /identity|nextval/);
});

Deno.test("statement() puts values between its parts", async () => {
  await using sql = await anEmbedded();

  assert.deepEqual(await sql(statement("select ", "::integer + ", "::integer as sum"), 1, 2), [
    { sum: 3 },
  ]);
});
