import assert from "node:assert/strict";
import { changedFields } from "./changed-fields.ts";

Deno.test("only fields that are not what they were are named, however deep", () => {
  const before = { names: "Emma", theme: { preset: "page" }, pages: ["a", "b"], counter: null };

  assert.deepEqual(changedFields(before, structuredClone(before)), []);
  assert.deepEqual(
    changedFields(before, { ...before, theme: { preset: "deco" }, pages: ["b", "a"] }),
    ["pages", "theme"],
  );
  assert.deepEqual(changedFields(before, { ...before, counter: "event_1", intro: "" }), [
    "counter",
    "intro",
  ]);
});
