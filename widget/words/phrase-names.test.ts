import assert from "node:assert/strict";
import { phraseBlanks, type PhraseName } from "../../shared/phrases.ts";
import { words as english } from "./en.ts";
import { loadLanguage } from "./languages.ts";
import type { About, Words } from "./words.ts";

// A number that is also handed over as it is written needs one blank, not two.
const writtenToo = ["counter", "left"];

/** Every phrase by its name, as the couple's settings know it. */
function phrasesOf(words: object, group = ""): [name: string, phrase: unknown][] {
  return Object.entries(words).flatMap(([key, phrase]) =>
    typeof phrase === "object" ? phrasesOf(phrase, `${group}${key}.`) : [[group + key, phrase]]
  );
}

Deno.test("a couple can replace every phrase of the form, and nothing else", () => {
  const plain = Object.keys(phraseBlanks)
    .filter((name) => !/\.(zero|one|two|few|many)$/.test(name));

  assert.deepEqual(plain.toSorted(), phrasesOf(english).map(([name]) => name).toSorted());
  const top: keyof Words & PhraseName = "findHeading";
  assert.ok(top in english);
});

Deno.test("a phrase has a blank for everything that it is said with", () => {
  for (const [name, phrase] of phrasesOf(english)) {
    if (name.startsWith("problems.")) continue;
    const parameters = typeof phrase === "function" ? phrase.length : 0;
    const blanks = phraseBlanks[name]?.length ?? 0;
    const most = blanks + (writtenToo.includes(name) ? 1 : 0);

    // English does without some that other languages need, such as how many the names are.
    assert.ok(parameters <= most, `${name}: ${parameters} parameters, ${blanks} blanks`);
  }
});

Deno.test("no language tells more of a trouble than a couple's own phrase could", async () => {
  const tags = ["ar", "cy", "de", "en", "es", "fr", "he", "hi", "it", "ja", "nl", "pl", "pt", "zh"];
  for (const tag of tags) {
    const { words: { problems } } = await loadLanguage([tag]);
    for (const [code, phrase] of Object.entries(problems)) {
      if (typeof phrase === "string") continue;
      const blanks = phraseBlanks[`problems.${code}`] ?? [];

      assert.deepEqual(
        askedOf(phrase).filter((fact) => !blanks.includes(fact)),
        [],
        `${tag} ${code}`,
      );
    }
  }
});

/** Which facts a trouble's phrase puts into its sentence. */
function askedOf(phrase: (about: About) => unknown): string[] {
  const facts = { names: "<names>", guest: "<guest>", event: "<event>", page: "<page>" };
  const said = [0, 3].map((left) => String(phrase({ ...facts, site: "<site>", left }))).join();
  return [...new Set([...said.matchAll(/<(\w+)>/g)].map(([, fact = ""]) => fact))];
}

Deno.test("phrases that are said with a number can be written for each of its forms", () => {
  assert.deepEqual(phraseBlanks["counter.one"], ["attending"]);
  assert.deepEqual(phraseBlanks["comes.few"], ["names", "events", "guests"]);
  assert.equal(phraseBlanks["findHeading.one"], undefined);
});
