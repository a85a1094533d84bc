import assert from "node:assert/strict";
import fc from "fast-check";
import cases from "./match-name.cases.json" with { type: "json" };
import { matchesName } from "./match-name.ts";
import { nameWords } from "./name-words.ts";
import { searchWords } from "./search-words.ts";

const opens = Object.entries(cases.opens).map(([because, pairs]) => ({ because, pairs }));
const staysShut = Object.entries(cases.staysShut).map(([because, pairs]) => ({ because, pairs }));

for (const { because, pairs } of opens) {
  Deno.test(`matchesName() is true: ${because}`, () => {
    for (const [typed = "", listed = ""] of pairs) {
      assert.ok(matchesName(typed, listed), `"${typed}" should match "${listed}"`);
    }
  });
}

for (const { because, pairs } of staysShut) {
  Deno.test(`matchesName() is false: ${because}`, () => {
    for (const [typed = "", listed = ""] of pairs) {
      assert.ok(!matchesName(typed, listed), `"${typed}" should not match "${listed}"`);
    }
  });
}

const letters = [..."abcdefghijklmnoprstuvwzàáâãäåæçèéêëíîïñóôöøúüýßćčďęěğıłńňőřśşšţťůűžđ"];
// Shorter ones could be titles or particles, for which order does matter.
const word = fc.array(fc.constantFrom(...letters), { minLength: 6, maxLength: 12 })
  .map((some) => some.join(""));
const realNames = fc.constantFrom(
  ...[...opens, ...staysShut].flatMap(({ pairs }) => pairs.flat()),
);
const name = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" ")),
  realNames.filter((real) => nameWords(real).length > 0 && !/famil|famille/i.test(real)),
);
const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  realNames,
);

Deno.test("matchesName() knows a listed name, in upper case and without accents", () => {
  fc.assert(fc.property(name, (listed) => {
    assert.ok(matchesName(listed, listed));
    assert.ok(matchesName(listed.toUpperCase(), listed));
    assert.ok(matchesName(listed.normalize("NFD").replace(/[\u0300-\u036f]/g, ""), listed));
  }));
});

Deno.test("matchesName() knows a listed name in any word order", () => {
  const shuffled = fc.array(word, { minLength: 2, maxLength: 5 }).chain((words) =>
    fc.tuple(
      fc.constant(words.join(" ")),
      fc.shuffledSubarray(words, { minLength: words.length }).map((other) => other.join(" ")),
    )
  );

  fc.assert(fc.property(shuffled, ([listed, typed]) => assert.ok(matchesName(typed, listed))));
});

Deno.test("matchesName() never opens to the empty string and never throws", () => {
  fc.assert(
    fc.property(anything, anything, (typed, listed) => {
      assert.equal(typeof matchesName(typed, listed), "boolean");
      assert.ok(!matchesName("", listed));
    }),
    { numRuns: 1000 },
  );
});

Deno.test("searchWords() finds every name that matchesName() would accept", () => {
  fc.assert(fc.property(fc.oneof(realNames, name), fc.oneof(realNames, name), (typed, listed) => {
    if (matchesName(typed, listed)) assertFound(typed, listed);
  }));
  for (const [typed = "", listed = ""] of opens.flatMap(({ pairs }) => pairs)) {
    assertFound(typed, listed);
  }
});

function assertFound(typed: string, listed: string) {
  const stored = nameWords(listed);
  const found = searchWords(typed).flat().some((word) => stored.includes(word));
  assert.ok(found, `"${typed}" should find "${listed}"`);
}
