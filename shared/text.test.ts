import assert from "node:assert/strict";
import fc from "fast-check";
import { cleanText, lineSchema, mailSchema, phoneSchema, proseSchema } from "./text.ts";

Deno.test("cleanText() leaves what people write in any script as it is", () => {
  for (
    const text of [
      "Ana Silva",
      "Zoë O’Brien-Smith",
      "Nguyễn Thị Ánh",
      "محمد علي",
      "דוד",
      "王小明",
      "👩‍👩‍👧 2 + 1 = 3!",
      "<b>Ana</b> & 'Leo'",
    ]
  ) assert.equal(cleanText(text), text);
});

Deno.test("cleanText() takes away what cannot be seen and could mislead", () => {
  assert.equal(cleanText("  Ana \n"), "Ana");
  assert.equal(cleanText("A\0n\u0007a\u001b[2J"), "Ana[2J");
  assert.equal(cleanText("Ana\u202egpj.exe"), "Anagpj.exe");
  assert.equal(cleanText("\ufeffAna\u2066\u2069\u200f"), "Ana");
  assert.equal(cleanText("half \ud83d of one"), "half  of one");
});

Deno.test("cleanText() writes an accented letter one way", () => {
  assert.equal(cleanText("Zoe\u0308"), "Zo\u00eb");
});

Deno.test("cleanText() keeps lines and tabs apart", () => {
  assert.equal(cleanText("one\n\ttwo\r\nthree"), "one\n\ttwo\nthree");
});

Deno.test("cleanText() has nothing left to do the second time, and leaves only what can be stored", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (typed) => {
    const clean = cleanText(typed);

    assert.equal(cleanText(clean), clean);
    assert.ok(clean.isWellFormed());
    assert.doesNotMatch(clean, /\0/);
  }));
});

Deno.test("lineSchema() is one line, not empty, and counts what is left after cleaning", () => {
  const line = lineSchema(5);

  assert.equal(line.parse("  a\n b\t"), "a b");
  assert.equal(line.parse("\u200e\u200e\u200eAnaan"), "Anaan");
  for (const typed of ["", "   ", "\u0000", "Anaana", 7, null]) {
    assert.equal(line.safeParse(typed).success, false, JSON.stringify(typed));
  }
});

Deno.test("lineSchema() and proseSchema() do not clean what is far too long", () => {
  assert.equal(lineSchema(5).safeParse(" ".repeat(21)).success, false);
  assert.equal(proseSchema(5).safeParse(" ".repeat(21)).success, false);
});

Deno.test("proseSchema() may have lines, or nothing", () => {
  const prose = proseSchema(10);

  assert.equal(prose.parse(" one\ntwo "), "one\ntwo");
  assert.equal(prose.parse(""), "");
  assert.equal(prose.safeParse("a".repeat(11)).success, false);
});

Deno.test("mailSchema takes addresses as people have them, without the spaces around", () => {
  for (
    const mail of ["ana@ours.example", "Ana.Silva+rsvp@Mail.Ours.example", "a_b-c@x-y.example"]
  ) {
    assert.equal(mailSchema.parse(` ${mail}\n`), mail);
  }
  for (
    const typed of [
      "",
      "ana",
      "ana@",
      "@ours.example",
      "ana@ours",
      "a b@ours.example",
      "ana@ours.example, leo@ours.example",
      "Ana <ana@ours.example>",
      "ana@ours.example\r\nBcc: all@ours.example",
      "ana..silva@ours.example",
      `${"a".repeat(250)}@ours.example`,
    ]
  ) assert.equal(mailSchema.safeParse(typed).success, false, typed);
});

Deno.test("phoneSchema takes numbers with the marks that people put between", () => {
  for (const phone of ["+351 912 345 678", "(020) 7946-0018", "912.345.678", "030/123456"]) {
    assert.equal(phoneSchema.parse(` ${phone} `), phone);
  }
  for (const typed of ["", "1234", "call me", "++351 912", "0 800-FLOWERS", "1".repeat(41)]) {
    assert.equal(phoneSchema.safeParse(typed).success, false, typed);
  }
});
