import type { Row } from "../reading/table.ts";
import { type Looks, looksOf } from "./content.ts";
import type { KnownWedding } from "./field-of-header.ts";
import { namesOther, onlyEvent } from "./event-headers.ts";
import { foldHeader } from "./fold-header.ts";
import { guestBeside } from "./guest-beside.ts";
import type { EventRef } from "../../../shared/import-fields.ts";
import type { Column, Field, Recognised, Sureness } from "./fields.ts";

/** What the columns are when they are seen together, and with what is in their cells. */
export function correctFields(
  found: Recognised,
  rows: readonly Row[],
  wedding: KnownWedding,
): Recognised {
  const looks = found.columns.map(({ index }) =>
    looksOf(rows.map(({ cells }) => cells[index] ?? ""))
  );
  const looked = found.columns.map((column, at) => byLooks(column, looks[at], found, wedding));
  const marked = repliesOfAll(mealsOfEvents(withEventMark(looked, found.source), wedding));
  const columns = withNames(guestBeside(ofOtherEvents(marked, wedding), rows), looks);
  return { ...found, source: isGrid(found, columns) ? "event-grid" : found.source, columns };
}

function byLooks(
  column: Column,
  looks: Looks | undefined,
  { source }: Recognised,
  { events }: KnownWedding,
): Column {
  const { field, header } = column;
  if (!looks || looks.filled === 0) return column;
  const becomes = (next: Field, sure: Sureness = "likely") => ({ ...column, field: next, sure });
  switch (field.kind) {
    case "phone":
    case "address":
    case "note":
      return looks.mails >= 0.6 ? becomes({ kind: "mail", who: "self" }) : column;
    case "party":
      return looks.numbers >= 0.8 && !/\b(id|number|no|#)/i.test(header)
        ? becomes({ kind: "invited-count" })
        : column;
    case "name":
      // "Plus One Name" may hold no more than yes.
      return field.who === "companion-1" && looks.marks + looks.numbers >= 0.6
        ? becomes({ kind: "plus-ones" })
        : column;
    case "invited-count":
      return looks.counts && /^(#|number)$/i.test(header.trim())
        ? becomes({ kind: "ignored" })
        : column;
    case "reply":
      return column.sure === "likely" && looks.dates >= 0.6
        ? becomes({ kind: "unknown" }, "guess")
        : column;
    case "invited": {
      // When the invitation went out is nothing that it says.
      if (looks.dates >= 0.6) return becomes({ kind: "unknown" }, "guess");
      if (source === "todays-bride" || column.sure === "likely") {
        return { ...column, sure: "likely" };
      }
      return becomes(eventFieldOf(looks, field.event, source), sureOf(column, source));
    }
    // A card's title is what somebody does.
    case "title":
      return source === "apple-contacts" && header === "Title"
        ? becomes({ kind: "ignored" }, "known")
        : column;
    case "ignored":
      return isHandMade.has(source) && !technical.test(foldHeader(header))
        ? becomes({ kind: "unknown" })
        : column;
    case "unknown": {
      const says = looks.replies >= 0.8 && looks.decided >= 0.3 && looks.marks < 0.8 &&
        looks.filled >= 2 && column.sure === "guess";
      if (source === "zola-replies" && looks.replies >= 0.8) {
        return becomes({ kind: "reply", event: null, blank: "not-invited" });
      }
      return says && !isQuestion(header)
        ? becomes({ kind: "reply", event: onlyEvent(events), blank: "nothing" }, "guess")
        : column;
    }
    default:
      return column;
  }
}

// What an address book says of its own, nobody wrote for the wedding; in a list by hand, somebody did.
const isHandMade = new Set<string>([
  "list",
  "german-list",
  "spanish-list",
  "aisle",
  "todays-bride",
]);
const technical =
  /^(photo|file as|initials|web page|uid|rev|revision|yomi.*|.* yomi|phonetic.*|.* (label|type)|user \d|internet free busy|directory server|billing information|mileage|sensitivity)$/;

// Zola names the column of replies after the event.
function sureOf({ sure, field }: Column, source: string): Sureness {
  return source === "zola-replies" && "event" in field && field.event !== null ? "known" : sure;
}

// A column of an event's bare name: who is invited, how many, or what they said.
function eventFieldOf(looks: Looks, event: EventRef, source: string): Field {
  if (source === "zola-replies") return { kind: "reply", event, blank: "not-invited" };
  if (looks.numbers >= 0.8) return { kind: "seats", event };
  if (looks.replies >= 0.6 && looks.marks < 0.6) return { kind: "reply", event, blank: "nothing" };
  return { kind: "invited", event };
}

// A question may be answered with yes and no, and is not the reply.
function isQuestion(header: string): boolean {
  return /[?¿]/.test(header) || header.trim() === "";
}

// In Zola's file of replies an empty cell says: not invited.
function withEventMark(columns: Column[], source: string): Column[] {
  if (source !== "zola-replies") return columns;
  return columns.map((column) =>
    column.field.kind === "reply"
      ? { ...column, field: { ...column.field, blank: "not-invited" } }
      : column
  );
}

// "Meal Choice" that names no event is about the event to its left, else about the only one with meals.
function mealsOfEvents(columns: Column[], { events }: KnownWedding): Column[] {
  let last: EventRef | undefined;
  const served = onlyEvent(events.filter(({ courses }) => courses.length > 0));
  return columns.map((column) => {
    const { field } = column;
    if (field.kind === "reply") last = field.event;
    if (field.kind !== "meal" || field.event !== null) return column;
    return { ...column, field: { ...field, event: last === undefined ? served : last } };
  });
}

// Where columns say who is invited to which event, one reply is about all of those.
function repliesOfAll(columns: Column[]): Column[] {
  const invited = columns.some(({ field }) =>
    (field.kind === "invited" || field.kind === "seats") && field.event !== null
  );
  const replies = columns.filter(({ field }) => field.kind === "reply");
  if (!invited || replies.length !== 1) return columns;
  return columns.map((column): Column => {
    const { field } = column;
    const open = (field.kind === "reply" || field.kind === "attending-count") &&
      field.event === null;
    return open ? { ...column, field: { ...field, event: "every" }, sure: "likely" } : column;
  });
}

// Where one column has the event's name, one with another event's name is about an event that the site has not.
function ofOtherEvents(columns: Column[], { events }: KnownWedding): Column[] {
  const names = new Map<string, string>(events.map(({ id, name }) => [id, name]));
  const isNamed = (header: string, event: string) =>
    ` ${foldHeader(header)} `.includes(` ${foldHeader(event)} `);
  return columns.map((column): Column => {
    const { field, header } = column;
    if (field.kind === "meal" || !("event" in field) || field.event === null) return column;
    const { kind, event } = field;
    const name = names.get(event);
    if (name === undefined || isNamed(header, name) || !namesOther(header, name)) return column;
    const rival = columns.some((other) =>
      other.field.kind === kind && "event" in other.field && other.field.event === event &&
      isNamed(other.header, name)
    );
    return rival ? { ...column, field: { ...field, event: null }, sure: "likely" } : column;
  });
}

/** Somebody must be named: by the only name there is, or by the column that looks most like names. */
function withNames(columns: Column[], looks: readonly Looks[]): Column[] {
  const has = (kind: Field["kind"]) => columns.find(({ field }) => isSelf(field, kind));
  const [first, last] = [has("first-name"), has("last-name")];
  if (has("name") || (first && last)) return columns;
  const alone = first ?? last;
  if (alone) return rename(columns, alone.index, alone.sure);
  if (has("envelope")) return columns;
  const candidates = columns.filter(({ field, index }) =>
    (field.kind === "unknown" || field.kind === "party") && (looks[index]?.names ?? 0) >= 0.5
  );
  // A pasted list is of names, whatever stands beside them.
  if (columns.length === 1 && columns[0]?.field.kind === "unknown") {
    return rename(columns, 0, "guess");
  }
  const [best] = candidates.toSorted((one, other) =>
    Number(other.field.kind === "unknown") - Number(one.field.kind === "unknown") ||
    one.index - other.index
  );
  return best ? rename(columns, best.index, "guess") : columns;
}

function isSelf(field: Field, kind: Field["kind"]): boolean {
  return field.kind === kind && (!("who" in field) || field.who === "self");
}

function rename(columns: Column[], index: number, sure: Sureness): Column[] {
  return columns.map((column) =>
    column.index === index ? { ...column, field: { kind: "name", who: "self" }, sure } : column
  );
}

function isGrid({ source }: Recognised, columns: readonly Column[]): boolean {
  return source === "list" && columns.filter(({ field }) => field.kind === "seats").length >= 2;
}
