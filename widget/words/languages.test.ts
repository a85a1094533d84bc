import assert from "node:assert/strict";
import { chooseTag, loadLanguage } from "./languages.ts";

Deno.test("chooseTag() takes the first wanted language that there are words for", () => {
  assert.equal(chooseTag(["xx", "fr-CA", "en"], ["en", "fr"]), "fr-CA");
  assert.equal(chooseTag(["xx"], ["en", "fr"]), "en");
});

Deno.test("chooseTag() writes dates as the guest does where the page names no region", () => {
  assert.equal(chooseTag(["en", "en-GB", "de"], ["en"]), "en-GB");
});

Deno.test("loadLanguage() speaks English where it has no words of the guest's language", async () => {
  const language = await loadLanguage(["xx"]);

  assert.equal(language.tag, "en");
  assert.equal(language.words.find, "Find my invitation");
});
