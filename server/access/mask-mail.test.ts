import assert from "node:assert/strict";
import { maskMail } from "./mask-mail.ts";

Deno.test("a masked address shows its first letter and its domain", () => {
  assert.equal(maskMail("ana.silva@example.com"), "a…@example.com");
  assert.equal(maskMail("x@example.com"), "x…@example.com");
  assert.equal(maskMail("💍ring@example.com"), "💍…@example.com");
});
