import assert from "node:assert/strict";
import { foldLetters } from "./fold-letters.ts";
import lists from "./nicknames.data.json" with { type: "json" };
import { equivalents, isGivenName, sameName, sameSpelling, spellings } from "./nicknames.ts";

const lines = Object.values(lists).flat();
const fullNames = (line: string) => line.split(":")[0]?.split(" ") ?? [];

Deno.test("equivalents() leads from short forms to full names and back", () => {
  const both = [
    "chris christopher|kate katherine|kathy catherine|bill william|liam william|bob robert",
    "peggy margaret|jack john|harry henry|sasha alexander|sasha alexandra|misha mikhail",
    "pepe jose|paco francisco|nacho ignacio|lola dolores|concha concepcion|chema jose",
    "ze jose|chico francisco|nando fernando|beppe giuseppe|kees cornelis|uschi ursula",
    "kasia katarzyna|gosia malgorzata|asia joanna|tomek tomasz|katya ekaterina|dai dafydd",
    "paddy padraig|саша александр|honza jan|kostas konstantinos|avi avraham|juanma juan",
  ].join("|").split("|");

  for (const pair of both) {
    const [short = "", full = ""] = pair.split(" ");

    assert.ok(equivalents(short).has(full), `${short} may be ${full}`);
    assert.ok(equivalents(full).has(short), `${full} may be ${short}`);
  }
});

Deno.test("equivalents() does not go on from a short form that two names share", () => {
  const apart = [
    "alexander alexandra|patrick patricia|samuel samantha|joseph josephine|nicholas nicole",
    "christopher christine|robert roberta|daniel danielle|francisco francisca|martin martina",
    "edward edmund|albert alan|maria margaret|александр александра|jose juan",
  ].join("|").split("|");

  for (const pair of apart) {
    const [one = "", other = ""] = pair.split(" ");

    assert.ok(!equivalents(one).has(other), `${one} is not ${other}`);
    assert.ok(!sameName(one, other) && !sameName(other, one), `${one} is not ${other}`);
  }
});

Deno.test("equivalents() relates short forms of one name only when they are near each other", () => {
  assert.ok(equivalents("bill").has("will"));
  assert.ok(equivalents("kate").has("katie"));
  assert.ok(!equivalents("beth").has("betty"));
  assert.ok(!equivalents("peggy").has("greta"));
});

Deno.test("equivalents() of a word that nobody is called by is the word", () => {
  for (const word of ["smith", "", "constructor", "__proto__", "王"]) {
    assert.deepEqual([...equivalents(word)], [word]);
  }
});

Deno.test("equivalents() go both ways for every name in the lists", () => {
  for (const word of new Set(lines.join(" ").split(/[\s:|]+/))) {
    for (const other of equivalents(word)) {
      const back = [...equivalents(other)].some((name) => sameSpelling(name, word));

      assert.ok(back && sameName(word, other) && sameName(other, word), `${word} ${other}`);
    }
  }
});

Deno.test("the lists hold at least 350 full names, folded, each once in its language", () => {
  for (const line of lines) {
    assert.match(line, /^(\p{L}+ )*\p{L}+:( \p{L}+)+( \|( \p{L}+)+)*$/u);
    assert.equal(foldLetters(line), line);
  }
  for (const language of Object.values(lists)) {
    const names = language.flatMap(fullNames);
    assert.deepEqual(names.filter((name, at) => names.indexOf(name) !== at), []);
  }
  assert.ok(new Set(lines.flatMap(fullNames)).size >= 350);
});

Deno.test("isGivenName() knows no common surname that is not also a given name", () => {
  const surnames =
    "smith jones williams brown taylor davies wilson garcia lopez martinez gonzalez rodriguez perez " +
    "fernandez silva santos ferreira pereira oliveira costa souza rossi russo ferrari bianchi muller " +
    "schmidt schneider weber wagner nowak kowalski novak ivanov petrov dubois durand jansen vries berg";

  for (const surname of surnames.split(" ")) assert.ok(!isGivenName(surname), surname);
  for (const name of ["anna", "bob", "juergen", "катя"]) assert.ok(isGivenName(name), name);
});

Deno.test("sameSpelling() forgives how an umlaut is written and no other vowel", () => {
  for (const pair of ["muller mueller", "jorg joerg", "schafer schaefer", "ase aase"]) {
    const [one = "", other = ""] = pair.split(" ");

    assert.ok(sameSpelling(one, other), pair);
    assert.ok(spellings(one).includes(other) && spellings(other).includes(one), pair);
  }
  for (const pair of ["jo joe", "su sue", "bauer baur", "zo zoe"]) {
    const [one = "", other = ""] = pair.split(" ");

    assert.ok(!sameSpelling(one, other), pair);
  }
});
