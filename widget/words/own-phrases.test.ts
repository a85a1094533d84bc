import assert from "node:assert/strict";
import { loadFirst, loadLanguage } from "./languages.ts";
import { withPhrases } from "./own-phrases.ts";

async function said(tag: string, own: Record<string, string>) {
  const { words, formats } = await loadLanguage([tag]);
  return withPhrases(words, formats, { [tag]: own });
}

Deno.test("a couple's phrase stands in place of the form's, others stay", async () => {
  const words = await said("en", {
    findHeading: "Party with us?",
    "diets.vegan": "Plants only",
    "problems.replies-closed": "Too late! Ring {names}.",
  });

  assert.equal(words.findHeading, "Party with us?");
  assert.equal(words.nameLabel, "Your name");
  assert.equal(words.diets.vegan, "Plants only");
  assert.equal(words.diets.halal, "Halal");
  const closed = words.problems["replies-closed"];
  const about = { guest: "", event: "", left: 0, page: "", site: "" };
  assert.ok(typeof closed === "function");
  assert.equal(closed({ names: "Emma & James", ...about }), "Too late! Ring Emma & James.");
});

Deno.test("blanks of a couple's phrase are filled, counts as the language writes them", async () => {
  const german = await said("de", {
    replyBy: "Sagt es bis {date}, ja?",
    counter: "{attending} feiern mit",
  });

  assert.equal(german.replyBy("Montag"), "Sagt es bis Montag, ja?");
  assert.equal(german.counter(1234, "1.234"), "1.234 feiern mit");
  const english = await said("en", { "suffers.allergy": "no {allergen}!" });
  assert.equal(english.suffers.allergy("nuts"), "no nuts!");
});

Deno.test("a couple writes a phrase for one, few and many where its language counts so", async () => {
  const polish = await said("pl", {
    "counter": "{attending} gości",
    "counter.one": "Jeden gość",
    "counter.few": "{attending} goście",
  });

  assert.deepEqual(
    [1, 3, 5].map((count) => polish.counter(count, "")),
    ["Jeden gość", "3 goście", "5 gości"],
  );
  const english = await said("en", { "allComing.one": "Count me in" });
  assert.deepEqual([1, 2].map((guests) => english.allComing(guests)), [
    "Count me in",
    "We’ll both be there",
  ]);
});

Deno.test("a couple's phrases reach the first step without the words of the others", async () => {
  const { words, formats } = await loadFirst(["en-GB"]);

  const own = withPhrases(words, formats, {
    en: { find: "Open sesame", thanksHeading: "Ta!" },
  });

  assert.equal(own.find, "Open sesame");
  assert.equal(own.retry, "Try again");
});

Deno.test("what a phrase quotes is not read as a phrase: braces in a name stay, unknown blanks too", async () => {
  const words = await said("en", { askCouple: "Ask {names} {who}" });

  assert.equal(words.askCouple("{names}"), "Ask {names} {who}");
});
