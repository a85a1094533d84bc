import assert from "node:assert/strict";
import { onBoth } from "../testing/on-both.ts";

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
