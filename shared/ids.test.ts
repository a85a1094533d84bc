import assert from "node:assert/strict";
import { idSchema, newId, randomCharacters } from "./ids.ts";

Deno.test("newId() carries its kind and eighty random bits, in letters that survive being read aloud", () => {
  assert.match(newId("guest"), /^guest_[0-9abcdefghjkmnpqrstvwxyz]{16}$/);
});

Deno.test("newId() does not repeat itself", () => {
  const ids = new Set(Array.from({ length: 10_000 }, () => newId("guest")));

  assert.equal(ids.size, 10_000);
});

Deno.test("randomCharacters() uses all of its letters equally often", () => {
  const counts = new Map<string, number>();
  for (const letter of randomCharacters(64_000)) {
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }

  assert.equal(counts.size, 32);
  // 2,000 each are expected; six standard deviations are 264.
  for (const [letter, count] of counts) assert.ok(Math.abs(count - 2000) < 300, letter);
});

Deno.test("idSchema() takes ids of its kind and nothing else", () => {
  const schema = idSchema("guest");

  for (const id of [newId("guest"), "guest_1", `guest_${"z".repeat(32)}`]) {
    assert.equal(schema.parse(id), id);
  }
  for (
    const id of [
      newId("party"),
      "guest_",
      "guest",
      "guest-1",
      "Guest_1",
      "guest_A",
      "guest_1 ",
      " guest_1",
      "guest_1\n",
      "guest_1\0",
      "guest_é",
      `guest_${"z".repeat(33)}`,
      "xguest_1",
      "",
      1,
      null,
      ["guest_1"],
    ]
  ) assert.equal(schema.safeParse(id).success, false, JSON.stringify(id));
});
