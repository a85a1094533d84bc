import assert from "node:assert/strict";
import fc from "fast-check";
import { aWedding } from "../../testing/a-sheet.ts";
import type { Row, Sheet } from "../reading/table.ts";
import { recognise } from "../recognising/recognise.ts";
import type { ImportParty } from "./parties.ts";
import { understand, type Understood } from "./understand.ts";
import { runs } from "../../testing/runs.ts";

const headers = [
  ...["First Name", "Last Name", "Party", "Email", "Phone", "Address", "RSVP", "Plus One"],
  ...["Number invited", "Children", "Spouse", "Diet", "Age", "Song request"],
];
const words = fc.constantFrom(
  ...["", "", "Jane", "John", "Doe", "Roe", "Mr. & Mrs. Doe", "The Doe Family (3)", "Guest", "+1"],
  ...["Plus One", "Guest of Jane Doe", "Doe, Jane", "Jane & John Doe", "yes", "no", "No Response"],
  ...["2", "0", "-1", "4.47911E+11", "(503) 555-0142", "jane@gmial.com", "a@b,com", "1 North Road"],
  ...[
    "Total",
    "TBD",
    "vegan, no nuts",
    "child",
    "Party",
    "RSVP",
    "😀",
    "عائشة",
    "王小明、李华",
    "#REF!",
  ],
);
const cell = fc.oneof(
  { weight: 4, arbitrary: words },
  fc.string({ unit: "binary", maxLength: 30 }),
);
const wedding = aWedding(["Reception"]);

const anySheet = fc.tuple(
  fc.shuffledSubarray(headers, { minLength: 1 }),
  fc.array(fc.array(cell, { maxLength: 14 }), { maxLength: 12 }),
).map(([first, rows]) => sheetOf([first, ...rows]));

Deno.test("no sheet is too strange: every row is accounted for, and every guest has a row", () => {
  fc.assert(
    fc.property(anySheet, (sheet) => {
      const { rows, parties, problems } = understoodIn(sheet);

      const { read, inParties, refused, blank, headers, totals } = rows;
      assert.equal(read, sheet.rows.length);
      assert.equal(inParties + refused + blank + headers + totals, read);
      const placed = parties.flatMap((party) => party.rows);
      assert.equal(placed.length, inParties);
      assert.equal(new Set(placed).size, inParties);
      for (const party of parties) {
        assert.ok(party.name.length > 0 && party.name.length <= 120);
        assert.ok(party.guests.length > 0 && party.guests.length <= 60);
        assert.ok(party.guests.every(({ row }) => party.rows.includes(row)));
      }
      const stopped = new Set(
        problems.filter(({ severity }) => severity === "error").map(({ row }) => row),
      );
      assert.equal(stopped.size, refused);
      assert.ok(placed.every((row) => !stopped.has(row)));
    }),
    runs,
  );
});

const kinds = [
  ...["First Name", "Middle Name", "Last Name", "Title", "Suffix", "Nickname", "Name", "Age"],
  ...[
    "Email",
    "Email",
    "Phone",
    "Party",
    "Name on Envelope",
    "Street",
    "Street",
    "Address 2",
    "City",
  ],
  ...["State", "Zip", "Country", "Address", "Plus One", "Number invited", "Children", "Spouse"],
  ...[
    "Partner Title",
    "Partner Suffix",
    "Child 1 First Name",
    "Child 1 Age",
    "Diet",
    "Notes",
    "Tags",
  ],
  ...[
    "RSVP",
    "Reception",
    "Reception Meal",
    "Number attending",
    "Favourite colour",
    "",
    "Companion",
  ],
  ...["Relation 1 - Label", "Relation 1 - Value", "Display name", "Invitation Name"],
];

Deno.test("no cell is lost: what a row says is in its party, or it is refused as a whole", () => {
  const word = fc.stringMatching(/^[B-DF-HJ-NP-TV-Z][b-df-hj-np-tv-z]{6,9}$/);
  const cells = fc.uniqueArray(word, { minLength: kinds.length, maxLength: kinds.length });
  fc.assert(
    fc.property(cells, fc.array(fc.boolean(), { minLength: kinds.length }), (values, filled) => {
      const row = values.map((value, at) => filled[at] || kinds[at] === "First Name" ? value : "");
      const sheet = sheetOf([kinds, row]);

      const { parties, rows } = understoodIn(sheet);

      assert.equal(rows.inParties, 1);
      const kept = JSON.stringify(parties);
      for (const [at, value] of row.entries()) {
        const label = /Label$/.test(kinds[at] ?? "");
        assert.ok(label || kept.includes(value), `${kinds[at]}: ${value} is not in ${kept}`);
      }
    }),
    runs,
  );
});

Deno.test("a cell of 10,000 characters, whatever they are and mean, does not stop the clock", () => {
  const evil = [
    " ",
    "@",
    "a ",
    ", ",
    "& ",
    "(",
    "1",
    "+",
    "a@",
    "a.",
    "/ ",
    "- ",
    "yes ",
    "\u00e9",
    "(1",
  ];
  const sheet = sheetOf([
    kinds,
    ...evil.map((part) => kinds.map(() => `x${part.repeat(10_000 / part.length)}x`)),
    ...evil.map((part) =>
      kinds.map((kind) => /Name$/.test(kind) ? "Jane" : `1${part.repeat(9_000)}`)
    ),
  ]);
  const started = performance.now();

  const { rows } = understoodIn(sheet);

  assert.equal(rows.read, 1 + 2 * evil.length);
  // What is tried in every way there is would take minutes.
  assert.ok(performance.now() - started < 10_000);
});

// Without the two notations that are about the row above: a lone "Plus One", and a second row of one name.
const ownRow = fc.record({
  first: fc.constantFrom("Jane", "John", "Ada", "Rufus", "Jane & Tim", "Guest", ""),
  party: fc.constantFrom("Doe", "Roe", "The Poe Family", "Byron & guest"),
  mail: fc.constantFrom("", "jane@example.com", "a@b,com"),
  reply: fc.constantFrom("yes", "no", "No Response", "who knows", ""),
  count: fc.constantFrom("", "1", "3"),
});

Deno.test("rows in another order are the same parties of the same people", () => {
  fc.assert(
    fc.property(
      fc.array(ownRow, { maxLength: 10 }).chain((rows) =>
        fc.tuple(
          fc.constant(rows),
          fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
        )
      ),
      ([rows, shuffled]) => {
        const [one, other] = [rows, shuffled].map((each) =>
          understoodIn(sheetOf([
            ["First Name", "Last Name", "Party", "Email", "RSVP", "Number invited"],
            ...each.map(({ first, party, mail, reply, count }) => [
              ...[first, first ? "Quill" : "", party, mail, reply, count],
            ]),
          ]))
        );

        assert.deepEqual(one && unordered(one), other && unordered(other));
      },
    ),
    runs,
  );
});

const couple = fc.record({
  name: fc.constantFrom("Jane Doe", "John Roe", "Ada Byron", "Jane & Tim Poe", "The Doe Family"),
  along: fc.constantFrom("", "Plus One", "+1", "Guest", "TBD"),
});

Deno.test("a row that only says Plus One goes where the row above it goes", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(couple, { selector: ({ name }) => name, maxLength: 5 }).chain((couples) =>
        fc.tuple(
          fc.constant(couples),
          fc.shuffledSubarray(couples, { minLength: couples.length, maxLength: couples.length }),
        )
      ),
      ([couples, shuffled]) => {
        const [one, other] = [couples, shuffled].map((each) => {
          const lines = each.flatMap(({ name, along }) => along ? [[name], [along]] : [[name]]);
          return unordered(understoodIn(sheetOf([["Name"], ...lines])));
        });

        assert.deepEqual(one, other);
      },
    ),
    runs,
  );
});

function understoodIn(sheet: Sheet): Understood {
  return understand(sheet, recognise(sheet, wedding), wedding);
}

function sheetOf(rows: string[][]): Sheet {
  return { name: "Guests", rows: rows.map((cells, at): Row => ({ number: at + 1, cells })) };
}

// Which mail address of several is the party's, and the numbers of rows, are of the order.
function unordered({ parties, problems, rows }: Understood) {
  return {
    rows,
    parties: parties.map(whatItSays).toSorted(),
    problems: problems.map(({ code, value }) => `${code} ${value}`).toSorted(),
  };
}

function whatItSays({ name, guests, contact, notes }: ImportParty): string {
  const people = guests.map((guest) =>
    JSON.stringify({ ...guest, row: 0, answers: guest.answers.length })
  );
  const reached = [contact.mail ?? "", ...notes.map(({ text }) => text)].filter(Boolean);
  return JSON.stringify([name, people.toSorted(), [...new Set(reached)].toSorted()]);
}
