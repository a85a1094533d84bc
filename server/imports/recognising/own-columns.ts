import { type OwnColumn, readOwnHeaders } from "../exporting/headers.ts";
import type { KnownWedding } from "./field-of-header.ts";
import type { Field } from "./fields.ts";

const fields = {
  party: { kind: "party" },
  guest: { kind: "name", who: "self" },
  seat: { kind: "seat" },
  age: { kind: "age", who: "self" },
  contact: { kind: "contact-name" },
  mail: { kind: "mail", who: "self" },
  phone: { kind: "phone", who: "self" },
  address: { kind: "address" },
  diets: { kind: "diet" },
  allergies: { kind: "allergies" },
  kitchenNote: { kind: "kitchen-note" },
  note: { kind: "note" },
  guestId: { kind: "guest-id" },
  partyId: { kind: "party-id" },
} as const satisfies Record<string, Field>;

/** The fields of a file that this product wrote, null for a column that was added; undefined: it is none of ours. */
export function ownFields(
  headers: readonly string[],
  { events, questions = [] }: KnownWedding,
): (Field | null)[] | undefined {
  return readOwnHeaders(headers, { events, questions })?.map((column) => column && fieldOf(column));
}

function fieldOf(column: OwnColumn): Field {
  switch (column.kind) {
    case "reply":
      return { kind: "reply", event: column.event, blank: "nothing" };
    case "meal":
      return { kind: "meal", event: column.event, course: column.course };
    case "answer":
      return { kind: "answer", question: column.question };
    default:
      return fields[column.kind];
  }
}
