import assert from "node:assert/strict";
import { createKeys } from "./keys.ts";
import { mailOf, personOf } from "./person.ts";

const keys = await createKeys([{ version: 1, bytes: new Uint8Array(32).fill(1) }]);

Deno.test("a person is found by the digest of the address and written to by its sealed text", async () => {
  const [one, again] = [
    await personOf(keys, "Ana@Example.com "),
    await personOf(keys, "ana@example.com"),
  ];

  assert.deepEqual(one.mailIndex, again.mailIndex);
  assert.equal(await mailOf(keys, one), "ana@example.com");
});

Deno.test("a sealed address under somebody else's digest does not open", async () => {
  const [ana, leo] = [
    await personOf(keys, "ana@example.com"),
    await personOf(keys, "leo@example.com"),
  ];

  await assert.rejects(mailOf(keys, { ...ana, mailSealed: leo.mailSealed }));
});
