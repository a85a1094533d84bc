import assert from "node:assert/strict";
import { repository } from "../../e2e/tools/repository.ts";
import { sheetData, xlsxOf } from "../testing/workbook-of.ts";
import type { Sheet } from "./reading/table.ts";
import { readGuestFile } from "./reading/read-guest-file.ts";
import { recognise } from "./recognising/recognise.ts";
import type { KnownWedding } from "./recognising/field-of-header.ts";
import type { Source } from "./recognising/fields.ts";
import { understand, type Understood } from "./understanding/understand.ts";

interface Expected {
  file: string;
  events?: string[];
  country?: string;
  source: Source;
  parties: number;
  /** Named, and seats that nobody has named. */
  guests: number;
  seats: number;
  /** Attending, declined, not sure: by guest and event. */
  replies: [number, number, number];
  warnings: string[];
  errors: string[];
}

const samples: Expected[] = [
  {
    file: "airlst.csv",
    source: "airlst",
    parties: 2,
    guests: 4,
    seats: 0,
    replies: [0, 0, 0],
    warnings: [],
    errors: [],
  },
  {
    file: "aisle.csv",
    events: ["Reception"],
    country: "GB",
    source: "aisle",
    parties: 5,
    guests: 5,
    seats: 6,
    replies: [8, 1, 0],
    warnings: ["3 seat-reply-unknown"],
    errors: [],
  },
  {
    file: "answers.csv",
    source: "list",
    parties: 5,
    guests: 5,
    seats: 0,
    replies: [4, 2, 1],
    warnings: ["4 meal-not-known", "5 meal-not-known", "6 reply-not-known"],
    errors: [],
  },
  {
    file: "apple-contacts.vcf",
    source: "apple-contacts",
    parties: 2,
    guests: 3,
    seats: 0,
    replies: [0, 0, 0],
    warnings: [],
    errors: [],
  },
  {
    file: "aunts-spreadsheet.csv",
    events: ["Reception"],
    source: "list",
    parties: 5,
    guests: 6,
    seats: 5,
    replies: [1, 6, 2],
    warnings: ["5 seat-reply-unknown", "10 mail-not-valid", "11 mail-not-valid"],
    errors: [],
  },
  {
    file: "broken-rows.csv",
    source: "list",
    parties: 2,
    guests: 2,
    seats: 1,
    replies: [0, 0, 0],
    warnings: [],
    errors: [
      "2 no-name",
      "3 cell-broken",
      "4 not-a-name",
      "5 not-a-name",
      "7 not-a-name",
      "8 host-not-found",
    ],
  },
  {
    file: "children.csv",
    source: "list",
    parties: 4,
    guests: 9,
    seats: 5,
    replies: [0, 0, 0],
    warnings: ["4 children-uncounted"],
    errors: [],
  },
  {
    file: "event-grid.csv",
    events: ["Mehndi", "Sangeet", "Ceremony", "Reception"],
    country: "IN",
    source: "event-grid",
    parties: 4,
    guests: 5,
    seats: 3,
    replies: [0, 0, 0],
    warnings: [],
    errors: [],
  },
  {
    file: "evite.csv",
    events: ["Reception"],
    source: "list",
    parties: 3,
    guests: 3,
    seats: 3,
    replies: [1, 1, 3],
    warnings: ["2 seat-reply-unknown"],
    errors: [],
  },
  {
    file: "french-list.csv",
    events: ["Mariage"],
    country: "FR",
    source: "list",
    parties: 3,
    guests: 4,
    seats: 2,
    replies: [1, 1, 0],
    warnings: ["2 seat-reply-unknown"],
    errors: [],
  },
  {
    file: "german-households.csv",
    events: ["Feier"],
    country: "DE",
    source: "german-list",
    parties: 4,
    guests: 4,
    seats: 5,
    replies: [5, 2, 2],
    warnings: ["5 first-name-missing", "5 first-name-missing"],
    errors: [],
  },
  {
    file: "german-list.csv",
    events: ["Feier"],
    country: "DE",
    source: "german-list",
    parties: 3,
    guests: 4,
    seats: 1,
    replies: [1, 2, 0],
    warnings: ["3 mail-not-valid"],
    errors: [],
  },
  {
    file: "google-contacts-old.csv",
    country: "DE",
    source: "google-contacts-old",
    parties: 2,
    guests: 2,
    seats: 0,
    replies: [0, 0, 0],
    warnings: [],
    errors: [],
  },
  {
    file: "google-contacts.csv",
    country: "DE",
    source: "google-contacts",
    parties: 2,
    guests: 3,
    seats: 0,
    replies: [0, 0, 0],
    warnings: [],
    errors: ["5 no-name"],
  },
  {
    file: "joy-one-event.csv",
    events: ["Reception"],
    source: "joy",
    parties: 4,
    guests: 4,
    seats: 0,
    replies: [2, 1, 0],
    warnings: [],
    errors: [],
  },
  {
    file: "joy-several-events.csv",
    source: "joy",
    parties: 3,
    guests: 3,
    seats: 0,
    replies: [3, 1, 0],
    warnings: [],
    errors: [],
  },
  {
    file: "mac-roman.csv",
    source: "list",
    parties: 3,
    guests: 3,
    seats: 0,
    replies: [0, 0, 0],
    warnings: [],
    errors: [],
  },
  {
    file: "minted.csv",
    source: "minted",
    parties: 5,
    guests: 7,
    seats: 2,
    replies: [0, 0, 0],
    warnings: ["3 family-size-unknown", "4 first-name-missing"],
    errors: [],
  },
  {
    file: "names-only.txt",
    source: "names",
    parties: 5,
    guests: 5,
    seats: 6,
    replies: [0, 0, 0],
    warnings: [],
    errors: [],
  },
  {
    file: "no-headers.csv",
    source: "list",
    parties: 3,
    guests: 3,
    seats: 0,
    replies: [0, 0, 0],
    warnings: [],
    errors: [],
  },
  {
    file: "outlook-old.csv",
    country: "GB",
    source: "outlook-old",
    parties: 2,
    guests: 5,
    seats: 0,
    replies: [0, 0, 0],
    warnings: [],
    errors: [],
  },
  {
    file: "outlook.csv",
    source: "outlook",
    parties: 2,
    guests: 3,
    seats: 0,
    replies: [0, 0, 0],
    warnings: [],
    errors: [],
  },
  {
    file: "pasted-tabs.txt",
    source: "list",
    parties: 2,
    guests: 2,
    seats: 1,
    replies: [0, 0, 0],
    warnings: [],
    errors: [],
  },
  {
    file: "perfect-table-plan.csv",
    events: ["Reception"],
    source: "perfect-table-plan",
    parties: 3,
    guests: 3,
    seats: 1,
    replies: [0, 0, 0],
    warnings: ["4 meal-not-known"],
    errors: [],
  },
  {
    file: "phones.csv",
    country: "GB",
    source: "list",
    parties: 6,
    guests: 6,
    seats: 0,
    replies: [0, 0, 0],
    warnings: [
      "2 phone-rounded",
      "3 phone-country-guessed",
      "3 mail-mistyped",
      "4 mail-not-valid",
      "5 mail-not-valid",
      "6 phone-not-valid",
      "7 phone-not-valid",
      "7 mail-not-valid",
    ],
    errors: [],
  },
  {
    file: "pipes.psv",
    events: ["Reception"],
    source: "list",
    parties: 2,
    guests: 3,
    seats: 0,
    replies: [2, 1, 0],
    warnings: [],
    errors: [],
  },
  {
    file: "placeholders.csv",
    source: "list",
    parties: 3,
    guests: 3,
    seats: 5,
    replies: [0, 0, 0],
    warnings: [],
    errors: ["10 host-not-found"],
  },
  {
    file: "spanish-list.csv",
    events: ["Boda"],
    country: "ES",
    source: "spanish-list",
    parties: 4,
    guests: 6,
    seats: 1,
    replies: [3, 1, 0],
    warnings: ["2 seat-reply-unknown", "5 first-name-missing", "5 first-name-missing"],
    errors: [],
  },
  {
    file: "spanish-title-row.csv",
    events: ["Boda"],
    source: "spanish-list",
    parties: 3,
    guests: 2,
    seats: 5,
    replies: [2, 4, 0],
    warnings: ["3 seat-reply-unknown"],
    errors: [],
  },
  {
    file: "the-knot-list.csv",
    source: "the-knot-list",
    parties: 3,
    guests: 6,
    seats: 2,
    replies: [0, 0, 0],
    warnings: ["4 mail-mistyped", "9 addresses-differ"],
    errors: [],
  },
  {
    file: "the-knot-replies.csv",
    events: ["Wedding Day"],
    source: "the-knot-replies",
    parties: 5,
    guests: 6,
    seats: 1,
    replies: [3, 2, 0],
    warnings: ["1 event-not-chosen", "8 reply-not-known"],
    errors: [],
  },
  {
    file: "todays-bride.csv",
    source: "todays-bride",
    parties: 4,
    guests: 6,
    seats: 3,
    replies: [8, 2, 0],
    warnings: ["2 first-name-missing", "4 reply-of-some"],
    errors: [],
  },
  {
    file: "two-families-one-name.csv",
    source: "list",
    parties: 1,
    guests: 3,
    seats: 0,
    replies: [0, 0, 0],
    warnings: ["4 addresses-differ"],
    errors: [],
  },
  {
    file: "unicode-text.txt",
    events: ["Reception"],
    source: "list",
    parties: 3,
    guests: 3,
    seats: 0,
    replies: [1, 1, 1],
    warnings: [],
    errors: [],
  },
  {
    file: "wedding-rsvp.csv",
    source: "wedding-rsvp",
    parties: 2,
    guests: 3,
    seats: 1,
    replies: [2, 1, 1],
    warnings: [],
    errors: [],
  },
  {
    file: "zola-list.csv",
    source: "zola-list",
    parties: 5,
    guests: 10,
    seats: 3,
    replies: [0, 0, 0],
    warnings: [],
    errors: [],
  },
  {
    file: "zola-replies.csv",
    source: "zola-replies",
    parties: 4,
    guests: 4,
    seats: 1,
    replies: [5, 1, 0],
    warnings: [],
    errors: [],
  },
  {
    file: "zola-template.csv",
    source: "zola-template",
    parties: 4,
    guests: 6,
    seats: 2,
    replies: [0, 0, 0],
    warnings: [],
    errors: [],
  },
];

const folder = new URL("e2e/samples/", repository);
const sheets = new Map<string, Sheet>();
for (const { file } of samples) {
  const read = await readGuestFile(await Deno.readFile(new URL(file, folder)), { name: file });
  sheets.set(file, read.sheets[0] ?? { name: "", rows: [] });
}

for (const expected of samples) {
  Deno.test(`${expected.file} is read as what it is, and as whom it names`, () => {
    const sheet = sheetOf(expected.file);
    const wedding = weddingOf(expected);

    const recognised = recognise(sheet, wedding);
    const understood = understand(sheet, recognised, wedding);

    const { file, source, parties, guests, seats, replies, warnings, errors } = expected;
    assert.deepEqual(
      { file, source: recognised.source, ...summaryOf(understood) },
      { file, source, parties, guests, seats, replies, warnings, errors },
    );
  });

  Deno.test(`${expected.file}: every row is in a party, refused, blank, a header or a total`, () => {
    const sheet = sheetOf(expected.file);
    const wedding = weddingOf(expected);

    const { rows, parties } = understand(sheet, recognise(sheet, wedding), wedding);

    const { read, inParties, refused, blank, headers, totals } = rows;
    assert.equal(read, sheet.rows.length);
    assert.equal(inParties + refused + blank + headers + totals, read);
    assert.equal(parties.flatMap((party) => party.rows).length, inParties);
  });

  Deno.test(`${expected.file} says the same from a workbook`, async () => {
    const sheet = sheetOf(expected.file);
    const wedding = weddingOf(expected);

    const byNumber = new Map(sheet.rows.map((row) => [row.number, row.cells]));
    const last = sheet.rows.at(-1)?.number ?? 0;
    const cells = Array.from({ length: last }, (_, at) => byNumber.get(at + 1) ?? []);
    const workbook = await readGuestFile(xlsxOf({ sheets: { Guests: sheetData(cells) } }));

    const [copy = sheet] = workbook.sheets;
    const [one, other] = [sheet, copy].map((each) =>
      summaryOf(understand(each, recognise(each, wedding), wedding))
    );
    assert.deepEqual(one, other);
  });
}

Deno.test("every sample has its line in the table", () => {
  const files = [...Deno.readDirSync(folder)].map(({ name }) => name);

  assert.deepEqual(files.toSorted(), samples.map(({ file }) => file).toSorted());
  assert.ok(files.length >= 30);
});

function sheetOf(file: string): Sheet {
  const sheet = sheets.get(file);
  assert.ok(sheet, `${file} was not read`);
  return sheet;
}

function summaryOf({ parties, problems }: Understood) {
  const all = parties.flatMap(({ guests }) => guests);
  const said = all.flatMap(({ invited }) => Object.values(invited));
  const count = (value: string) => said.filter((each) => each === value).length;
  const codes = (severity: string) =>
    problems.filter((problem) => problem.severity === severity)
      .map(({ row, code }) => `${row} ${code}`);
  return {
    parties: parties.length,
    guests: all.filter(({ name }) => name !== null).length,
    seats: all.filter(({ name }) => name === null).length,
    replies: [count("attending"), count("declined"), count("unsure")],
    warnings: codes("warning"),
    errors: codes("error"),
  };
}

function weddingOf(
  { events = ["Ceremony", "Reception", "Brunch"], country = "US" }: Expected,
): KnownWedding {
  const meals = ["Beef", "Sea bass", "Vegetarian risotto"].map((name, at) => ({
    id: `meal_${at}` as const,
    name,
    for: "everyone" as const,
  }));
  return {
    country,
    events: events.map((name, at) => ({
      id: `event_${at}` as const,
      name,
      startsAt: "2027-06-05T15:00",
      courses: name === "Reception" ? [{ id: "course_main" as const, name: "Main", meals }] : [],
    })),
  };
}
