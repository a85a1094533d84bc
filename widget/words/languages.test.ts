import assert from "node:assert/strict";
import { chooseTag, loadFirst, loadLanguage } from "./languages.ts";
import { wishesOf } from "./wishes.ts";

Deno.test("chooseTag() takes the first wanted language that there are words for", () => {
  assert.equal(chooseTag(["xx", "fr-CA", "en"]), "fr-CA");
  assert.equal(chooseTag(["xx"]), "en");
});

Deno.test("chooseTag() writes dates as the guest does where the page names no region", () => {
  assert.equal(chooseTag(["en"], ["en-GB", "de"]), "en-GB");
});

Deno.test("loadLanguage() speaks English where it has no words of the guest's language", async () => {
  const language = await loadLanguage(["xx"]);

  assert.equal(language.tag, "en");
  assert.equal(language.words.find, "Find my invitation");
});

Deno.test("loadLanguage() takes what a page has in `lang`, tag or not", async () => {
  for (const [lang, tag] of [["de_AT", "de"], ["EN-gb", "en-GB"], ["fr-", "fr"], ["???", "en"]]) {
    assert.equal((await loadLanguage([lang ?? ""])).tag, tag);
  }
});

Deno.test("loadFirst() says the first step in the words of the whole language", async () => {
  for (const tag of ["en", "en-US", "de"]) {
    const [first, all] = [await loadFirst([tag]), await loadLanguage([tag])];

    assert.equal(first.words.findHeading, all.words.findHeading);
    assert.equal(first.words.secondFactHint, all.words.secondFactHint);
    const [mine, whole] = [Object.keys(first.words.problems), Object.keys(all.words.problems)];
    assert.deepEqual(mine.filter((code) => !whole.includes(code)), []);
  }
});

Deno.test("a language says its own things in mid-sentence: German nouns keep their capital", async () => {
  const { formats: { inSentence } } = await loadLanguage(["de"]);

  assert.equal(inSentence?.("Nüsse", "nuts"), "Nüsse");
  assert.equal(inSentence?.("Etwas anderes", "other"), "etwas anderes");
  assert.equal(inSentence?.("Vegan", "vegan"), "vegan");
});

Deno.test("the page's own language stands above the couple's list, the browser's does not", () => {
  const browser = ["fr-FR", "es"];

  assert.equal(chooseTag(wishesOf(["", ""], browser, ["en", "es"])), "es");
  assert.equal(chooseTag(wishesOf(["", "fr"], browser, ["en", "es"])), "fr");
  assert.equal(chooseTag(wishesOf(["de", "fr"], browser, ["en", "es"])), "de");
  assert.equal(chooseTag(wishesOf(["", ""], ["ja"], ["nl", "es"])), "nl");
});
