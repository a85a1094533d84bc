import assert from "node:assert/strict";
import { words as english } from "./en.ts";
import { loadLanguage } from "./languages.ts";
import type { Words } from "./words.ts";

const tags = ["ar", "cy", "de", "es", "fr", "he", "hi", "it", "ja", "nl", "pl", "pt", "zh"];

const about = {
  names: "Emma & James",
  guest: "Ana",
  event: "Dinner",
  left: 1,
  page: "https://ours.example",
  site: "our-wedding",
};

/** What stands on a button or a pill, where a phone of 320 px has room for about so many letters. */
const tight: (keyof Words)[] = ["next", "back", "yes", "no", "willBeThere", "cannotCome", "change"];
const mostOnPill = 26;

/** Every phrase by its place, functions said with examples. */
function phrases(words: Words): Map<string, string> {
  const said = new Map<string, string>();
  const say = (place: string, phrase: unknown, args: unknown[]): void => {
    if (typeof phrase === "string") said.set(place, phrase);
    else if (typeof phrase === "function") said.set(place, String(phrase(...args)));
    else {
      for (const [name, inner] of Object.entries(phrase as object)) {
        say(`${place}.${name}`, inner, place === "problems" ? [about] : args);
      }
    }
  };
  for (const [name, phrase] of Object.entries(words)) {
    const counts = ["counter", "left"].includes(name);
    say(name, phrase, examples[name] ?? (counts ? [2, "2"] : ["Ana", "Dinner", 2]));
  }
  return said;
}

const examples: Record<string, unknown[]> = {
  allComing: [3],
  noneComing: [3],
  send: [3],
  changeReply: [3],
  suffers: ["nuts", "life-threatening"],
};

for (const tag of tags) {
  Deno.test(`every phrase is there in ${tag}, says something, and is not English`, async () => {
    const { words } = await loadLanguage([tag]);
    const original = phrases(english);

    const said = phrases(words);

    assert.deepEqual([...said.keys()].toSorted(), [...original.keys()].toSorted());
    const same: string[] = [];
    for (const [place, phrase] of said) {
      assert.ok(phrase.trim() && !/undefined|NaN|\[object/.test(phrase), `${place}: ${phrase}`);
      if (phrase === original.get(place) && /[a-z]{4}/i.test(phrase)) same.push(place);
    }
    // A few words are the same in two languages: "Vegan", "Sesame". Sentences are not.
    assert.ok(same.length <= 4, `still English: ${same.join(", ")}`);
    assert.ok(same.every((place) => /diets|allergens|optional/.test(place)), same.join(", "));
  });

  Deno.test(`what stands on pills is short in ${tag}`, async () => {
    const { words } = await loadLanguage([tag]);
    const pills = [
      ...tight.map((name) => words[name] as string),
      ...Object.values(words.diets),
      ...Object.values(words.allergens),
      ...Object.values(words.severities),
    ];

    assert.deepEqual(pills.filter((phrase) => phrase.length > mostOnPill), []);
  });
}

Deno.test("plural forms differ where a language has them", async () => {
  const { words: polish } = await loadLanguage(["pl"]);
  const { words: american } = await loadLanguage(["en-US"]);

  const counts = [1, 2, 5].map((count) => polish.counter(count, String(count)).replace(/\d/g, ""));
  assert.equal(new Set(counts).size, 3);
  assert.equal(american.allergens.sulphites, "Sulfites");
});

Deno.test("names and events that are put into a sentence are in it, in every language", async () => {
  for (const tag of tags) {
    const { words } = await loadLanguage([tag]);
    const sentences = [words.comes("Ana", "Dinner", 1), words.misses("Ana", "Dinner", 1)];
    for (const sentence of sentences) assert.match(sentence, /Ana.*Dinner|Dinner.*Ana/, tag);
    assert.match(words.staysAway("Ana", 1), /Ana/, tag);
    assert.match(words.noteHeading("Emma & James"), /Emma & James/, tag);
  }
});
