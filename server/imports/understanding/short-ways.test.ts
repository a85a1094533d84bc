import assert from "node:assert/strict";
import fc from "fast-check";
import { mailSchema } from "../../../shared/text.ts";
import { runs } from "../../testing/runs.ts";
import { foldAnswer } from "./answers/fold-answer.ts";
import { addressLine } from "./contact/address.ts";
import { isMail } from "./contact/mail.ts";
import { takeApart } from "./names/titles.ts";

// What is plain is read a shorter way. Each of these texts has a twin that says the same and is not plain.
const words = fc.array(
  fc.constantFrom("Jane", "van", "Doe", "Mr", "dr", "Sir", "Don", "Jr", "III", "M", "É.", "12"),
  { minLength: 1, maxLength: 5 },
).map((some) => some.join(" "));

Deno.test("a plain name is taken apart as any other", () => {
  fc.assert(
    fc.property(words, (name) => {
      assert.deepEqual(takeApart(name), takeApart(name.replaceAll(" ", "  ") + " "));
    }),
    runs,
  );
});

Deno.test("a plain answer is folded as any other", () => {
  fc.assert(
    fc.property(words, (answer) => {
      assert.equal(foldAnswer(answer), foldAnswer(`${answer}!`));
    }),
    runs,
  );
});

Deno.test("a plain street is put in one line as any other", () => {
  fc.assert(
    fc.property(words, (street) => {
      assert.equal(addressLine({ street }, "US"), addressLine({ street: `${street},` }, "US"));
    }),
    runs,
  );
});

Deno.test("a mail address is one by the words of the schema with which it will be stored", () => {
  const piece = fc.constantFrom("a", "jane.doe", "@", ".", "-", "+1", "example", ".com", " ", "é");
  const address = fc.oneof(
    fc.emailAddress(),
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("")),
    fc.integer({ min: 230, max: 260 }).map((length) => `${"a".repeat(length)}@example.com`),
  );
  fc.assert(
    fc.property(address, (address) => {
      assert.equal(isMail(address), mailSchema.safeParse(address).success);
    }),
    runs,
  );
});
