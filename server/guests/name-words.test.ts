import assert from "node:assert/strict";
import fc from "fast-check";
import { nameWords } from "./name-words.ts";

const words: [name: string, words: string[]][] = [
  ["José García", ["jose", "garcia"]],
  ["O'Brien, Seán", ["sean", "obrien"]],
  ["Anne-Marie Weber", ["anne", "marie", "weber", "annemarie"]],
  ["Mr. John Smith Jr.", ["john", "smith"]],
  ["Smith, John, Ph.D.", ["john", "smith"]],
  ["Dr.John Smith", ["john", "smith"]],
  ["Smith, Dr. John", ["john", "smith"]],
  ["Herr Dr. med. Hans Müller", ["hans", "muller"]],
  ["Don Pedro García", ["pedro", "garcia"]],
  ["Mr and Mrs John Smith", ["john", "smith"]],
  ["J.R.R. Tolkien", ["j", "r", "tolkien", "jrr"]],
  ["Anna van der Berg", ["anna", "van", "der", "berg"]],
  ["Anna 💕 Smith", ["anna", "smith"]],
  ["Robert “Bob” Smith", ["robert", "bob", "smith"]],
  ["王小明", ["王小明"]],
  ["小明 王", ["小明", "王", "小明王", "王小明"]],
  ["दिया राव", ["दिया", "राव"]],
];

Deno.test("nameWords() are the folded words of a name without its titles", () => {
  for (const [name, expected] of words) assert.deepEqual(nameWords(name), expected, name);
});

Deno.test("nameWords() keeps two words however much they look like titles", () => {
  assert.deepEqual(nameWords("Mrs Smith"), ["mrs", "smith"]);
  assert.deepEqual(nameWords("Smith, Mrs."), ["mrs", "smith"]);
  assert.deepEqual(nameWords("Don Smith"), ["don", "smith"]);
  assert.deepEqual(nameWords("Smith Jr"), ["smith", "jr"]);
  assert.deepEqual(nameWords("Dr."), ["dr"]);
  assert.deepEqual(nameWords("Mr Dr Prof"), ["dr", "prof"]);
});

Deno.test("nameWords() of something without letters are none", () => {
  for (const name of ["", " ", "💕", "---", "\u202e", "\ud800", "…"]) {
    assert.deepEqual(nameWords(name), [], JSON.stringify(name));
  }
});

Deno.test("nameWords() are at most 8 different words of at most 40 characters", () => {
  const name = fc.oneof(
    fc.string({ unit: "binary", maxLength: 500 }),
    fc.array(fc.string({ unit: "grapheme", maxLength: 60 }), { maxLength: 20 })
      .map((some) => some.join(" ")),
    fc.array(fc.string({ unit: "grapheme-ascii", minLength: 30 }), { maxLength: 20 })
      .map((some) => some.join("-")),
  );

  fc.assert(
    fc.property(name, (text) => {
      const words = nameWords(text);

      assert.ok(words.length <= 8);
      assert.equal(new Set(words).size, words.length);
      for (const word of words) assert.match(word, /^[\p{L}\p{M}\p{N}]{1,40}$/u);
    }),
    { numRuns: 1000 },
  );
});

Deno.test("nameWords() reads no further than the first 400 characters", () => {
  assert.deepEqual(nameWords("Ana " + "-".repeat(400) + " Silva"), ["ana"]);
});

Deno.test("nameWords() of its own words are the same words", () => {
  for (const [, expected] of words) {
    for (const word of expected) assert.deepEqual(nameWords(word), [word]);
  }
});
