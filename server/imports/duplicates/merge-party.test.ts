import assert from "node:assert/strict";
import fc from "fast-check";
import type { ImportGuest, ImportInvited, ImportParty } from "../understanding/parties.ts";
import type { MergedGuest, MergedParty } from "./merged.ts";
import { mergeParty } from "./merge-party.ts";

function onList(overrides: Partial<MergedGuest> = {}): MergedGuest {
  return {
    id: "guest_1",
    kind: overrides.name === null ? "open" : "named",
    name: "Ana Silva",
    age: "adult",
    invited: {},
    meals: {},
    diets: [],
    allergies: null,
    kitchenNote: null,
    answers: {},
    ...overrides,
  };
}

function inFile(overrides: Partial<ImportGuest> = {}): ImportGuest {
  return {
    id: null,
    row: 2,
    seat: null,
    name: "Ana Silva",
    title: null,
    age: "adult",
    mail: null,
    phone: null,
    invited: {},
    meals: {},
    diets: [],
    allergies: null,
    kitchenNote: null,
    answers: [],
    ...overrides,
  };
}

const nothing = { name: null, mail: null, phone: null, address: null };
const list = (guests: MergedGuest[], contact: MergedParty["contact"] = {}): MergedParty => ({
  name: "The Silvas",
  contact,
  guests,
});
const file = (
  guests: ImportGuest[],
  contact: Partial<ImportParty["contact"]> = {},
): Pick<ImportParty, "name" | "contact" | "guests"> => ({
  name: "The Silvas",
  contact: { ...nothing, ...contact },
  guests,
});

/** What becomes of one guest's answer to the dinner. */
function replyOf(
  listed: ImportInvited | undefined,
  read: ImportInvited | undefined,
  chosen?: "list" | "file",
) {
  const field = "guest_1.reply.event_dinner";
  const { merged, kept, decisions } = mergeParty(
    list([onList({ invited: listed ? { event_dinner: listed } : {} })]),
    file([inFile({ invited: read ? { event_dinner: read } : {} })]),
    { guests: ["guest_1"], ...chosen ? { fields: { [field]: chosen } } : {} },
  );
  return {
    said: merged.guests[0]?.invited.event_dinner,
    kept: kept.map(({ value, from }) => `${from} ${value}`),
    asked: decisions.length,
  };
}

Deno.test("a real answer is never wiped by no response, and is taken where there was none", () => {
  for (const answer of ["attending", "declined"] as const) {
    for (const unknown of ["pending", "invited", "unsure", undefined] as const) {
      assert.deepEqual(replyOf(answer, unknown), { said: answer, kept: [], asked: 0 });
    }
    for (const unknown of ["pending", "invited", "not-invited", undefined] as const) {
      assert.deepEqual(replyOf(unknown, answer), { said: answer, kept: [], asked: 0 });
    }
  }
  assert.deepEqual(replyOf("unsure", "attending"), {
    said: "attending",
    kept: ["list unsure"],
    asked: 0,
  });
  assert.equal(replyOf("unsure", "pending").said, "unsure");
});

Deno.test("another answer than the one on the list is for somebody to decide, and so is an invitation taken away", () => {
  assert.deepEqual(replyOf("attending", "declined"), {
    said: "attending",
    kept: ["file declined"],
    asked: 1,
  });
  assert.deepEqual(replyOf("attending", "declined", "file"), {
    said: "declined",
    kept: ["list attending"],
    asked: 1,
  });
  assert.deepEqual(replyOf("pending", "not-invited"), {
    said: "pending",
    kept: ["file not-invited"],
    asked: 1,
  });
});

Deno.test("what the list has not is taken, what differs stays as the list has it and is kept for the log", () => {
  const { merged, kept } = mergeParty(
    list([onList({ name: "Bob Miller", kitchenNote: "no onions" })], {
      name: "Bob",
      phone: "020 7946 0958",
      mail: "bob@post.example",
    }),
    file([inFile({ name: "Robert Miller", kitchenNote: "no garlic", diets: ["vegan"] })], {
      mail: "robert@post.example",
      phone: { number: "+442079460958", original: "+44 20 7946 0958" },
      address: "12 Mill Street",
    }),
    { guests: ["guest_1"] },
  );

  assert.deepEqual(merged.contact, {
    name: "Bob",
    phone: "020 7946 0958",
    mail: "bob@post.example",
    address: "12 Mill Street",
  });
  assert.deepEqual(merged.guests[0]?.diets, ["vegan"]);
  assert.deepEqual(kept, [
    { field: "mail", value: "robert@post.example", from: "file" },
    { field: "guest_1.name", value: "Robert Miller", from: "file" },
    { field: "guest_1.kitchenNote", value: "no garlic", from: "file" },
  ]);
});

Deno.test("a field for which the file was chosen keeps what the list had", () => {
  const { merged, kept } = mergeParty(
    list([onList()], { address: "1 Old Road" }),
    file([inFile()], { address: "7 New Lane" }),
    { guests: ["guest_1"], fields: { address: "file" } },
  );

  assert.equal(merged.contact.address, "7 New Lane");
  assert.deepEqual(kept, [{ field: "address", value: "1 Old Road", from: "list" }]);
});

Deno.test("a new name takes the open seat, and an open seat of the file invents nobody", () => {
  const seat = onList({ id: "guest_2", name: null });
  const leo = onList({ id: "guest_2", name: "Leo Costa" });

  const named = mergeParty(
    list([onList(), seat]),
    file([inFile(), inFile({ name: "Leo Costa" })]),
    {
      guests: ["guest_1"],
    },
  );
  const unnamed = mergeParty(list([onList(), leo]), file([inFile(), inFile({ name: null })]), {
    guests: ["guest_1"],
  });
  const more = mergeParty(
    list([onList(), leo]),
    file([inFile(), inFile({ name: null }), inFile({ name: null })]),
    { guests: ["guest_1"] },
  );

  assert.deepEqual(named.merged.guests, [onList(), leo]);
  assert.deepEqual(unnamed.merged.guests, [onList(), leo]);
  assert.deepEqual(more.merged.guests.map(({ id, kind }) => [id, kind]), [
    ["guest_1", "named"],
    ["guest_2", "named"],
    [null, "open"],
  ]);
});

Deno.test("whom the file has and the list has not joins the party, unless it is left", () => {
  const both = file([inFile(), inFile({ name: "Mia Silva", age: "child" })]);

  const joined = mergeParty(list([onList()]), both, { guests: ["guest_1", "new"] });
  const left = mergeParty(list([onList()]), both, { guests: ["guest_1", "leave"] });

  assert.deepEqual(joined.merged.guests.map(({ id, name }) => [id, name]), [
    ["guest_1", "Ana Silva"],
    [null, "Mia Silva"],
  ]);
  assert.deepEqual(left.merged.guests, [onList()]);
});

const said = fc.constantFrom<ImportInvited>(
  "invited",
  "attending",
  "declined",
  "unsure",
  "not-invited",
);
const anyGuest = fc.record({
  name: fc.option(fc.string({ unit: "grapheme", minLength: 1 }), { nil: null }),
  age: fc.constantFrom("adult" as const, "child" as const),
  invited: fc.dictionary(fc.constantFrom("event_1", "event_2"), said, { noNullPrototype: true }),
  diets: fc.subarray(["vegan" as const, "halal" as const]),
  kitchenNote: fc.option(fc.string({ minLength: 1 }), { nil: null }),
});

Deno.test("merging a party with itself changes nothing, keeps nothing and asks nothing", () => {
  fc.assert(
    fc.property(fc.array(anyGuest, { maxLength: 5 }), fc.string(), (guests, mail) => {
      const listed = guests.map((guest, at) => onList({ ...guest, id: `guest_${at}` }));
      const contact = mail ? { mail } : {};

      const { merged, kept, decisions } = mergeParty(
        list(
          listed.map((guest) => ({ ...guest, kind: guest.name === null ? "open" : "named" })),
          contact,
        ),
        file(guests.map((guest) => inFile(guest)), contact),
        { guests: listed.map(({ id }) => id ?? undefined) },
      );

      assert.deepEqual(
        merged,
        list(
          listed.map((guest) => ({ ...guest, kind: guest.name === null ? "open" : "named" })),
          contact,
        ),
      );
      assert.deepEqual([kept, decisions], [[], []]);
    }),
    { numRuns: 1000 },
  );
});
