import assert from "node:assert/strict";
import { readCardCode } from "./card-code.ts";
import { isSecondFact } from "./second-fact.ts";

const party = {
  code: "7k2m9q1x",
  contact: { mail: "Ana.Silva@Mail.example", phone: "+351 912-345 678" },
};

Deno.test("the last four digits of the phone, or more of it, are a second fact", () => {
  for (
    const typed of [
      "5678",
      " 56 78 ",
      "345678",
      "912345678",
      "+351912345678",
      "00351 912 345 678",
      "0912 345 678",
    ]
  ) {
    assert.ok(isSecondFact(typed, party), typed);
  }
  for (
    const typed of ["678", "8", "", " ", "0000", "9123", "1234", "99912345678x", "67 8"]
  ) {
    assert.ok(!isSecondFact(typed, party), typed);
  }
});

Deno.test("a phone that the couple wrote without prefix is known with it, too", () => {
  const { code } = party;

  assert.ok(isSecondFact("+44 7700 900123", { code, contact: { phone: "07700 900123" } }));
  assert.ok(isSecondFact("0123", { code, contact: { phone: "07700 900123" } }));
  assert.ok(!isSecondFact("+44 7700 900124", { code, contact: { phone: "07700 900123" } }));
});

Deno.test("a phone too short to tell anybody apart is none", () => {
  const { code } = party;

  for (const phone of ["000-00", "112"]) {
    for (const typed of ["0000", "0112", "1112", "00000"]) {
      assert.ok(!isSecondFact(typed, { code, contact: { phone } }), typed);
    }
  }
});

Deno.test("the mail address and the part before @ are a second fact, whatever their case", () => {
  for (const typed of ["ana.silva@mail.example", "ANA.SILVA@MAIL.EXAMPLE", " ana.silva "]) {
    assert.ok(isSecondFact(typed, party), typed);
  }
  for (
    const typed of ["ana", "silva", "ana.silva@", "mail.example", "@mail.example", "ana.silva@mail"]
  ) {
    assert.ok(!isSecondFact(typed, party), typed);
  }
});

Deno.test("the code on the card is a second fact, however it is typed", () => {
  for (const typed of ["7k2m9q1x", "7K2M-9Q1X", "7k2m 9qlx", "7k2m9qix"]) {
    assert.ok(isSecondFact(typed, party), typed);
  }
  for (const typed of ["7k2m", "7k2m9q1", "7k2m9q1xx"]) assert.ok(!isSecondFact(typed, party));
});

Deno.test("a party without contact data has its code and nothing else", () => {
  const bare = { code: party.code, contact: {} };

  assert.ok(isSecondFact("7k2m9q1x", bare));
  for (const typed of ["", "0000", "@", "undefined", "null"]) {
    assert.ok(!isSecondFact(typed, bare), typed);
  }
});

Deno.test("a code is read as long as somebody may have typed, and no longer", () => {
  assert.equal(readCardCode(" 7K2M - 9Q1O "), "7k2m9q10");
  assert.equal(readCardCode("x".repeat(500)).length, 40);
});
