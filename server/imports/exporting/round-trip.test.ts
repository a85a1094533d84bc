import assert from "node:assert/strict";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { ages } from "../../../shared/events.ts";
import { allergens, diets, severities } from "../../../shared/kitchen.ts";
import { questionsSchema } from "../../../shared/questions.ts";
import { lineSchema, proseSchema } from "../../../shared/text.ts";
import { sheetData, xlsxOf } from "../../testing/workbook-of.ts";
import { comparedImport, comparedListed } from "../duplicates/compared.ts";
import { findDuplicates } from "../duplicates/find-duplicates.ts";
import type { MergedGuest, MergedParty } from "../duplicates/merged.ts";
import { mergeParty } from "../duplicates/merge-party.ts";
import { readGuestFile } from "../reading/read-guest-file.ts";
import type { KnownWedding } from "../recognising/field-of-header.ts";
import { recognise } from "../recognising/recognise.ts";
import { understand } from "../understanding/understand.ts";
import type { ImportInvited } from "../understanding/parties.ts";
import { type ExportFormat, fileOf } from "./export-guests.ts";
import { type ListedWedding, ownHeaders } from "./headers.ts";
import { allergiesCell, answerCell } from "./own-cells.ts";
import { type ExportedParty, rowsOfParties } from "./party-rows.ts";

const wedding: KnownWedding & ListedWedding = {
  country: "GB",
  events: [
    { id: "event_1", name: "Party", startsAt: "2027-06-11T18:00", courses: [] },
    {
      id: "event_2",
      name: "Dinner",
      startsAt: "2027-06-12T18:00",
      courses: [{
        id: "course_1",
        name: "Mains",
        meals: [
          { id: "meal_1", name: "Sea bass", for: "everyone" },
          { id: "meal_2", name: "Roast, with gravy", for: "adult" },
        ],
      }],
    },
    { id: "event_3", name: "dinner", startsAt: "2027-06-13T18:00", courses: [] },
  ],
  questions: questionsSchema.parse([
    { id: "question_1", kind: "text", label: "Which song?", for: "party" },
    { id: "question_2", kind: "yes-no", label: "Bus back?", for: "guest" },
    {
      id: "question_3",
      kind: "some-of",
      label: "Days",
      for: "guest",
      options: [{ id: "option_1", label: "Friday; all day" }, { id: "option_2", label: "Sunday" }],
    },
  ]),
};

const awkward = fc.constantFrom(
  ...[
    "Guest",
    "Plus One",
    "TBD",
    "The Smith Family (5)",
    "Ana & Leo Silva",
    "Smith, Jane",
    "Mr. & Mrs. Roe",
  ],
  ...[
    "=1+1",
    "+1",
    "-",
    "@ana",
    "'=x",
    "0171",
    "Total",
    "Party",
    "not attending",
    "O'Neill",
    "a;b\tc|d",
  ],
  ...["Zoë", "山田 太郎", "נועה כהן", "😀", '"', '"Bob"', "_x0041_", "1/2"],
);
const made = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 });
const lineOf = (most: number) =>
  fc.oneof(awkward, made).map((text) => lineSchema(most).safeParse(text))
    .filter(({ success }) => success).map(({ data }) => data ?? "Ana");
const line = lineOf(120);
const prose = fc.tuple(line, line).map((lines) => proseSchema(500).parse(lines.join("\n")));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const anyGuest = fc.record({
  name: fc.option(line, { nil: null, freq: 5 }),
  kind: fc.constantFrom("named" as const, "open" as const),
  age: fc.constantFrom(...ages),
  events: fc.subarray(wedding.events.map(({ id }) => id)),
  attending: fc.constantFrom(true, false, null, undefined),
  meal: fc.constantFrom("meal_1" as const, "meal_2" as const),
  diets: fc.subarray([...diets], { maxLength: 2 }),
  allergies: fc.array(
    fc.record({
      allergen: fc.constantFrom(...allergens),
      severity: fc.constantFrom(...severities),
      note: line,
    }),
    { maxLength: 2 },
  ),
  kitchenNote: maybe(prose),
  bus: maybe(fc.boolean()),
  days: fc.subarray(["option_1" as const, "option_2" as const]),
});

const anyParty = fc.record({
  name: line,
  contact: fc.record({
    name: line,
    mail: fc.constantFrom("ana@post.example", "-leo@post.example", "Zoe.Roe+list@post.example"),
    phone: fc.constantFrom(
      "+442079460958",
      "020 7946 0958",
      "+15035550142",
      "02079460958",
      "+33 1 23 45 67 89",
    ),
    address: line,
  }, { requiredKeys: [], noNullPrototype: true }),
  guests: fc.array(anyGuest, { minLength: 1, maxLength: 3 }),
  song: maybe(prose),
  note: maybe(prose),
});

/** Everything of a list, with ids by place. */
function listOf(
  parties: readonly (typeof anyParty extends fc.Arbitrary<infer Made> ? Made : never)[],
) {
  return parties.map(({ name, contact, guests, song, note }, at): ExportedParty => ({
    id: `party_${at}`,
    name,
    contact,
    guests: guests.map((guest, place) => ({
      id: `guest_${at}x${place}`,
      kind: guest.name === null ? "open" : guest.kind,
      name: guest.name,
      age: guest.age,
      events: guest.events,
      replies: guest.attending === undefined ? [] : guest.events.map((eventId) => ({
        eventId,
        attending: guest.attending ?? null,
        meals: guest.attending && eventId === "event_2" ? { course_1: guest.meal } : {},
      })),
    })),
    reply: {
      guests: guests.map(({ diets, allergies, kitchenNote, bus, days }, place) => ({
        guestId: `guest_${at}x${place}`,
        diets,
        allergies,
        ...kitchenNote ? { kitchenNote } : {},
        answers: {
          ...bus === undefined ? {} : { question_2: bus },
          ...days.length ? { question_3: days } : {},
        },
      })),
      answers: song ? { question_1: song } : {},
      ...note ? { note } : {},
    },
  }));
}

async function exported(list: readonly ExportedParty[], format: ExportFormat): Promise<Uint8Array> {
  const headers = ownHeaders(wedding);
  const toRows = rowsOfParties(wedding, headers.map(({ column }) => column));
  async function* pages() {
    yield await Promise.resolve(list.flatMap(toRows));
  }
  return new Uint8Array(await new Response(fileOf(format, headers, pages())).arrayBuffer());
}

/** A party of the list in the form in which it is merged; answers of the party are with its first guest, as in a file. */
function mergedOf(party: ExportedParty): MergedParty {
  const { name, contact, guests, reply } = party;
  return {
    name,
    contact,
    guests: guests.map((guest, at): MergedGuest => {
      const said = reply?.guests.find(({ guestId }) => guestId === guest.id);
      const answers = { ...said?.answers, ...at === 0 ? reply?.answers : {} };
      return {
        id: guest.id,
        kind: guest.kind,
        name: guest.name,
        age: guest.age,
        invited: Object.fromEntries(guest.events.map((event) => [event, saidTo(guest, event)])),
        meals: Object.fromEntries(
          guest.replies.filter(({ meals }) => Object.keys(meals).length > 0)
            .map(({ eventId, meals }) => [eventId, meals]),
        ),
        diets: said?.diets ?? [],
        allergies: said && said.allergies.length > 0 ? allergiesCell(said.allergies) : null,
        kitchenNote: said?.kitchenNote || null,
        answers: Object.fromEntries(
          wedding.questions.map((
            question,
          ) => [question.id, answerCell(question, answers[question.id])])
            .filter(([, text]) => text !== ""),
        ),
      };
    }),
  };
}

function saidTo({ replies }: ExportedParty["guests"][number], event: string): ImportInvited {
  const reply = replies.find(({ eventId }) => eventId === event);
  if (!reply) return "pending";
  if (reply.attending === null) return "unsure";
  return reply.attending ? "attending" : "declined";
}

/** Our CSV as a spreadsheet program saves it again: it takes the apostrophes for letters of the texts. */
async function savedAgain(list: readonly ExportedParty[]): Promise<Uint8Array> {
  const cells: string[][] = parse(await exported(list, "csv"), { bom: true });
  const texts = cells.map((row) =>
    row.map((cell) => cell.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_"))
  );
  return xlsxOf({ sheets: { guests: sheetData(texts) } });
}

async function nothingChanges(list: readonly ExportedParty[], bytes: Uint8Array): Promise<void> {
  const file = await readGuestFile(bytes);
  const [sheet] = file.sheets;
  assert.ok(sheet);
  const recognised = recognise(sheet, wedding);
  assert.equal(recognised.source, "wedding-rsvp");

  const { parties, rows } = understand(sheet, recognised, wedding);
  assert.equal(rows.inParties, list.reduce((sum, { guests }) => sum + guests.length, 0));
  const found = findDuplicates(list.map(comparedListed), parties.map(comparedImport));

  assert.equal(found.parties.length, list.length);
  assert.equal(parties.length, list.length);
  for (const { one, other, class: sure, guests } of found.parties) {
    assert.equal(sure, "exact");
    const at = Number(one.slice("party ".length));
    const [read, listed] = [parties[at], list.find(({ id }) => id === other)];
    assert.ok(read && listed);
    const known = mergedOf(listed);
    const choices = read.guests.map((_, place) =>
      guests.find((match) => match.one === `party ${at} guest ${place}`)?.other
    );

    const { merged, kept, decisions } = mergeParty(known, read, { guests: choices });

    assert.deepEqual([kept, decisions], [[], []]);
    assert.deepEqual(merged, known);
  }
}

const anyList = fc.array(anyParty, { minLength: 1, maxLength: 4 }).map(listOf);

for (
  const [what, write, numRuns] of [
    ["as CSV", (list: ExportedParty[]) => exported(list, "csv"), 1000],
    ["as a workbook", (list: ExportedParty[]) => exported(list, "xlsx"), 200],
    ["as CSV, saved as a workbook", savedAgain, 200],
  ] as const
) {
  Deno.test(`any list that is exported ${what} and imported again changes nothing`, async () => {
    await fc.assert(
      fc.asyncProperty(anyList, async (list) => nothingChanges(list, await write(list))),
      { numRuns },
    );
  });
}
