import assert from "node:assert/strict";
import fc from "fast-check";
import type { ComparedGuest, ComparedParty } from "./compared.ts";
import { findDuplicates, type Match } from "./find-duplicates.ts";
import { sayReason } from "./reasons.ts";

type GivenGuest = string | (Partial<ComparedGuest> & { name: string | null });
type Given = Partial<Omit<ComparedParty, "guests">> & { guests: GivenGuest[] };

/** Parties with keys by their places: the list's `list 0`, the file's `file 0`, guests `list 0.1`. */
function parties(side: "list" | "file", ...given: Given[]): ComparedParty[] {
  return given.map(({ guests, ...party }, at) => ({
    key: `${side} ${at}`,
    name: `Party ${side} ${at}`,
    mail: null,
    phone: null,
    address: null,
    ...party,
    guests: guests.map((guest, place) => ({
      key: `${side} ${at}.${place}`,
      age: "adult" as const,
      mail: null,
      phone: null,
      ...typeof guest === "string" ? { name: guest } : guest,
    })),
  }));
}

/** What is found of one person on the list and one in the file, who share what is given. */
function between(one: string, other: string, shared: Partial<Given> = {}): Match | undefined {
  const found = findDuplicates(
    parties("list", { ...shared, guests: [one] }),
    parties("file", { ...shared, guests: [other] }),
  );
  return found.guests.find((match) => match.one === "file 0.0" && match.other === "list 0.0");
}

function saidOf(match: Match | undefined): string[] {
  return (match?.reasons ?? []).map(sayReason);
}

const mail = { mail: "rob@post.example" };
const phone = { phone: "+44 20 7946 0958" };
const address = { address: "12 Mill Street, Oxford" };
const party = { name: "University friends" };

Deno.test("one mail address and names that may be one are proposed for merging, with the reasons", () => {
  const bob = between("Bob Miller", "Robert Miller", mail);

  assert.equal(bob?.class, "exact");
  assert.deepEqual(saidOf(bob), [
    "Bob is short for Robert.",
    "The mail address is the same: rob@post.example.",
  ]);
  assert.equal(between("Robert Miller", "robert  MILLER", mail)?.class, "exact");
  assert.equal(between("José Müller", "Jose Mueller", mail)?.class, "exact");
  assert.equal(between("Miller, Robert", "Dr. Robert Miller", mail)?.class, "exact");
  assert.equal(between("Robert Miller", "Robert James Miller", mail)?.class, "exact");
  assert.equal(between("Robert Miller", "Robert Millar", mail)?.class, "exact");
});

Deno.test("first and last name the other way round are seen, and said", () => {
  const turned = between("Miller Robert", "Robert Miller", address);

  assert.equal(turned?.class, "exact");
  assert.equal(
    saidOf(turned)[0],
    "First and last name are the other way round: Miller Robert, Robert Miller.",
  );
});

Deno.test("like names need an address, a party or a number beside them", () => {
  for (const shared of [phone, address, party]) {
    for (const other of ["Rob Miller", "R. Miller", "Robert Milller", "Robert James Miller"]) {
      assert.ok(between("Robert Miller", other, shared), `${other} ${JSON.stringify(shared)}`);
    }
  }

  assert.equal(between("Robert Miller", "R. Miller"), undefined);
  assert.equal(between("Robert Miller", "Robert Milller"), undefined);
  assert.equal(between("Robert Miller", "Anna Miller", { ...address, ...party }), undefined);
});

Deno.test("one telephone number and a like first name are for a decision, one address and another name nothing", () => {
  const married = between("Maria Silva", "Maria Costa", phone);

  assert.equal(married?.class, "likely");
  assert.deepEqual(saidOf(married), [
    "Both have the first name Maria.",
    "The telephone number is the same: +44 20 7946 0958.",
  ]);
  assert.equal(between("Maria Silva", "Maria Costa", address), undefined);
});

Deno.test("a number is the same with and without its country", () => {
  const found = findDuplicates(
    parties("list", { phone: "020 7946 0958", guests: ["Ana Silva"] }),
    parties("file", { phone: "+442079460958", guests: ["Ana Silva"] }),
  );

  assert.equal(found.guests[0]?.class, "exact");
});

Deno.test("the same name in another party is for a decision and never proposed", () => {
  const found = between("Ana Silva", "Ana Silva");

  assert.equal(found?.class, "likely");
  assert.equal(between("Ana", "Ana"), undefined, "a first name alone says nothing");
});

Deno.test("a junior is his father only if somebody says so", () => {
  for (
    const other of [
      "Robert Miller Jr",
      "Robert Miller Jr.",
      "Robert Miller, Jr.",
      "Robert Miller III",
    ]
  ) {
    const found = between("Robert Miller", other, { ...mail, ...address });

    assert.equal(found?.class, "likely", other);
    assert.ok(found.reasons.some(({ code }) => code === "generation-differs"));
  }
  assert.equal(between("Robert Miller Jr", "Robert Miller junior", mail)?.class, "exact");
});

Deno.test("people of one party who share mail and number are not each other", () => {
  const family = { ...mail, ...phone, ...address };

  const found = findDuplicates(
    [],
    parties("file", {
      ...family,
      guests: ["Robert Miller", "Roberta Miller", "Ann Miller", "Anna Miller", { name: null }],
    }),
  );

  assert.deepEqual(found, { guests: [], parties: [], groups: [] });
});

Deno.test("a name that is twice in one party of the file is asked about; with one mail address it is proposed", () => {
  const twice = (mail: string | null) =>
    findDuplicates(
      [],
      parties("file", {
        guests: [{ name: "Ana Silva", mail }, { name: "Leo Silva" }, { name: "Ana Silva", mail }],
      }),
    ).guests;

  assert.deepEqual(twice(null).map((match) => match.class), ["likely"]);
  assert.deepEqual(twice("ana@post.example").map((match) => match.class), ["exact"]);
});

Deno.test("open seats are nobody's duplicate", () => {
  const open = { ...mail, guests: [{ name: null }, { name: null }] };

  assert.deepEqual(findDuplicates([], parties("file", open, open)).guests, []);
});

Deno.test("two who fit as well are for somebody to decide", () => {
  const found = findDuplicates(
    parties("list", { ...mail, guests: ["Ana Silva"] }, {
      ...mail,
      name: "Another",
      guests: ["Ana Silva"],
    }),
    parties("file", { ...mail, guests: ["Ana Silva"] }),
  );

  assert.deepEqual(found.guests.map((match) => match.class), ["likely", "likely"]);
  assert.ok(
    found.guests.every(({ reasons }) => reasons.some(({ code }) => code === "several-fit")),
  );
});

Deno.test("what many parties share says nothing of one of them", () => {
  const planner = Array.from({ length: 30 }, (_, at): Given => ({
    mail: "planner@post.example",
    name: "Friends",
    guests: [`Robert Miller${"abcdefghijklmnopqrstuvwxyzäöüé"[at]}`],
  }));

  const found = findDuplicates(
    parties("list", ...planner),
    parties("file", {
      mail: "planner@post.example",
      guests: ["Robert Costa"],
    }),
  );

  assert.deepEqual(found.guests, []);
});

Deno.test("a party is known by most of its people, wherever they live now", () => {
  const found = findDuplicates(
    parties("list", {
      name: "The Silvas",
      address: "1 Old Road",
      guests: ["Ana Silva", "Leo Silva", "Mia Silva"],
    }),
    parties("file", {
      name: "Ana & Leo",
      address: "7 New Lane",
      guests: ["Ana Silva", "Leo Silva"],
    }),
  );

  const [match] = found.parties;
  assert.deepEqual([match?.one, match?.other, match?.class], ["file 0", "list 0", "exact"]);
  assert.deepEqual(match?.guests.map(({ one, other }) => [one, other]).toSorted(), [
    ["file 0.0", "list 0.0"],
    ["file 0.1", "list 0.1"],
  ]);
  assert.deepEqual(match?.reasons.map(({ code }) => code), ["same-people"]);
});

Deno.test("a party of other people at one mail address is asked about", () => {
  const found = findDuplicates(
    parties("list", { ...mail, guests: ["Ana Silva"] }),
    parties("file", { ...mail, guests: ["Leo Costa"] }),
  );

  assert.deepEqual(found.guests, []);
  assert.deepEqual(found.parties.map(({ one, other, class: sure }) => [one, other, sure]), [
    ["file 0", "list 0", "likely"],
  ]);
});

Deno.test("a couple that is listed as two parties is asked about", () => {
  const found = findDuplicates(
    parties("list", { ...mail, guests: ["Ana Silva"] }, { ...phone, guests: ["Leo Costa"] }),
    parties("file", { ...mail, ...phone, guests: ["Ana Silva", "Leo Costa"] }),
  );

  assert.deepEqual(found.guests.map((match) => match.class), ["exact", "exact"]);
  assert.deepEqual(found.parties.map((match) => match.class), ["likely", "likely"]);
});

Deno.test("duplicates within the file hang together as a group", () => {
  const found = findDuplicates(
    [],
    parties(
      "file",
      { ...mail, guests: ["Robert Miller"] },
      { ...phone, guests: ["Leo Costa"] },
      { ...mail, guests: ["Bob Miller"] },
      { ...mail, guests: ["Rob Miller"] },
    ),
  );

  assert.deepEqual(found.groups, [["file 0.0", "file 2.0", "file 3.0"]]);
});

const words = [
  "Ana",
  "Anna",
  "Bob",
  "Robert",
  "Silva",
  "Sylva",
  "Costa",
  "R",
  "Jr",
  "Müller",
  "Mueller",
  "李",
  "😀",
  "de",
];
const anyName: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((some) => some.join(" ")),
  fc.string({ unit: "binary", maxLength: 30 }),
);
const anyParty: fc.Arbitrary<Given> = fc.record({
  name: fc.oneof(anyName, fc.constantFrom("Silva family", "Friends")),
  mail: fc.constantFrom(null, "a@post.example", "B@post.example"),
  phone: fc.constantFrom(null, "+442079460958", "020 7946 0958", "12"),
  address: fc.constantFrom(null, "1 Mill Street", "1 Mill St"),
  guests: fc.array(
    fc.record({
      name: fc.option(anyName, { freq: 6, nil: null }),
      age: fc.constantFrom("adult" as const, "child" as const),
      mail: fc.constantFrom(null, "a@post.example"),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});
const someParties = fc.array(anyParty, { maxLength: 8 });

Deno.test("the order of rows and of the list makes no difference", () => {
  fc.assert(
    fc.property(someParties, someParties, fc.infiniteStream(fc.nat()), (list, file, chance) => {
      const shuffled = <Thing>(things: readonly Thing[]) =>
        things.map((thing) => ({ thing, at: chance.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at).map(({ thing }) => thing);
      const [existing, incoming] = [parties("list", ...list), parties("file", ...file)];

      const found = findDuplicates(existing, incoming);

      const mixed = shuffled(incoming).map((party) => ({
        ...party,
        guests: shuffled(party.guests),
      }));
      assert.deepEqual(findDuplicates(shuffled(existing), mixed), found);
    }),
    { numRuns: 1000 },
  );
});

Deno.test("matching is the same from either side", () => {
  // Within the file there is another rule: whoever is in it twice is asked about.
  const plainly = ({ guests }: { guests: Match[] }) =>
    guests.filter(({ one, other }) => one.slice(0, 4) !== other.slice(0, 4))
      .filter(({ reasons }) => !reasons.some(({ code }) => code === "several-fit"))
      .map(({ one, other, score }) => [...[one, other].toSorted(), score].join(" ")).toSorted();

  fc.assert(
    fc.property(anyParty, anyParty, (one, other) => {
      const [a, b] = [parties("list", one), parties("file", other)];

      assert.deepEqual(plainly(findDuplicates(a, b)), plainly(findDuplicates(b, a)));
    }),
    { numRuns: 1000 },
  );
});

Deno.test("a list that is imported again is known whole, and leaves nothing to decide", () => {
  fc.assert(
    fc.property(someParties, (list) => {
      const found = findDuplicates(parties("list", ...list), parties("file", ...list));

      assert.deepEqual(found.parties.map((match) => match.class), list.map(() => "exact"));
      assert.equal(new Set(found.parties.map(({ other }) => other)).size, list.length);
      assert.ok(found.guests.every((match) => match.class === "exact"));
      const named = list.flatMap(({ guests }) => guests).filter((guest) =>
        typeof guest === "string" || guest.name !== null
      );
      assert.equal(found.guests.length, named.length);
    }),
    { numRuns: 1000 },
  );
});

Deno.test("a file of our own says who is who, unless a row was copied or written over", () => {
  const list = parties("list", { ...mail, guests: ["Ana Silva", "Leo Silva", { name: null }] });
  const file = parties("file", {
    id: "list 0",
    guests: [
      { id: "list 0.0", name: "Ana Maria Costa" },
      { id: "list 0.1", name: "Zoe Quinn" },
      { id: "list 0.2", name: null },
      { id: "list 0.0", name: "Ana Silva Jr" },
    ],
  });

  const found = findDuplicates(list, file);

  const [party] = found.parties;
  assert.deepEqual([party?.one, party?.other, party?.class], ["file 0", "list 0", "exact"]);
  assert.deepEqual(party?.guests.map(({ one, other, class: sure }) => [one, other, sure]), [
    ["file 0.0", "list 0.0", "exact"],
    ["file 0.1", "list 0.1", "likely"],
    ["file 0.2", "list 0.2", "exact"],
  ]);
  assert.equal(found.parties.length, 1);
  assert.ok(found.guests.every(({ one, class: sure }) => one !== "file 0.3" || sure === "likely"));
});

Deno.test("of somebody who is known for sure, namesakes are other people", () => {
  const found = findDuplicates(
    parties("list", { ...mail, guests: ["Ana Silva"] }, { ...phone, guests: ["Ana Silva"] }),
    parties("file", { ...mail, guests: ["Ana Silva"] }),
  );

  assert.deepEqual(found.guests.map(({ other, class: sure }) => [other, sure]), [
    ["list 0.0", "exact"],
  ]);
});

Deno.test("one more of a name that six have is asked about, not added without a word", () => {
  const found = findDuplicates(
    parties("list", ...Array.from({ length: 6 }, () => ({ guests: ["Ana Silva"] }))),
    parties("file", { guests: ["Ana Silva"] }),
  );

  assert.deepEqual(found.guests.map((match) => match.class), Array(6).fill("likely"));
});
