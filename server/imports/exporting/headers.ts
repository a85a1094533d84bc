import type { WeddingEvent } from "../../../shared/events.ts";
import type { CourseId, EventId, QuestionId } from "../../../shared/ids.ts";
import type { Question } from "../../../shared/questions.ts";
import { foldHeader } from "../recognising/fold-header.ts";
import { tellApart } from "./tell-apart.ts";

/**
 * The columns of our own files, in words that never change: a list that was saved years ago is still known. One row is
 * one guest. What belongs to the whole party stands in the row of its first guest only.
 */
export const fixedHeaders = {
  party: "Party",
  /** The name as it is: one guest, however it reads. Empty: a seat that nobody has named. */
  guest: "Guest",
  /** `named` or `open`. Empty, as in a template that somebody filled in: whatever the name says. */
  seat: "Seat",
  age: "Age",
  // Of the party:
  contact: "Contact name",
  mail: "Mail",
  phone: "Phone",
  address: "Address",
  // Of the guest, for the kitchen:
  diets: "Diets",
  allergies: "Allergies",
  kitchenNote: "Kitchen note",
  // Of the party: its word to the couple.
  note: "Note",
  guestId: "Guest id",
  partyId: "Party id",
} as const;
export type FixedColumn = keyof typeof fixedHeaders;

/** What a column of our own files holds; `own-cells.ts` writes and reads its cells. */
export type OwnColumn =
  | { kind: FixedColumn }
  /** `Dinner: reply`; the words are `replyWords`. */
  | { kind: "reply"; event: EventId }
  /** `Dinner: Mains`; the cell is the meal's name. */
  | { kind: "meal"; event: EventId; course: CourseId }
  /** The question's label; of a question for the party, in the row of its first guest. */
  | { kind: "answer"; question: QuestionId };

export interface OwnHeader {
  header: string;
  column: OwnColumn;
}

export interface ListedWedding {
  /** In the couple's own order. */
  events: readonly Pick<WeddingEvent, "id" | "name" | "startsAt" | "courses">[];
  questions: readonly Question[];
}

/** All columns of our own files, in their order. No two headers are alike, whatever events and questions are called. */
export function ownHeaders({ events, questions }: ListedWedding): OwnHeader[] {
  const fixed = (...kinds: FixedColumn[]): OwnHeader[] =>
    kinds.map((kind) => ({ header: fixedHeaders[kind], column: { kind } }));
  const eventNames = namesOfEvents(events);
  const ofEvents = events.flatMap((event): OwnHeader[] => {
    const name = eventNames.get(event.id) ?? event.name;
    return [
      { header: `${name}: reply`, column: { kind: "reply", event: event.id } },
      ...event.courses.map((course): OwnHeader => ({
        header: `${name}: ${course.name}`,
        column: { kind: "meal", event: event.id, course: course.id },
      })),
    ];
  });
  const asked = (of: Question["for"]): OwnHeader[] =>
    questions.filter((question) => question.for === of)
      .map(({ id, label }) => ({ header: label, column: { kind: "answer", question: id } }));
  const all = [
    ...fixed("party", "guest", "seat", "age", "contact", "mail", "phone", "address"),
    ...ofEvents,
    ...fixed("diets", "allergies", "kitchenNote"),
    ...asked("guest"),
    ...asked("party"),
    ...fixed("note", "guestId", "partyId"),
  ];
  return withOwnHeaders(all);
}

/**
 * Which of our columns each header of a file is, null: none of ours. undefined: the file is not one of ours. Spelling
 * may differ in case, accents, spaces and punctuation, and columns may be left out, moved or added.
 */
export function readOwnHeaders(
  headers: readonly string[],
  wedding: ListedWedding,
): (OwnColumn | null)[] | undefined {
  const known = new Map(
    ownHeaders(wedding).map(({ header, column }) => [keyOf(header), column]),
  );
  const found = headers.map((header) => {
    const column = known.get(keyOf(header)) ?? null;
    // The second of two like headers is somebody else's addition.
    if (column) known.delete(keyOf(header));
    return column;
  });
  const isOurs = needed.every((kind) => found.some((column) => column?.kind === kind));
  return isOurs ? found : undefined;
}

// Other people's lists have a party and a guest too; none has our word for the seat.
const needed = ["party", "guest", "seat"] as const satisfies FixedColumn[];

/** Two headers with the same key count as one. */
function keyOf(header: string): string {
  return foldHeader(header) || header.trim();
}

// Whoever comes first keeps the plain words: our own, then replies, and what couples write last.
function withOwnHeaders(all: readonly OwnHeader[]): OwnHeader[] {
  const rank = ({ column: { kind } }: OwnHeader) =>
    kind === "answer" ? 3 : kind === "meal" ? 2 : kind === "reply" ? 1 : 0;
  const ranked = all.toSorted((one, other) => rank(one) - rank(other));
  const apart = tellApart(ranked.map(({ header }) => header), keyOf);
  const headerOf = new Map(ranked.map(({ column }, at) => [column, apart[at] ?? ""]));
  return all.map(({ header, column }) => ({ header: headerOf.get(column) ?? header, column }));
}

// Of two dinners the day says more than a number, and stays when a third is added.
function namesOfEvents(events: ListedWedding["events"]): Map<EventId, string> {
  const sameName = Map.groupBy(events, ({ name }) => keyOf(name));
  return new Map(events.map(({ id, name, startsAt }) => [
    id,
    (sameName.get(keyOf(name))?.length ?? 0) > 1 ? `${name} (${startsAt.replace("T", " ")})` : name,
  ]));
}
