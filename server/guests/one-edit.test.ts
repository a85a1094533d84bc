import assert from "node:assert/strict";
import fc from "fast-check";
import { isOneEdit } from "./one-edit.ts";

const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 8 });

Deno.test("isOneEdit() is true for a letter more, fewer, other, or two neighbours swapped", () => {
  fc.assert(fc.property(word, fc.nat(), fc.constantFrom("x", "y"), (text, number, letter) => {
    const at = number % text.length;
    const [before, after] = [text.slice(0, at), text.slice(at + 1)];

    assert.ok(isOneEdit(text, before + letter + text.slice(at)));
    assert.ok(isOneEdit(text, before + after));
    assert.ok(isOneEdit(text, before + letter + after));
    if (after && text[at] !== after[0]) {
      assert.ok(isOneEdit(text, before + after[0] + text[at] + after.slice(1)));
    }
  }));
});

Deno.test("isOneEdit() is false for the same word and for two edits", () => {
  fc.assert(fc.property(word, (text) => {
    assert.ok(!isOneEdit(text, text));
    assert.ok(!isOneEdit(text, `x${text}y`));
    assert.ok(!isOneEdit(`x${text}`, `${text}y`));
  }));
  assert.ok(!isOneEdit("abcd", "badc"));
  assert.ok(!isOneEdit("abc", "cab"));
});
