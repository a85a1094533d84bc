import assert from "node:assert/strict";
import fc from "fast-check";
import { aWedding } from "../../testing/a-sheet.ts";
import { runs } from "../../testing/runs.ts";
import { firstChoices } from "./choices.ts";
import type { List, ListParty, Plan } from "./plan.ts";
import { planImport } from "./plan-import.ts";

const { events } = aWedding(["Ceremony", "Reception"]);
const headers = [
  ...["First Name", "Last Name", "Party", "Email", "Phone", "Address", "Ceremony RSVP"],
  ...["Spouse", "Number invited", "Song", "Ref"],
];
const rare = <Value>(value: Value, ...others: Value[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, fc.constantFrom(...others));

const row = fc.record({
  first: fc.constantFrom(
    "Jane",
    "John",
    "Ada",
    "Robert",
    "Bob",
    "Jane & Tim",
    "Dr. Ann",
    "The",
    "",
  ),
  last: fc.constantFrom("Doe", "Roe", "Byron", "Does Family (3)"),
  party: rare("", "Doe", "The Poe Family", "Byron & guest"),
  mail: rare("", "jane@example.com", "john@example.com", "a@b,com"),
  phone: rare("", "(503) 555-0142", "503-555-0143", "0300 1234567"),
  address: rare("", "1 North Road", "2 South Street"),
  reply: rare("", "yes", "no", "No Response", "who knows"),
  spouse: rare("", "Jane Doe", "John Doe", "Bob Roe"),
  count: rare("", "1", "3", "0"),
  song: rare("", "Hey Jude", "Yesterday"),
  // Who only says "Plus One", or nothing, comes along with the row above: that notation has an order.
}).filter(({ first, party }) => first !== "" || party !== "");
type Row = typeof row extends fc.Arbitrary<infer Value> ? Value : never;

const listed = (at: number, name: string, names: (string | null)[], mail?: string): ListParty => ({
  id: `party_p${at}`,
  name,
  contact: mail ? { mail } : {},
  said: null,
  guests: names.map((name, seat) => ({
    id: `guest_p${at}g${seat}` as const,
    partyId: `party_p${at}` as const,
    kind: name ? "named" as const : "open" as const,
    name,
    age: "adult" as const,
    events: events.map(({ id }) => id),
    replies: [],
  })),
});
const parties = [
  listed(1, "Doe", ["Jane Doe", "John Doe"], "jane@example.com"),
  listed(2, "Bob Roe", ["Robert Roe", null]),
  listed(3, "The Poe Family", ["Ada Byron"], "john@example.com"),
];
const lists = fc.subarray(parties).map((parties): List => ({
  changeNumber: 0,
  events: [...events] as List["events"],
  questions: [],
  parties,
}));

const shuffled = fc.uniqueArray(row, { maxLength: 7, selector: (row) => JSON.stringify(row) })
  .chain((rows) =>
    fc.tuple(
      fc.constant(rows),
      fc.shuffledSubarray(rows.map((_, at) => at), {
        minLength: rows.length,
        maxLength: rows.length,
      }),
    )
  );

Deno.test("rows in any order become the same plan: parties, what becomes of them, problems and numbers", () => {
  fc.assert(
    fc.property(
      shuffled,
      lists,
      fc.constantFrom(null, "merge" as const, "keep-apart" as const, "skip" as const),
      ([rows, order], list, undecided) => {
        const inOrder = rows.map((_, at) => at);

        assert.deepEqual(
          planned(rows, order, list, undecided),
          planned(rows, inOrder, list, undecided),
        );
      },
    ),
    runs,
  );
});

const ofTwoRows = new Set(["rows-differ", "addresses-differ"]);

function partyIn({ parties }: Plan, row: number): string {
  const party = parties.find(({ rows }) => rows.includes(row));
  return party?.mergedInto ?? party?.party ?? "";
}

type Undecided = ReturnType<typeof firstChoices>["undecided"];

// Rows are called by what is in them, and not by where they stand.
function planned(rows: readonly Row[], order: readonly number[], list: List, undecided: Undecided) {
  const cells = order.map((at) => {
    const { first, last, party, mail, phone, address, reply, spouse, count, song } = rows[at]!;
    return [
      ...[first, first && last, party, mail, phone, address, reply, spouse, count, song],
      `ref${String.fromCharCode(97 + at)}`,
    ];
  });
  const sheet = {
    name: "",
    rows: [headers, ...cells].map((cells, at) => ({ number: at + 1, cells })),
  };
  const plan = planImport(
    { sheets: [sheet], how: { format: "csv" }, notices: [] },
    { ...firstChoices("US"), undecided },
    list,
    ["en"],
  );
  for (const { target } of plan.parties) {
    const ids = target?.guests.map(({ id }) => id) ?? [];
    assert.ok(!ids.includes("null") && new Set(ids).size === ids.length, `${ids}`);
  }
  const refOf = (row: number) => cells[row - 2]?.at(-1) ?? `row ${row}`;
  return unordered(plan, refOf);
}

// Of two guests of one party none stands before the other.
function isWithin(value: object): value is { one: string; other: string; reasons: unknown } {
  if (!("one" in value && "other" in value)) return false;
  const party = (key: unknown) => `${key}`.replace(/ guest \d+$/, "");
  return party(value.one) === party(value.other);
}

// A party is called by its first row: which of several that is, is of the order.
function unordered(plan: Plan, refOf: (row: number) => string) {
  const rowsOf = new Map(
    plan.parties.map(({ party, rows }) => [party, rows.map(refOf).toSorted().join("+")]),
  );
  const guests = new Map(
    plan.parties.flatMap(({ party, guests }) =>
      guests.map(({ guest, row, name }, at): [string, string] => {
        const before = guests.slice(0, at)
          .filter((each) => each.row === row && each.name === name).length;
        // Of seats nobody can tell which is which.
        if (name === null) return [guest, `seat in ${rowsOf.get(party)}`];
        return [guest, `guest ${name} of ${refOf(row)} (${before}) in ${rowsOf.get(party)}`];
      })
    ),
  );
  const called = (text: string) =>
    text.replace(/party \d+ guest \d+/g, (key) => guests.get(key) ?? key)
      .replace(/\bparty \d+\b/g, (key) => rowsOf.get(key) ?? key);
  const turn = (value: unknown, name = ""): unknown => {
    if (typeof value === "string") {
      return name === "note" || name === "file" || name === "list"
        ? called(value).split("\n").toSorted()
        : called(value);
    }
    if (typeof value === "number") return name === "row" ? refOf(value) : value;
    if (Array.isArray(value)) {
      const items = value.map((each) =>
        name === "rows" && typeof each === "number" ? refOf(each) : turn(each)
      );
      return items.map((each) => JSON.stringify(each)).toSorted();
    }
    if (typeof value !== "object" || value === null) return value;
    if ("guest" in value && "name" in value && value.name === null) {
      const { row: _row, listed: _listed, guest, ...seat } = { row: 0, listed: "", ...value };
      return turn({ seat: guest, what: Object.values(seat) });
    }
    if (isWithin(value)) {
      return [turn(value.reasons), ...[value.one, value.other].map(called).toSorted()];
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, each]): [string, unknown] => [called(key), turn(each, key)])
        .toSorted(([one], [other]) => one < other ? -1 : 1),
    );
  };
  const { columns: _, problems, ...rest } = plan;
  // Of two rows that differ the second is named: which that is, is of the order.
  const told = problems.map((problem) =>
    ofTwoRows.has(problem.code)
      ? { ...problem, row: partyIn(plan, problem.row), value: "" }
      : problem
  );
  return turn({ ...rest, problems: told });
}
