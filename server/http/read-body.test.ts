import assert from "node:assert/strict";
import { z } from "zod";
import type { Problem } from "../problem.ts";
import { checkInput, readBody, readQuery } from "./read-body.ts";

const kB = 1024;
const limit = 64 * kB;
const anything = z.unknown();

Deno.test("readBody() takes exactly as many bytes as are allowed, and not one more", async () => {
  assert.equal(await readBody(posted(jsonOf(limit)), anything, limit), "a".repeat(limit - 2));

  await refused("body-too-large", posted(jsonOf(limit + 1)));
});

Deno.test("readBody() counts bytes, not characters", async () => {
  const most = JSON.stringify("é".repeat((limit - 2) / 2));

  assert.equal(await readBody(posted(most), anything, limit), "é".repeat((limit - 2) / 2));
  await refused("body-too-large", posted(JSON.stringify("é".repeat(limit / 2))));
});

Deno.test("readBody() stops reading a body of unstated length where it becomes too large", async () => {
  let given = 0;
  const long = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += 16 * kB;
      controller.enqueue(new Uint8Array(16 * kB).fill(32));
      if (given > 10 * limit) controller.close();
    },
  });

  await refused("body-too-large", posted(long));

  assert.ok(given <= limit + 48 * kB, `${given} bytes were taken`);
});

Deno.test("readBody() takes a body that comes in pieces, cut in the middle of a letter", async () => {
  const bytes = new TextEncoder().encode('{"name":"Zoë"}');
  const pieces = ReadableStream.from([...bytes].map((byte) => new Uint8Array([byte])));

  assert.deepEqual(await readBody(posted(pieces), anything, limit), { name: "Zoë" });
});

Deno.test("readBody() believes a stated length that is too large, and no other", async () => {
  const stated = (length: string) =>
    posted("{}", { headers: { "content-type": "application/json", "content-length": length } });

  await refused("body-too-large", stated(String(limit + 1)));
  for (const length of ["1", "-1", "many", ""]) {
    assert.deepEqual(await readBody(stated(length), anything, limit), {});
  }
});

Deno.test("readBody() takes application/json in any spelling, and nothing else", async () => {
  const typed = (type: string | undefined) =>
    posted("{}", { headers: type === undefined ? {} : { "content-type": type } });

  for (
    const type of ["application/json", "Application/JSON; charset=utf-8", "application/json ;"]
  ) {
    assert.deepEqual(await readBody(typed(type), anything, limit), {});
  }
  for (
    const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data",
      "application/jsonp",
      "text/plain; application/json",
      "",
    ]
  ) await refused("unsupported-type", typed(type));
});

Deno.test("readBody() refuses what is no JSON, or no UTF-8", async () => {
  for (const text of ["", "{", "{'a':1}", "[1,]", "undefined", "{} {}", "NaN", '"\t"']) {
    await refused("invalid-json", posted(text));
  }
  const notUtf8 = [
    [0x22, 0xff, 0x22],
    [0x22, 0xc0, 0xaf, 0x22], // an overlong slash
    [0x22, 0xed, 0xa0, 0x80, 0x22], // half of a pair
    [0x22, 0xe2, 0x82, 0x22], // broken off
    [0xff, 0xfe, 0x22, 0x00, 0x22, 0x00], // UTF-16
  ];
  for (const bytes of notUtf8) await refused("invalid-json", posted(new Uint8Array(bytes)));
});

Deno.test("readBody() says so when the body breaks off", async () => {
  const broken = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.error(new TypeError("connection reset"));
    },
  });

  await refused("invalid-json", posted(broken));
});

Deno.test("readBody() survives nesting as deep as fits in a body", async () => {
  const depth = limit / 2;
  const lists = "[".repeat(depth) + "]".repeat(depth);
  const objects = '{"a":'.repeat(limit / 6) + "1" + "}".repeat(limit / 6 - 1);
  const small = z.strictObject({ name: z.string() });

  await refused("invalid-input", posted(lists), small);
  await refused("invalid-json", posted(objects), small);
  await refused("invalid-json", posted("[".repeat(limit)), small);
  await refused("invalid-json", posted("[".repeat(depth - 4) + '"\\u0041"'), small);
});

Deno.test("readBody() leaves out what the database cannot hold, and nothing else", async () => {
  const schema = z.strictObject({ name: z.string() });
  const read = async (name: string) =>
    (await readBody(posted(`{"name":"${name}"}`), schema, limit) as { name: string }).name;

  assert.equal(await read("A\\u0000na"), "Ana");
  assert.equal(await read("Ana \\ud83d"), "Ana \ufffd");
  assert.equal(await read("\\ud83d\\ude00 \\u00e9"), "😀 é");
  assert.equal(await read("C:\\\\u0000"), "C:\\u0000");
});

Deno.test("readBody() gives keys of JavaScript's own no power", async () => {
  const loose = z.object({ name: z.string() });
  const strict = z.strictObject({ name: z.string() });
  const record = z.record(z.string(), z.unknown());
  const bodies = [
    '{"name":"Ana","__proto__":{"isOwner":true},"__proto__":{"isOwner":true}}',
    '{"name":"Ana","constructor":{"prototype":{"isOwner":true}}}',
  ];

  for (const body of bodies) {
    for (const schema of [loose, record]) {
      const read = await readBody(posted(body), schema, limit) as Record<string, unknown>;
      assert.equal(read.isOwner, undefined);
      assert.equal(Object.getPrototypeOf(read), Object.prototype);
    }
    await refused("invalid-input", posted(body), strict);
  }
  assert.equal(({} as { isOwner?: boolean }).isOwner, undefined);
});

Deno.test("readBody() takes the last of two equal keys, as every JSON parser in use does", async () => {
  const read = await readBody(posted('{"name":"Ana","name":"Leo"}'), anything, limit);

  assert.deepEqual(read, { name: "Leo" });
});

Deno.test("readBody() takes no number that is too large to be one", async () => {
  const count = z.strictObject({ count: z.int() });

  for (const number of ["1e999", "-1e999", "9007199254740993", "1.5", '"1"']) {
    await refused("invalid-input", posted(`{"count":${number}}`), count);
  }
});

Deno.test("checkInput() names everything that is wrong at once, and where", () => {
  const schema = z.strictObject({ guests: z.array(z.strictObject({ age: z.enum(["adult"]) })) });
  const input = { guests: [{ age: "adult" }, { age: "old", name: "Ana" }], extra: true };

  assert.throws(() => checkInput(input, schema), (problem: Problem) => {
    assert.equal(problem.code, "invalid-input");
    const issues = problem.more.issues as { path: unknown[]; message: string }[];
    assert.deepEqual(issues.map(({ path }) => path), [["guests", 1, "age"], ["guests", 1], []]);
    assert.ok(issues.every(({ message }) => message.length > 0));
    return true;
  });
});

Deno.test("checkInput() does not answer a large mistake with a larger one", () => {
  const schema = z.array(z.string());
  const input = new Array(10_000).fill(1);

  assert.throws(() => checkInput(input, schema), (problem: Problem) => {
    assert.ok(JSON.stringify(problem.more).length + problem.message.length < 8 * kB);
    return true;
  });
});

Deno.test("readQuery() reads by the schema, and refuses what is not asked for", () => {
  const schema = z.strictObject({ limit: z.coerce.number().int().max(200).default(50) });
  const asked = (query: string) => readQuery(new Request(`https://rsvp.test/x${query}`), schema);

  assert.deepEqual(asked(""), { limit: 50 });
  assert.deepEqual(asked("?limit=7"), { limit: 7 });
  assert.deepEqual(asked("?limit=7&limit=8"), { limit: 8 });
  for (const query of ["?limit=201", "?limit=all", "?limt=7", "?__proto__=1"]) {
    assert.throws(() => asked(query), { code: "invalid-input" }, query);
  }
});

Deno.test("readQuery() leaves out what the database cannot hold", () => {
  const schema = z.strictObject({ after: z.string() });

  const query = readQuery(new Request("https://rsvp.test/x?after=gu%00est"), schema);

  assert.deepEqual(query, { after: "guest" });
});

/** A JSON string of so many bytes. */
function jsonOf(bytes: number): string {
  return `"${"a".repeat(bytes - 2)}"`;
}

function posted(body: BodyInit, init: RequestInit = {}): Request {
  const headers = { "content-type": "application/json" };
  return new Request("https://rsvp.test/x", { method: "POST", headers, body, ...init });
}

async function refused(code: string, request: Request, schema: z.ZodType = anything) {
  await assert.rejects(readBody(request, schema, limit), { name: "Problem", code });
}
