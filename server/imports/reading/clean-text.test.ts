import assert from "node:assert/strict";
import { cleanText } from "./clean-text.ts";

const cleaned: [name: string, from: string, to: string, removed: boolean][] = [
  ["spaces at the ends go", "  Anna \n", "Anna", false],
  ["a space that does not break is a space", "Anna\u{a0}Smith\u{a0}", "Anna Smith", false],
  ["a letter and its accent become one letter", "Zoe\u{308}", "Zo\u{eb}", false],
  ["line breaks are all the same", "12 High St\r\nLeeds\rUK", "12 High St\nLeeds\nUK", false],
  ["a right-to-left override goes", "Anna \u{202e}htimS", "Anna htimS", true],
  ["direction isolates go", "\u{2068}Anna\u{2069}", "Anna", true],
  ["control characters go", "An\0na\x07\x1b[31m", "Anna[31m", true],
  ["zero-width spaces go", "An\u{200b}na", "Anna", true],
  ["halves of an emoji go", "Anna \u{d83d}", "Anna", true],
  ["a byte order mark goes without a word", "\u{feff}Anna", "Anna", false],
  ["what joins an emoji stays", "👩\u{200d}👧", "👩\u{200d}👧", false],
  ["what Persian names are written with stays", "علی\u{200c}رضا", "علی\u{200c}رضا", false],
  ["HTML stays the text that it is", "<b>Anna</b><script>", "<b>Anna</b><script>", false],
];

for (const [name, from, to, removed] of cleaned) {
  Deno.test(`in a cell, ${name}`, () => {
    assert.deepEqual(cleanText(from), { text: to, removed });
  });
}
