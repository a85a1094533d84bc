import assert from "node:assert/strict";
import { phrasesSchema } from "./own-phrases.ts";

/** Where and why phrases are refused. */
function complaints(phrases: unknown): [path: string, message: string][] {
  const { error } = phrasesSchema.safeParse(phrases);
  return (error?.issues ?? []).map(({ path, message }) => [path.join("/"), message]);
}

Deno.test("a couple replaces phrases of the form, by language, as plain text on one line", () => {
  const own = {
    en: { findHeading: "Will you come?", replyBy: "Tell us by {date} :-}" },
    "pt-BR": { thanksHeading: "<b>Obrigado!</b>", "counter.one": "Um: {attending}" },
  };

  assert.deepEqual(phrasesSchema.parse(own), own);
  assert.deepEqual(phrasesSchema.parse({}), {});
  const typed = { de: { findHeading: "  Kommt\n ihr? \u202E" } };
  assert.deepEqual(phrasesSchema.parse(typed), { de: { findHeading: "Kommt ihr?" } });
});

Deno.test("a phrase that the form does not have is refused by name", () => {
  for (const name of ["findheading", "", "toString", "problems", "problems."]) {
    const message = `the form has no phrase ${name}`;

    assert.deepEqual(complaints({ en: { [name]: "Will you come?" } }), [[`en/${name}`, message]]);
  }
});

Deno.test("a blank that the phrase does not have is refused, with those that it has", () => {
  const own = { en: { replyBy: "By {day}, {date}, {}", findHeading: "Welcome, {name}!" } };

  assert.deepEqual(complaints(own), [
    ["en/replyBy", "replyBy has no blank {day}; its blanks: {date}"],
    ["en/replyBy", "replyBy has no blank {}; its blanks: {date}"],
    ["en/findHeading", "findHeading has no blank {name}; its blanks: none"],
  ]);
});

Deno.test("a language has one spelling, so that its phrases stand in one place", () => {
  const own = { findHeading: "?" };

  assert.deepEqual(complaints({ en: own, "pt-br": own, EN: own }), [
    ["pt-br", "this language is written pt-BR"],
    ["EN", "this language is written en"],
  ]);
  assert.deepEqual(complaints({ english_: own }), [["english_", "a language tag such as pt-BR"]]);
});

Deno.test("a phrase is not empty and not longer than the form has room for", () => {
  const refuses = (text: string) => complaints({ en: { findHeading: text } }).length > 0;

  assert.ok(!refuses("x".repeat(300)));
  assert.ok(refuses("x".repeat(301)));
  assert.ok(refuses(" \n "));
});

Deno.test("the whole is limited, since every form carries it", () => {
  const inLanguages = (count: number, phrases: Record<string, string>) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`en-x-${at}`, phrases]));
  const one = { findHeading: "?" };
  const long = { findHeading: "x".repeat(300) };

  assert.deepEqual(complaints(inLanguages(200, one)), []);
  assert.deepEqual(complaints(inLanguages(201, one)), [
    ["", "at most 200 phrases, of all languages"],
  ]);
  assert.deepEqual(complaints(inLanguages(20, long)), []);
  assert.deepEqual(complaints(inLanguages(30, long)), [["", "at most 8000 characters in all"]]);
  assert.deepEqual(complaints(inLanguages(2000, {})), [["", "at most 8000 characters in all"]]);
});
