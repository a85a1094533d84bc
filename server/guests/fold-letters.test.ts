import assert from "node:assert/strict";
import { foldLetters } from "./fold-letters.ts";

Deno.test("foldLetters() takes off accents and case", () => {
  assert.equal(
    foldLetters("ÉÈÊ Åse Øst Łódź Đặng ÇĞİŞ ıŋ ẞ Œuvre ǅ"),
    "eee ase ost lodz dang cgis in ss oeuvre dz",
  );
  assert.equal(foldLetters("ΓΙΏΡΓΟΣ Γιώργος"), "γιωργοσ γιωργοσ");
});

Deno.test("foldLetters() takes out what cannot be seen, and apostrophes", () => {
  assert.equal(
    foldLetters("\u202eO’B\u200bri\u00ade\u0000n\u{e0101}\ud800 D´Or D'Or Dʼor"),
    "obrien dor dor dor",
  );
});

Deno.test("foldLetters() makes one hyphen of many", () => {
  assert.equal(foldLetters("a‐b‑c–d—e−f－g־h"), "a-b-c-d-e-f-g-h");
});

Deno.test("foldLetters() takes the points off Hebrew and Arabic and makes one alef", () => {
  assert.equal(foldLetters("דָּוִד"), "דוד");
  assert.equal(
    foldLetters("أَحْمَد إيمان آدم ٱ مـــحمد فاطمة علی"),
    "احمد ايمان ادم ا محمد فاطمه علي",
  );
});

Deno.test("foldLetters() leaves the marks that other scripts are written with", () => {
  assert.equal(
    foldLetters("Сергей प्रिया がく 민준 สมชาย"),
    "сергей प्रिया がく 민준 สมชาย".normalize("NFC"),
  );
});
