import assert from "node:assert/strict";
import fc from "fast-check";
import { readArray, writeArray } from "./array-text.ts";

Deno.test("readArray() reads whatever writeArray() wrote", () => {
  const words = fc.array(
    fc.option(fc.oneof(fc.string(), fc.constantFrom("NULL", "", '"', "\\", "{,}"))),
  );

  fc.assert(fc.property(words, (given) => {
    assert.deepEqual(readArray(writeArray(given, String), (text) => text), given);
  }));
});

Deno.test("readArray() reads what Postgres writes", () => {
  assert.deepEqual(readArray("{}", Number), []);
  assert.deepEqual(readArray("{1,NULL,-3}", Number), [1, null, -3]);
  assert.deepEqual(readArray("{{1,2},{3,4}}", Number), [[1, 2], [3, 4]]);
  assert.deepEqual(readArray("[0:1]={1,2}", Number), [1, 2]);
  assert.deepEqual(readArray('{"NULL","a b","{}"}', (text) => text), ["NULL", "a b", "{}"]);
});
