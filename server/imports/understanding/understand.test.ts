import assert from "node:assert/strict";
import { aSheet, aWedding, peopleIn, understood } from "../../testing/a-sheet.ts";
import { recognise } from "../recognising/recognise.ts";
import { sentenceOf } from "./problems.ts";
import { repairCells } from "./repair-cells.ts";
import { understand } from "./understand.ts";

const one = aWedding(["Reception"]);

Deno.test("rows that share a party's text are one party, wherever they stand", () => {
  const found = understood(aSheet(
    "Name | Party",
    "Jane Doe | Doe",
    "Rufus Roe | Roe",
    "John Doe | DOE ",
  ));

  assert.deepEqual(peopleIn(found), [["Jane Doe", "John Doe"], ["Rufus Roe"]]);
});

Deno.test("a partner, children and the number invited make a party of one row", () => {
  const found = understood(aSheet(
    "Total Definitely Invited|First Name|Last Name|Partner First Name|Partner Last Name|Child 1 First Name|Child 1 Last Name",
    "5|Jane|Doe|John|Roe|Nia|",
    "2|Ada|Byron|Guest||",
  ));

  assert.deepEqual(peopleIn(found), [
    ["Jane Doe", "John Roe", "Nia Doe", "–", "–"],
    ["Ada Byron", "–"],
  ]);
  assert.deepEqual(found.parties[0]?.guests.map(({ age }) => age), [
    ...["adult", "adult", "child", "adult", "adult"],
  ]);
});

Deno.test("how many are invited is no reply", () => {
  const found = understood(
    aSheet("Total Definitely Invited | First Name | Last Name", "2 | Jane | Doe"),
  );

  assert.deepEqual(found.parties[0]?.guests.map(({ invited }) => invited), [{}, {}]);
});

Deno.test("fewer invited than named keeps everybody, and says so", () => {
  const found = understood(aSheet("Name | Number invited", "Jane, Tim and John Doe | 2"));

  assert.deepEqual(peopleIn(found), [["Jane Doe", "Tim Doe", "John Doe"]]);
  assert.deepEqual(found.problems.map(sentenceOf), [
    "2 are invited, but 3 are named; all of them were kept.",
  ]);
});

Deno.test("a spouse with a row of their own is not a second guest", () => {
  const found = understood(aSheet(
    "First Name | Last Name | Spouse",
    "Jane | Doe | John Doe",
    "Rufus | Roe |",
    "John | Doe | Jane",
  ));

  assert.deepEqual(peopleIn(found), [["Jane Doe", "John Doe"], ["Rufus Roe"]]);
});

Deno.test("a spouse's name that two rows have joins neither of them", () => {
  const found = understood(aSheet(
    "First Name | Last Name | Spouse",
    "Jane | Doe | John Doe",
    "John | Doe |",
    "John | Doe |",
  ));

  assert.deepEqual(peopleIn(found), [["Jane Doe", "John Doe"], ["John Doe"], ["John Doe"]]);
});

Deno.test("people of one name at different addresses are not taken for one", () => {
  const found = understood(aSheet(
    "Name | Spouse | Address",
    "Jane Doe | John Doe | 1 North Road",
    "John Doe | | 9 South Street",
  ));

  assert.deepEqual(peopleIn(found), [["Jane Doe", "John Doe"], ["John Doe"]]);
});

Deno.test("a row that only says Plus One comes along with the row above it", () => {
  const found = understood(aSheet("Name", "Jane Doe", "Plus One", "John Roe", "+1"));

  assert.deepEqual(peopleIn(found), [["Jane Doe", "–"], ["John Roe", "–"]]);
});

Deno.test("a guest of somebody comes along with them, wherever the row stands", () => {
  const found = understood(
    aSheet("Name", "Guest of John Roe", "Jane Doe", "John Roe", "Jane's guest"),
  );

  assert.deepEqual(peopleIn(found), [["–", "John Roe"], ["Jane Doe", "–"]]);
});

Deno.test("a guest of nobody in the file is refused, not lost", () => {
  const found = understood(aSheet("Name", "Jane Doe", "Guest of Lancelot"));

  assert.deepEqual(found.problems.map(({ row, code, severity }) => [row, code, severity]), [
    [3, "host-not-found", "error"],
  ]);
  assert.equal(found.rows.refused, 1);
});

Deno.test("one party at two addresses is a warning, and both addresses stay", () => {
  const found = understood(aSheet(
    "Name | Party | Address",
    "Jane Doe | Doe | 1 North Road",
    "John Doe | Doe | 9 South Street",
  ));

  assert.deepEqual(found.problems.map(({ row, code }) => [row, code]), [[3, "addresses-differ"]]);
  assert.equal(found.parties[0]?.contact.address, "1 North Road");
  assert.deepEqual(found.parties[0]?.notes.map(({ label, text }) => [label, text]), [
    ["Address (John Doe)", "9 South Street"],
  ]);
});

Deno.test("two mail addresses in a cell are one for each of two people", () => {
  const found = understood(aSheet(
    "Name | Email",
    "Jane & John Doe | jane@example.com, john@example.com",
  ));

  assert.equal(found.parties[0]?.contact.mail, "jane@example.com");
  assert.deepEqual(found.parties[0]?.guests.map(({ mail }) => mail), [
    ...["jane@example.com", "john@example.com"],
  ]);
});

Deno.test("a person's second mail address is not given to the person beside them", () => {
  const found = understood(aSheet(
    "First Name | Last Name | Spouse | E-mail Address | E-mail 2 Address",
    "Jane | Doe | John | jane@example.com | jane@work.example",
  ));

  assert.deepEqual(found.parties[0]?.guests.map(({ mail }) => mail), ["jane@example.com", null]);
  assert.deepEqual(found.parties[0]?.notes.map(({ text }) => text), ["jane@work.example"]);
});

Deno.test("the telephone number is kept in the international form and as it stood", () => {
  const found = understood(aSheet("Name | Phone", "Jane Doe | (503) 555-0142"));

  assert.deepEqual(found.parties[0]?.contact.phone, {
    number: "+15035550142",
    original: "(503) 555-0142",
  });
});

Deno.test("what has no place is an answer, under the header that it had", () => {
  const found = understood(
    aSheet("Name | T-shirt size | Song request?", "Jane Doe | M | Waterloo"),
  );

  assert.deepEqual(
    found.parties[0]?.guests[0]?.answers.map(({ label, text }) => [label, text]),
    [["T-shirt size", "M"], ["Song request?", "Waterloo"]],
  );
});

Deno.test("a diet of several people in one row is kept in words, and counted for nobody", () => {
  const found = understood(aSheet(
    "Name | Dietary Requirements",
    "Jane Doe | vegan",
    "John & Tim Roe | vegan",
  ));

  const [jane, john] = found.parties.map(({ guests }) => guests[0]);
  assert.deepEqual([jane?.diets, jane?.kitchenNote], [["vegan"], null]);
  assert.deepEqual([john?.diets, john?.kitchenNote], [[], "vegan"]);
});

Deno.test("titles above the headers, repeated headers, empty rows and totals are not people", () => {
  const found = understood(aSheet(
    "Our wedding |",
    "Name | Number invited",
    "Jane Doe | 1",
    "|",
    "Name | Number invited",
    "GROOM'S SIDE |",
    "John Roe | 2",
    "Total | 3",
  ));

  assert.deepEqual(peopleIn(found), [["Jane Doe"], ["John Roe", "–"]]);
  assert.deepEqual(found.rows, {
    ...{ read: 8, inParties: 2, refused: 0, blank: 1, headers: 4, totals: 1 },
  });
});

Deno.test("all problems of all rows are told at once, each with its place", () => {
  const found = understood(aSheet(
    "Name | Email | Phone | Age",
    "| lost@example.com | |",
    "Jane Doe | jane@host,com | 4.47911E+11 | ancient",
    "https://example.com | | |",
  ));

  assert.deepEqual(
    found.problems.map(({ row, column, code, severity }) => [row, column?.header, code, severity]),
    [
      [2, undefined, "no-name", "error"],
      [3, "Age", "age-not-known", "warning"],
      [3, "Email", "mail-not-valid", "warning"],
      [3, "Phone", "phone-rounded", "warning"],
      [4, "Name", "not-a-name", "error"],
    ],
  );
  assert.deepEqual(peopleIn(found), [["Jane Doe"]]);
  assert.equal(found.rows.refused, 2);
});

Deno.test("a repair that is taken leaves nothing to complain about", () => {
  const wedding = aWedding();
  const sheet = aSheet("Name | Email", "Jane Doe | jane@host,com");
  const recognised = recognise(sheet, wedding);

  const before = understand(sheet, recognised, wedding);
  const repairs = before.problems.flatMap(({ row, column, repair }) =>
    column && repair !== undefined ? [{ row, column: column.index, value: repair }] : []
  );
  const after = understand(repairCells(sheet, repairs), recognised, wedding);

  assert.equal(before.parties[0]?.contact.mail, null);
  assert.equal(after.parties[0]?.contact.mail, "jane@host.com");
  assert.deepEqual(after.problems, []);
});

Deno.test("a party of more guests than a party may have is refused with the number", () => {
  const rows = Array.from({ length: 61 }, (_, at) => `Guest${at} Doe | Everybody`);

  const found = understood(aSheet("Name | Party", ...rows));

  assert.deepEqual(found.parties, []);
  assert.equal(found.rows.refused, 61);
  assert.equal(
    found.problems[0] && sentenceOf(found.problems[0]),
    "The party “Everybody” has 61 guests; at most 60 are possible.",
  );
});

Deno.test("our own file is taken as it stands: names, ids, seats, and a party's name with a number", () => {
  const wedding = aWedding(["Reception"]);
  const found = understood(
    aSheet(
      "Party | Guest | Seat | Age | Mail | Reception: reply | Reception: Main | Guest id | Party id",
      "Doe (2) | Jane and Sons | named | adult | jane@example.com | attending | Beef | guest_1 | party_1",
      "Doe (2) | Guest | open | child | | not sure yet | | guest_2 | party_1",
      "Doe (2) | | open | adult | | no reply yet | | guest_3 | party_2",
    ),
    wedding,
  );

  assert.deepEqual(found.problems, []);
  assert.deepEqual(found.parties.map(({ id, name }) => [id, name]), [
    ["party_1", "Doe (2)"],
    ["party_2", "Doe (2)"],
  ]);
  assert.deepEqual(
    found.parties[0]?.guests.map(({ id, name, seat, age, invited, meals }) => [
      ...[id, name, seat, age, invited.event_reception, meals.event_reception?.course_main],
    ]),
    [
      ["guest_1", "Jane and Sons", "named", "adult", "attending", "meal_0"],
      ["guest_2", "Guest", "open", "child", "unsure", undefined],
    ],
  );
});

Deno.test("two first names in a plus-one cell are two people, which is said; a last name before the comma is none", () => {
  const found = understood(aSheet(
    "Name | Plus One",
    "Jane Doe | Tom, Jerry",
    "Rufus Roe | Quill, Ada",
    "Ada Byron | husband Tom",
  ));

  assert.deepEqual(peopleIn(found), [
    ["Jane Doe", "Tom", "Jerry"],
    ["Rufus Roe", "Ada Quill"],
    ["Ada Byron", "Tom"],
  ]);
  assert.deepEqual(found.problems.map(sentenceOf), [
    "“Tom, Jerry” was read as two people: Tom and Jerry.",
  ]);
});

Deno.test("rows that only name a group, or count one, invite nobody", () => {
  const found = understood(aSheet(
    "Name | Email",
    "VIP |",
    "Jane Doe | jane@example.com",
    "Adults | 3",
    "Kids | 2",
    "A-List |",
    "John Roe |",
    "Adults |",
  ));

  assert.deepEqual(peopleIn(found), [["Jane Doe"], ["John Roe"]]);
  assert.deepEqual(
    [found.rows.headers, found.rows.totals, found.rows.refused, found.problems],
    [4, 2, 0, []],
  );
});

Deno.test("a household of whom nobody is invited for certain is kept without an invitation, and said so", () => {
  const wedding = aWedding(["Ceremony", "Reception"]);
  const found = understood(
    aSheet(
      "Total Definitely Invited | Total Maybe Invited | First Name | Last Name | Partner First Name | Partner Last Name",
      "0 | 2 | Jane | Doe | John | Roe",
      "1 | 0 | Ada | Byron | |",
    ),
    wedding,
  );

  assert.deepEqual(peopleIn(found), [["Jane Doe", "John Roe"], ["Ada Byron"]]);
  assert.deepEqual(
    found.parties.map(({ guests }) => guests.map(({ invited }) => Object.values(invited))),
    [[["not-invited", "not-invited"], ["not-invited", "not-invited"]], [[]]],
  );
  assert.deepEqual(found.problems.map(({ row, code }) => [row, code]), [[2, "none-invited"]]);
  assert.match(sentenceOf(found.problems[0]!), /\(2\) .*without an invitation/);
});

Deno.test("a number of nobody beside a reply keeps the reply, and says so", () => {
  const found = understood(
    aSheet("Name | Number invited | RSVP", "Jane Doe | 0 | Yes", "John Doe | 0 | No Response"),
    one,
  );

  assert.deepEqual(
    found.parties.map(({ guests }) => guests.flatMap(({ invited }) => Object.values(invited))),
    [["attending"], ["not-invited"]],
  );
  assert.deepEqual(found.problems.map(({ code }) => code), ["replied-uninvited", "none-invited"]);
});
