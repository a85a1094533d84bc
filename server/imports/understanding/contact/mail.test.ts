import assert from "node:assert/strict";
import { readMails } from "./mail.ts";

const cells: [cell: string, valid: string[], repairs: (string | undefined)[]][] = [
  ["jane@example.com", ["jane@example.com"], [undefined]],
  ["mailto:jane@example.com", ["jane@example.com"], [undefined]],
  ["Jane Doe <jane@example.com>", ["jane@example.com"], [undefined]],
  ["jane@example.com.", ["jane@example.com"], [undefined]],
  ["jane@example.com; john@example.com", ["jane@example.com", "john@example.com"], [
    undefined,
    undefined,
  ]],
  ["jane@example.com, john@example.com", ["jane@example.com", "john@example.com"], [
    undefined,
    undefined,
  ]],
  ["jane@example.com / john@example.com", ["jane@example.com", "john@example.com"], [
    undefined,
    undefined,
  ]],
  ["jane@example.com ::: j@example.org", ["jane@example.com", "j@example.org"], [
    undefined,
    undefined,
  ]],
  ["jane@example.com john@example.com", ["jane@example.com", "john@example.com"], [
    undefined,
    undefined,
  ]],
  ["jane@gmial.com", ["jane@gmial.com"], ["jane@gmail.com"]],
  ["jane@hotmial.com", ["jane@hotmial.com"], ["jane@hotmail.com"]],
  ["jane@gmail.con", ["jane@gmail.con"], ["jane@gmail.com"]],
  ["jane@host,com", [], ["jane@host.com"]],
  ["jane@gmail,com", [], ["jane@gmail.com"]],
  ["jane@@example.com", [], ["jane@example.com"]],
  ["jane @ example . com", [], ["jane@example.com"]],
  ["jane at example.com", [], ["jane@example.com"]],
  ["jane(at)example.com", [], ["jane@example.com"]],
  ["jane@gmail", [], ["jane@gmail.com"]],
  ["call her", [], [undefined]],
  // As mail servers write a domain that is not in plain letters.
  ["jana@müller-reisen.example", ["jana@xn--mller-reisen-dlb.example"], [undefined]],
  ["Jana <jana@Müller.example>; tom@bücher.example", [
    "jana@xn--mller-kva.example",
    "tom@xn--bcher-kva.example",
  ], [undefined, undefined]],
  ["李@例子.example", [], [undefined]],
  ["jana@m\u200bü ller.example", [], ["jana@xn--mller-kva.example"]],
  // Near a large provider, and somebody's own all the same.
  ["jane@mail.com", ["jane@mail.com"], [undefined]],
  ["jane@gmx.fr", ["jane@gmx.fr"], [undefined]],
];

for (const [cell, valid, repairs] of cells) {
  Deno.test(`the mail cell “${cell}” gives what is in it and what is meant`, () => {
    const read = readMails(cell);

    assert.deepEqual(read.flatMap((each) => each.valid ? [each.mail] : []), valid);
    assert.deepEqual(read.map(({ repair }) => repair), repairs);
  });
}
