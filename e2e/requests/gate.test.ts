import assert from "node:assert/strict";
import { startRequests } from "./start-requests.ts";

const run = await startRequests({ seed: 20270612, count: 3000 });
const lines = run.output.split("\n");
const log = lines.filter((line) => line.startsWith("{")).join("\n");

Deno.test("three thousand requests made from the document meet no answer that it does not allow", () => {
  const { sent, faults, reached, operations, statuses } = run;

  assert.deepEqual(faults, []);
  assert.equal(sent, 3000);
  // Requests that are all refused at the door would find nothing behind it.
  const never = operations.filter((operation) => !reached.has(operation));
  assert.ok(never.length < operations.length / 4, `these never succeeded: ${never.join(", ")}`);
  for (const status of [200, 201, 204, 400, 401, 403, 404, 405, 409, 410, 415, 422]) {
    assert.ok(statuses.has(status), `nothing was answered with ${status}`);
  }
});

Deno.test("no credential, name, mail address or telephone number is in the log of all that", () => {
  const { sent, secrets } = run;
  assert.ok(log.split("\n").filter((line) => line.includes('"message":"request"')).length > sent);
  assert.ok(secrets.length > 20);

  for (const secret of secrets) assert.ok(!log.includes(secret), `the log has ${secret}`);
  // Links, keys and signing secrets that came up on the way, and what weddings are about.
  const links = /[0-9a-z]{4,16}-\d+(-[0-9a-z]+)?\.[\w-]{22}|wr_[0-9a-z]|whsec_|session=/;
  const people = /Silva|Berg|Novak|Zoë|Emma|@|\+351|912 345|lost in|polluted|evil\.|or 1=1/;
  for (const told of [links, people]) assert.equal(told.exec(log)?.[0], undefined);
});

Deno.test("what it prints beside the log are the links that whoever reads the terminal signs in with", () => {
  const expected =
    /^$|^Listening on |^Sign-in link for |^http:\/\/localhost:\d+\/sign-in#[0-9a-z]{40}$/;

  const others = lines.map((line) => line.trim())
    .filter((line) => !line.startsWith("{") && !expected.test(line));

  assert.deepEqual(others, []);
});
