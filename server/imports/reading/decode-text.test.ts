import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { decodeText } from "./decode-text.ts";

const list = "First Name,Last Name,City\nJosé,Muñoz,Málaga\nBjörn,Müller,Zürich\n";

/** Text in an encoding of one byte a letter. */
function inBytes(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const byLetter = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from([...text].map((letter) => byLetter.get(letter) ?? assert.fail(letter)));
}

function utf16(text: string, encoding: "le" | "be", mark = true): Uint8Array {
  const bytes = Buffer.from(mark ? `\u{feff}${text}` : text, "utf16le");
  return new Uint8Array(encoding === "le" ? bytes : bytes.swap16());
}

const cases: [name: string, bytes: Uint8Array, encoding: string, sure: boolean][] = [
  ["UTF-8", Buffer.from(list), "utf-8", true],
  ["UTF-8 with a mark", Buffer.from(`\u{feff}${list}`), "utf-8", true],
  ["UTF-16, little end first", utf16(list, "le"), "utf-16le", true],
  ["UTF-16, big end first", utf16(list, "be"), "utf-16be", true],
  ["UTF-16 without a mark, little end first", utf16(list, "le", false), "utf-16le", false],
  ["UTF-16 without a mark, big end first", utf16(list, "be", false), "utf-16be", false],
  ["Windows-1252", inBytes(list, "windows-1252"), "windows-1252", false],
  ["MacRoman", inBytes(list, "macintosh"), "macintosh", false],
];

for (const [name, bytes, encoding, sure] of cases) {
  Deno.test(`a list in ${name} is read with all of its letters`, () => {
    assert.deepEqual(decodeText(bytes), { text: list, encoding, sure });
  });
}

const few = [
  "Name,Email\nAnna Smith,a@example.com\nJosé Garcia,j@example.com\n",
  "NAME,CITY\nJOSÉ MUÑOZ,MÁLAGA\nFRANÇOISE,NÎMES\n",
  "Vorname;Nachname\nKäthe;Groß\n",
  "Name,Note\nSiobhán O’Brien,“best man” – yes\n",
  "Navn,By\nSøren Kjær,Århus\n",
  "Nome,Cidade\nJoão Gonçalves,São Paulo\n",
  "Nom,Ville\nZoë Lefèvre,Orléans\n",
  "Namn,Ort\nBjörn Sjöberg,Malmö\n",
];

for (const text of few) {
  const name = text.split("\n")[1];
  Deno.test(`a few letters tell Windows-1252 from MacRoman: ${name}`, () => {
    assert.equal(decodeText(inBytes(text, "windows-1252")).text, text);
    assert.equal(decodeText(inBytes(text, "macintosh")).text, text);
  });
}

Deno.test("lists of central and eastern Europe are read: Polish, Russian", () => {
  const polish = "Imię,Nazwisko\nŁukasz,Święcki\nMałgorzata,Żółtowska\n";
  const russian = "Имя,Фамилия\nАнна,Иванова\nПётр,Смирнов\n";

  assert.equal(decodeText(inBytes(polish, "windows-1250")).text, polish);
  assert.equal(decodeText(inBytes(russian, "windows-1251")).text, russian);
});

Deno.test("one broken letter does not garble all others of a list in UTF-8", () => {
  const names = "Zoë,Müller\n".repeat(10);
  const bytes = Buffer.concat([Buffer.from(names), Buffer.from([0xe9]), Buffer.from(",Smith\n")]);

  const { text, encoding, sure } = decodeText(bytes);

  assert.deepEqual([encoding, sure], ["utf-8", false]);
  assert.ok(text.startsWith(names));
});
