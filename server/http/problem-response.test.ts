import assert from "node:assert/strict";
import { type ProblemCode, problems } from "../../shared/problems.ts";
import { Problem } from "../problem.ts";
import { problemResponse } from "./problem-response.ts";

const requestId = "req_1";

/** The answer to an error, and what was logged of it. */
async function answered(error: unknown) {
  const logged: string[] = [];
  const log = (...line: unknown[]) => void logged.push(JSON.stringify(line));
  const response = problemResponse(error, requestId, log);
  return { response, body: await response.json(), logged };
}

Deno.test("problemResponse() has the members of RFC 9457, by the table of problems", async () => {
  for (const code of Object.keys(problems) as ProblemCode[]) {
    const { response, body } = await answered(new Problem(code));

    assert.equal(response.status, problems[code].status);
    assert.equal(response.headers.get("content-type"), "application/problem+json");
    assert.equal(response.headers.get("cache-control"), "no-store");
    assert.deepEqual(body, {
      type: `/problems/${code}`,
      title: problems[code].title,
      status: problems[code].status,
      code,
      instance: requestId,
    });
  }
});

Deno.test("problemResponse() carries a sentence, fields that point at the trouble, and when to come back", async () => {
  const problem = new Problem("event-full", "Two seats are left.", { eventId: "event_1" }, 7);

  const { response, body } = await answered(problem);

  assert.equal(response.headers.get("retry-after"), "7");
  assert.equal(body.detail, "Two seats are left.");
  assert.equal(body.eventId, "event_1");
});

Deno.test("problemResponse() lets no field pass for the code or the status", async () => {
  const more = { code: "link-broken", status: 200, type: "about:blank", instance: "req_2" };

  const { body } = await answered(new Problem("event-full", undefined, more));

  assert.equal(body.code, "event-full");
  assert.equal(body.status, 409);
  assert.equal(body.type, "/problems/event-full");
  assert.equal(body.instance, requestId);
});

Deno.test("problemResponse() asks for credentials where they are missing, as HTTP wants", async () => {
  const { response } = await answered(new Problem("link-missing"));

  assert.equal(response.headers.get("www-authenticate"), "Bearer");
});

Deno.test("problemResponse() tells nothing of an error that nobody foresaw, and logs no values", async () => {
  const secret = "Ana Silva <ana@ours.example>";
  const errors = [
    new Error(`duplicate key: ${secret}`),
    new TypeError(`line one\n    at ${secret} (file:///x.ts:1:1)\nline three`),
    Object.assign(new Error(secret), { code: "23505", detail: secret, parameters: [secret] }),
    new AggregateError([new Error(secret)], secret, { cause: new Error(secret) }),
    secret,
    { secret },
    null,
  ];

  for (const error of errors) {
    const { response, body, logged } = await answered(error);

    assert.equal(response.status, 500);
    const { type, title, status, code, instance, ...rest } = body;
    assert.deepEqual({ type, title, status, code, instance }, {
      type: "/problems/unexpected",
      title: problems.unexpected.title,
      status: 500,
      code: "unexpected",
      instance: requestId,
    });
    assert.deepEqual(rest, {});
    assert.equal(logged.length, 1);
    assert.doesNotMatch(logged.join(), /Ana|ours\.example/);
    assert.match(logged.join(), /req_1/);
  }
});

Deno.test("problemResponse() logs where an unforeseen error came from, and its code", async () => {
  const error = Object.assign(new RangeError("x"), { code: "22P05" });

  const { logged } = await answered(error);

  assert.match(logged.join(), /RangeError 22P05 at .*problem-response\.test\.ts/);
});

Deno.test("problemResponse() asks to come back when the database is away, however that shows", async () => {
  const withCode = (code: string) => Object.assign(new Error("x"), { code });
  const errors = [
    withCode("ECONNREFUSED"),
    withCode("CONNECTION_CLOSED"),
    withCode("57P01"),
    withCode("08006"),
    new Error("The change was not saved.", { cause: withCode("ETIMEDOUT") }),
    new Error("PGlite is closed"),
  ];

  for (const error of errors) {
    const { response, body, logged } = await answered(error);

    assert.equal(response.status, 503);
    assert.equal(body.code, "database-away");
    assert.match(response.headers.get("retry-after") ?? "", /^[1-9]\d*$/);
    assert.deepEqual(logged, []);
  }
});

Deno.test("problemResponse() logs nothing of what is the sender's own mistake", async () => {
  const { logged } = await answered(new Problem("invalid-input", "Ana is no age."));

  assert.deepEqual(logged, []);
});
