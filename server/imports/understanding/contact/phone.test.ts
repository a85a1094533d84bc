import assert from "node:assert/strict";
import { readPhones } from "./phone.ts";

const cells: [cell: string, country: string, numbers: string[]][] = [
  ["(503) 555-0142", "US", ["+15035550142"]],
  ["503.555.0142", "US", ["+15035550142"]],
  ["+1 (281) 731-0000", "DE", ["+12817310000"]],
  ["5511999999999", "US", ["+5511999999999"]],
  ["0300 1234567", "PK", ["+923001234567"]],
  ["7911123456", "GB", ["+447911123456"]],
  ["'07911 123456", "GB", ["+447911123456"]],
  ["+44 (0)20 7946 0018", "US", ["+442079460018"]],
  ["0049 30 901820", "DE", ["+4930901820"]],
  ["Mobile: 0171 5550123", "DE", ["+491715550123"]],
  ["089/1234567", "DE", ["+49891234567"]],
  ["0171 5550123 (Anna)", "DE", ["+491715550123"]],
  ["0171 5550123 / 030 901820", "DE", ["+491715550123", "+4930901820"]],
  ["030 901820 ::: 0171 5550123", "DE", ["+4930901820", "+491715550123"]],
];

for (const [cell, country, numbers] of cells) {
  Deno.test(`the phone cell “${cell}” of a wedding in ${country} is read`, () => {
    const read = readPhones(cell, country);

    assert.deepEqual(read.flatMap((each) => each.valid ? [each.phone.number] : []), numbers);
  });
}

Deno.test("a number that a spreadsheet has rounded is told apart from one that is wrong", () => {
  assert.deepEqual(readPhones("4.47911E+11", "GB"), [
    { valid: false, value: "4.47911E+11", rounded: true },
  ]);
  assert.deepEqual(readPhones("call her mum", "GB"), [
    { valid: false, value: "call her mum", rounded: false },
  ]);
});

Deno.test("a number read with a guessed country says so, and the original stays", () => {
  const [read] = readPhones("5511999999999", "US");

  assert.deepEqual(read, {
    valid: true,
    phone: { number: "+5511999999999", original: "5511999999999" },
    guessed: true,
  });
});
