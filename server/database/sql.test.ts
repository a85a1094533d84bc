import assert from "node:assert/strict";
import { freshPglite, freshPostgres } from "../testing/database.ts";
import { isDatabaseAway, isUniqueViolation } from "./errors.ts";
import type { Sql } from "./sql.ts";

// The same statements, types and errors on both ways to Postgres.
const serverUrl = Deno.env.get("TEST_DATABASE_URL");
const engines: (Sql & AsyncDisposable)[] = [await freshPglite()];
if (serverUrl) engines.push(await freshPostgres(serverUrl));

Deno.test.afterAll(async () => {
  for (const sql of engines) await sql[Symbol.asyncDispose]();
});

function onBoth(sentence: string, test: (sql: Sql) => Promise<void>): void {
  for (const sql of engines) Deno.test(`${sql.engine}: ${sentence}`, () => test(sql));
}

async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  const error = await promise.then(() => undefined, (error) => error);
  return error?.code ?? error;
}

onBoth("every type arrives as the interface says", async (sql) => {
  const [row] = await sql`
    select
      1::int2 as small, 2::int4 as plain, 3::int8 as long, count(*) as counted,
      1.5::float8 as float, 1.50::numeric as exact, true as truth,
      '2026-11-21'::date as day, '2026-11-21 10:00:00.123456+02'::timestamptz as instant,
      '10:30'::time as clock, '1 day'::interval as span,
      'text'::text as words, 'c1b5a9d0-0000-4000-8000-000000000001'::uuid as id,
      '\\x00ff'::bytea as bytes, '{"a_b":[1,null]}'::json as json, 'null'::jsonb as json_null,
      null::text as nothing
  `;

  assert.deepEqual(row, {
    small: 1,
    plain: 2,
    long: 3,
    counted: 1,
    float: 1.5,
    exact: "1.50",
    truth: true,
    day: "2026-11-21",
    instant: new Date("2026-11-21T08:00:00.123Z"),
    clock: "10:30:00",
    span: "1 day",
    words: "text",
    id: "c1b5a9d0-0000-4000-8000-000000000001",
    bytes: new Uint8Array([0, 255]),
    json: { a_b: [1, null] },
    jsonNull: null,
    nothing: null,
  });
});

onBoth("every type can be given and comes back the same", async (sql) => {
  const given = {
    small: 1,
    long: -9007199254740991,
    exact: "12345678901234567890.10",
    truth: false,
    day: "2026-02-28",
    instant: new Date("2026-03-29T00:30:00.001Z"),
    words: 'Zoë "O\'Brien" \\ 👩‍🍳\n{},',
    id: "c1b5a9d0-0000-4000-8000-000000000001",
    bytes: new Uint8Array([0, 1, 92, 255]),
    nothing: null,
  };

  const [row] = await sql`
    select
      ${given.small}::int4 as small, ${given.long}::int8 as long, ${given.exact}::numeric as exact,
      ${given.truth}::boolean as truth, ${given.day}::date as day,
      ${given.instant}::timestamptz as instant, ${given.words}::text as words, ${given.id}::uuid as id,
      ${given.bytes}::bytea as bytes, ${given.nothing}::text as nothing
  `;

  assert.deepEqual(row, given);
});

onBoth("arrays are given and come back as arrays", async (sql) => {
  const given = {
    words: ["a", "", null, "NULL", 'q"uo\\te', "{,}", "é"],
    numbers: [1, -2, null],
    longs: [9007199254740991],
    instants: [new Date("2026-11-21T09:00:00.5Z"), null],
    ids: ["c1b5a9d0-0000-4000-8000-000000000001"],
    truths: [true, false],
    bytes: [new Uint8Array([1, 2]), new Uint8Array()],
    jsons: [{ a: [1] }, [1, 2], "text", null],
    none: [],
  };

  const [row] = await sql`
    select
      ${given.words}::text[] as words, ${given.numbers}::int4[] as numbers,
      ${given.longs}::int8[] as longs, ${given.instants}::timestamptz[] as instants,
      ${given.ids}::uuid[] as ids, ${given.truths}::boolean[] as truths,
      ${given.bytes}::bytea[] as bytes, ${given.jsons}::jsonb[] as jsons, ${given.none}::text[] as none
  `;
  const [nested] = await sql`select '{{1,2},{3,4}}'::int4[] as nested`;

  assert.deepEqual(row, given);
  assert.deepEqual(nested, { nested: [[1, 2], [3, 4]] });
});

onBoth("an array finds rows by any()", async (sql) => {
  const rows = await sql`
    select number
    from generate_series(1, 5) as number
    where number = any(${[2, 4, 9]})
    order by number
  `;

  assert.deepEqual(rows, [{ number: 2 }, { number: 4 }]);
});

const jsonValues = {
  text: "text",
  "text that looks like JSON": '{"a":1}',
  "empty text": "",
  "an empty array": [],
  "an array": [1, "two", null, [true]],
  "an empty object": {},
  "nested camel and snake keys": { camelCase: { snake_case: [{ bothOf_them: "é 👩‍🍳 \u2028" }] } },
  truth: true,
  zero: 0,
  "no value": null,
};
for (const [name, value] of Object.entries(jsonValues)) {
  onBoth(`jsonb gives back ${name} as it was`, async (sql) => {
    await sql`create table if not exists json_values (data jsonb)`;

    const [inserted] = await sql`
      insert into json_values (data)
      values (${value})
      returning data, jsonb_typeof(data) as type
    `;

    const type = value === null ? null : Array.isArray(value) ? "array" : typeof value;
    assert.deepEqual(inserted, { data: value, type: type === "string" ? "string" : type });
  });
}

onBoth("many rows go in as one json value", async (sql) => {
  await sql`create table seats (guest_id text, position integer, meals jsonb, seated_at timestamptz)`;
  const at = new Date("2026-11-21T09:00:00Z");
  const rows = [
    { guest_id: "guest_1", position: 1, meals: { main: "fish" }, seated_at: at },
    { guest_id: "guest_2", position: 2, meals: [], seated_at: null },
  ];

  await sql`
    insert into seats (guest_id, position, meals, seated_at)
    select guest_id, position, meals, seated_at
    from jsonb_to_recordset(${rows}) as
      given(guest_id text, position integer, meals jsonb, seated_at timestamptz)
  `;

  const found = await sql`select guest_id, position, meals, seated_at from seats order by position`;
  assert.deepEqual(found, [
    { guestId: "guest_1", position: 1, meals: { main: "fish" }, seatedAt: at },
    { guestId: "guest_2", position: 2, meals: [], seatedAt: null },
  ]);
});

onBoth("columns become camelCase, and rows are plain arrays of plain objects", async (sql) => {
  const rows = await sql`
    select 1 as change_number, 2 as a_b_c, 3 as address_2, 4 as _hidden, 5 as "keptAsItIs", 6 as two__under
  `;

  assert.deepEqual(rows, [
    { changeNumber: 1, aBC: 2, address2: 3, _hidden: 4, keptAsItIs: 5, two__under: 6 },
  ]);
});

onBoth("the session counts time in UTC", async (sql) => {
  const [row] = await sql`
    select current_setting('timezone') as zone, '2026-07-01 12:00'::timestamptz as noon
  `;

  assert.deepEqual(row, { zone: "UTC", noon: new Date("2026-07-01T12:00:00Z") });
});

onBoth("a number too large to be exact is an error and not another number", async (sql) => {
  await assert.rejects(sql`select 9007199254740993::int8 as long`, /does not fit a number/);

  const [row] = await sql`select 9007199254740991::int8 as long, 9007199254740993::text as text`;
  assert.deepEqual(row, { long: 9007199254740991, text: "9007199254740993" });
});

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

onBoth("begin() commits what its work wrote and gives back its result", async (sql) => {
  await sql`create table committed (id integer)`;

  const result = await sql.begin(async (tx) => {
    await tx`insert into committed (id) values (1)`;
    return [Promise.resolve("as it is")];
  });

  assert.equal(await result[0], "as it is");
  assert.deepEqual(await sql`select id from committed`, [{ id: 1 }]);
});

onBoth("begin() undoes everything when its work throws", async (sql) => {
  await sql`create table undone (id integer)`;

  const failed = sql.begin(async (tx) => {
    await tx`insert into undone (id) values (1)`;
    throw new Error("changed my mind");
  });

  await assert.rejects(failed, /changed my mind/);
  assert.deepEqual(await sql`select id from undone`, []);
});

onBoth("begin() does not commit after a failed statement, even if that was caught", async (sql) => {
  await sql`create table half_done (id integer)`;

  const failed = sql.begin(async (tx) => {
    await tx`insert into half_done (id) values (1)`;
    await tx`select 1 / 0`.catch(() => {});
    await tx`insert into half_done (id) values (2)`.catch(() => {});
  });

  assert.equal(await codeOf(failed), "22012");
  assert.deepEqual(await sql`select id from half_done`, []);
});

onBoth("begin() fails when the commit does", async (sql) => {
  await sql`create table firsts (id integer primary key)`;
  await sql`
    create table seconds (id integer references firsts deferrable initially deferred)
  `;

  const failed = sql.begin(async (tx) => {
    await tx`insert into seconds (id) values (1)`;
  });

  assert.equal(await codeOf(failed), "23503");
  assert.deepEqual(await sql`select id from seconds`, []);
});

onBoth("nobody else sees a transaction that is not committed", async (sql) => {
  await sql`create table hidden (id integer)`;
  const inserted = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const seen = inserted.promise.then(() => {
    const counted = sql`select count(*) as rows from hidden`;
    asked.resolve();
    return counted;
  });

  const failed = sql.begin(async (tx) => {
    await tx`insert into hidden (id) values (1)`;
    inserted.resolve();
    await asked.promise;
    throw new Error("not after all");
  });

  await assert.rejects(failed, /not after all/);
  assert.deepEqual(await seen, [{ rows: 0 }]);
});

onBoth("statements of a transaction may be started together and run in order", async (sql) => {
  const answers = await sql.begin(async (tx) => {
    await tx`create table numbered (place serial, number integer)`;
    const numbers = Array.from({ length: 30 }, (_, index) => index);
    await Promise.all(
      numbers.map((number) => tx`insert into numbered (number) values (${number})`),
    );
    return await Promise.all([
      tx`select count(*) as rows from numbered`,
      tx`select count(*) as misplaced from numbered where place <> number + 1`,
    ]);
  });

  assert.deepEqual(answers, [[{ rows: 30 }], [{ misplaced: 0 }]]);
});

onBoth("statements started together all fail when one does", async (sql) => {
  await sql`create table together (id integer primary key)`;

  const failed = sql.begin((tx) =>
    Promise.all([1, 2, 1, 3].map((id) => tx`insert into together (id) values (${id})`))
  );

  assert.equal(await codeOf(failed), "23505");
  assert.deepEqual(await sql`select id from together`, []);
});

onBoth("transactions started together do not mix", async (sql) => {
  await sql`create table counter (value integer)`;
  await sql`insert into counter (value) values (0)`;

  await Promise.all(Array.from({ length: 25 }, () =>
    sql.begin(async (tx) => {
      const [row] = await tx<{ value: number }>`select value from counter for update`;
      await tx`update counter set value = ${(row?.value ?? 0) + 1}`;
    })));

  assert.deepEqual(await sql`select value from counter`, [{ value: 25 }]);
});

onBoth("a transaction that asks the outer sql is told so", async (sql) => {
  const wrong = sql.begin(async (tx) => {
    await tx`select 1`;
    await sql`select 2`;
  });

  await assert.rejects(wrong, /Inside a transaction, ask the transaction/);
  assert.deepEqual(await sql`select 3 as three`, [{ three: 3 }]);
});

onBoth("a transaction that is over takes no more statements", async (sql) => {
  const kept = await sql.begin((tx) => Promise.resolve({ tx }));

  await assert.rejects(kept.tx`select 1`, /This transaction is over/);
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
