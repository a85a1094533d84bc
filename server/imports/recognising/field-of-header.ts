import type { WeddingEvent } from "../../../shared/events.ts";
import type { Question } from "../../../shared/questions.ts";
import { eventInHeader, onlyEvent } from "./event-headers.ts";
import { eventKinds, type EventRef, personKinds, rowKinds } from "../../../shared/import-fields.ts";
import type { Field, Sureness } from "./fields.ts";
import { foldHeader } from "./fold-header.ts";
import { likeHeader } from "./likeness.ts";
import { fieldOfCompanion } from "./people-headers.ts";
import { knownHeaders } from "./words/all-words.ts";
import type { NamedKind } from "./words/words.ts";

/** What of the wedding a recogniser knows: files name its events and questions. */
export interface KnownWedding {
  events: readonly Pick<WeddingEvent, "id" | "name" | "startsAt" | "courses">[];
  questions?: readonly Question[];
  /** Two letters; phones without a country's number are of it. */
  country: string;
}

export interface Meaning {
  field: Field;
  sure: Sureness;
}

/** What the header says that the column is; undefined: the header says nothing. */
export function fieldOfHeader(header: string, wedding: KnownWedding): Meaning | undefined {
  const folded = foldHeader(header);
  if (!folded || header.length > 300) return undefined;
  const question = wedding.questions?.find(({ label }) => foldHeader(label) === folded);
  if (question) return { field: { kind: "answer", question: question.id }, sure: "known" };

  const own = ownEvent(header, wedding);
  const known = knownHeaders.get(folded) ?? oneOfSeveral(folded);
  if (known && !own) return { field: plainField(known.kind, wedding), sure: "known" };
  const numbered = numberedField(folded);
  if (numbered) return { field: numbered, sure: "known" };
  const relation = /^relation (\d+) (label|type|value)$/.exec(folded);
  if (relation) return { field: relationField(relation), sure: "known" };
  const companion = fieldOfCompanion(header);
  if (companion) return { field: companion, sure: "known" };
  const named = own ?? eventInHeader(header, wedding.events);
  if (named?.kind) {
    return { field: eventField(named.kind, named.event), sure: named.event ? "known" : "likely" };
  }
  if (named) return { field: eventField("invited", named.event), sure: "guess" };
  const like = isSentence(header) ? undefined : likeHeader(folded);
  return like && { field: plainField(like.kind, wedding), sure: "likely" };
}

/** The field that a kind is, as far as a header tells. */
export function plainField(kind: NamedKind, { events }: KnownWedding): Field {
  const person = personKinds.find((each) => each === kind);
  if (person) return { kind: person, who: "self" };
  const row = rowKinds.find((each) => each === kind);
  if (row) return { kind: row };
  return eventField(kind, onlyEvent(events));
}

export function eventField(kind: NamedKind, event: EventRef): Field {
  const ofEvent = eventKinds.find((each) => each === kind);
  if (ofEvent) return { kind: ofEvent, event };
  return kind === "meal"
    ? { kind, event, course: null }
    : { kind: "reply", event, blank: "nothing" };
}

const places =
  "work|business|office|job|home|private|personal|mobile|cell|main|primary|secondary|other|arbeit|beruflich|" +
  "geschaftlich|dienstlich|buro|privat|handy|mobil|zuhause|trabajo|oficina|casa|particular|personal|movil|" +
  "celular|travail|bureau|domicile|maison|portable|lavoro|ufficio|cellulare|privato|werk|prive|thuis|mobiel";
const placed = new RegExp(`^(?:(?:${places}) (?<after>.+)|(?<before>.+) (?:${places}))$`);

// "mail (work)", "Home phone": people have several, and any of them reaches them.
function oneOfSeveral(folded: string) {
  const { before, after } = placed.exec(folded)?.groups ?? {};
  const known = knownHeaders.get(before ?? after ?? "");
  return known?.kind === "mail" || known?.kind === "phone" ? known : undefined;
}

// A site's own event wins over what the word means elsewhere: an event may be called "Dinner".
function ownEvent(header: string, { events }: KnownWedding) {
  const folded = foldHeader(header);
  const own = events.find(({ name }) => foldHeader(name) === folded);
  return own && { event: own.id, kind: null };
}

function relationField([, number, what]: RegExpExecArray): Field {
  return {
    kind: what === "value" ? "relation-name" : "relation-label",
    number: Math.min(60, Math.max(1, Number(number))),
  };
}

// Address books count on: "Phone 7 - Value".
function numberedField(folded: string): Field | undefined {
  const match = /^(e mail|phone|address|website|event|im|custom field) \d+(?: (\w+))?$/.exec(
    folded,
  );
  const [, what, part] = match ?? [];
  if (what === undefined) return undefined;
  if (part === "label" || part === "type") return { kind: "ignored" };
  if (part !== undefined && part !== "value") return undefined;
  if (what === "e mail") return { kind: "mail", who: "self" };
  return what === "phone" ? { kind: "phone", who: "self" } : undefined;
}

// A question of the couple's own is an answer to keep, whatever words are in it.
function isSentence(header: string): boolean {
  return /[?¿]/.test(header) || header.split(/\s+/u).length > 6;
}
