import assert from "node:assert/strict";
import { problems } from "./problems.ts";

const table = Object.entries(problems);

Deno.test("codes read as words, so that they can be said, searched for and put into an address", () => {
  for (const [code] of table) assert.match(code, /^[a-z]+(-[a-z]+)*$/);
});

Deno.test("each problem has the status of an error", () => {
  for (const [code, { status }] of table) assert.ok(status >= 400 && status < 600, code);
});

Deno.test("titles are sentences for developers without a full stop, and no two are alike", () => {
  for (const [code, { title }] of table) assert.match(title, /^[A-Z].{5,78}[^.]$/, code);
  assert.equal(new Set(table.map(([, { title }]) => title)).size, table.length);
});

Deno.test("the table is in the order of its statuses", () => {
  const statuses = table.map(([, { status }]) => status);

  assert.deepEqual(statuses, statuses.toSorted((a, b) => a - b));
});
