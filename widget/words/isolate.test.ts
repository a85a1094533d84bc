import assert from "node:assert/strict";
import { isolate } from "./isolate.ts";
import { loadLanguage } from "./languages.ts";

Deno.test("a name of the other direction keeps its own inside a sentence", async () => {
  const { words: arabic } = await loadLanguage(["ar"]);
  const { words: english } = await loadLanguage(["en"]);

  assert.match(arabic.closedText("Emma & James (NYC)"), /\u2068Emma & James \(NYC\)\u2069/);
  assert.match(english.closedText("ليلى & عمر"), /\u2068ليلى & عمر\u2069/);
});

Deno.test("ordinary text has no invisible characters", async () => {
  const { words: arabic, formats: inArabic } = await loadLanguage(["ar"]);
  const { words: english, formats } = await loadLanguage(["en"]);

  const told = [
    english.comes(formats.list(["Ana", "Leo & Zoë"]), "Dinner", 2),
    english.replyBy(formats.day("2027-06-12")),
    arabic.comes(inArabic.list(["ليلى", "عمر"]), "العشاء", 2),
    arabic.replyBy(inArabic.day("2027-06-12")),
    arabic.counter(12, inArabic.number(12)),
  ];
  assert.deepEqual(told.filter((sentence) => /[\u2066-\u2069\u200e\u200f]/.test(sentence)), []);
});

Deno.test("names in a list are isolated one by one, the list in its sentence is not", async () => {
  const { words, formats } = await loadLanguage(["he"]);

  const sentence = words.staysAway(formats.list(["Ana", "דנה"]), 2);

  assert.equal(sentence.match(/\u2068/g)?.length, 1);
  assert.match(sentence, /\u2068Ana\u2069/);
});

Deno.test("what a trouble is about is isolated too", async () => {
  const { words } = await loadLanguage(["he"]);
  const phrase = words.problems["site-not-found"];

  const about = { names: "", guest: "", event: "", left: 0, page: "", site: "our-wedding" };
  assert.ok(typeof phrase === "function");
  assert.match(phrase(about), /\u2068our-wedding\u2069/);
});

Deno.test("isolate() leaves figures and marks alone, which have no direction of their own", () => {
  assert.equal(isolate("12:30 – 14", "ar"), "12:30 – 14");
});
