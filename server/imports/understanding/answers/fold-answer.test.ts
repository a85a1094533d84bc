import assert from "node:assert/strict";
import fc from "fast-check";
import { foldLetters } from "../../../guests/fold-letters.ts";
import { foldAnswer } from "./fold-answer.ts";

Deno.test("case, accents, points and spaces make no other answer", () => {
  assert.equal(foldAnswer(" Not  attending. "), "not attending");
  assert.equal(foldAnswer("WON'T attend"), "wont attend");
  assert.equal(foldAnswer("Sí, confirmó"), "si confirmo");
});

Deno.test("the short way of plain text says the same as the long one", () => {
  fc.assert(fc.property(fc.string(), (text) => {
    const folded = foldLetters(text).replace(/[^\p{L}\p{M}\p{N}+/]+/gu, " ").trim();
    assert.equal(foldAnswer(text), folded);
  }));
});
