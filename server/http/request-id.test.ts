import assert from "node:assert/strict";
import { newRequestId } from "./request-id.ts";

Deno.test("no two calls have the same id, and all ids look the same", () => {
  const ids = Array.from({ length: 10_000 }, newRequestId);

  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) assert.match(id, /^req_[0-9a-z]{16}$/);
});
