import assert from "node:assert/strict";
import fc from "fast-check";
import { searchWords } from "./search-words.ts";

function assertListed(typed: string, at: number, ...words: string[]) {
  const list = searchWords(typed)[at] ?? [];
  for (const word of words) {
    assert.ok(list.includes(word), `${typed}: ${word} in ${list.join(" ")}`);
  }
}

Deno.test("searchWords() looks for each typed word and for what the person may be listed as", () => {
  assertListed("Chris Müller", 0, "chris", "christopher", "christine");
  assertListed("Chris Müller", 1, "muller", "mueller");
  assertListed("Chris Mueller", 1, "muller", "mueller");
  assertListed("Anne Marie Weber", 0, "anne", "annemarie");
  assertListed("Anne-Marie Weber", 1, "marie", "annemarie");
  assertListed("小明 王", 0, "王小明", "小明王");
});

Deno.test("searchWords() leaves out particles and initials unless there is nothing else", () => {
  assert.deepEqual(searchWords("Anna van der Berg").map(([word]) => word), ["anna", "berg"]);
  assertListed("Anna van der Berg", 1, "vanderberg");
  assert.deepEqual(searchWords("J. Smith").map(([word]) => word), ["smith"]);
  assert.deepEqual(searchWords("J R").map(([word]) => word), ["j", "r"]);
});

Deno.test("searchWords() of nothing are none", () => {
  assert.deepEqual(searchWords(" 💕 "), []);
});

Deno.test("searchWords() stay few enough for one statement whatever is typed", () => {
  const typed = fc.oneof(
    fc.string({ unit: "binary", maxLength: 500 }),
    fc.array(fc.constantFrom("Maria", "Alexandra", "Johannes", "Chris", "Anna-Lena"), {
      maxLength: 40,
    })
      .map((names) => names.join(" ")),
  );

  fc.assert(fc.property(typed, (name) => {
    const lists = searchWords(name);

    assert.ok(lists.length <= 8);
    for (const list of lists) assert.ok(list.length <= 150, `${list.length} for ${list[0]}`);
  }));
});
