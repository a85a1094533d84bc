import assert from "node:assert/strict";
import { isDatabaseAway, isUniqueViolation } from "./errors.ts";

function withCode(code: string): Error {
  return Object.assign(new Error("no"), { code });
}

Deno.test("isDatabaseAway() knows a database that cannot be asked", () => {
  const codes = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "CONNECTION_CLOSED", "CONNECT_TIMEOUT"];
  const states = ["57P01", "57P02", "57P03", "53300", "08006", "08P01"];

  for (const code of [...codes, ...states]) assert.ok(isDatabaseAway(withCode(code)), code);
  assert.ok(isDatabaseAway(new Error("PGlite is closed")));
  assert.ok(isDatabaseAway(new Error("Cannot reach it.", { cause: withCode("ECONNREFUSED") })));
});

Deno.test("isDatabaseAway() does not excuse other mistakes", () => {
  for (const code of ["23505", "42P01", "57014", "22012"]) {
    assert.ok(!isDatabaseAway(withCode(code)), code);
  }
  for (const error of [new Error("no"), "ECONNREFUSED", undefined, { code: "ECONNREFUSED" }]) {
    assert.ok(!isDatabaseAway(error));
  }
});

Deno.test("isUniqueViolation() knows the constraint in both spellings", () => {
  const postgres = Object.assign(withCode("23505"), { constraint_name: "sites_pkey" });
  const pglite = Object.assign(withCode("23505"), { constraint: "sites_pkey" });

  for (const error of [postgres, pglite]) {
    assert.ok(isUniqueViolation(error));
    assert.ok(isUniqueViolation(error, "sites_pkey"));
    assert.ok(!isUniqueViolation(error, "sites_slug_key"));
  }
  assert.ok(!isUniqueViolation(withCode("23503")));
});
