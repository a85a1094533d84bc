import {
  eventKinds,
  type EventRef,
  type ImportField,
  personKinds,
  rowKinds,
  type Who,
} from "../../../shared/import-fields.ts";

/** What the words may name of the site. */
export interface Named {
  events: readonly { id: `event_${string}`; name: string }[];
  questions: readonly { id: `question_${string}`; label: string }[];
}

/** `first-name`, `partner-mail`, `child-2-name`, `reply:Dinner`, `answer:Which song?`; undefined: it means nothing. */
export function readMeaning(text: string, named: Named): ImportField | undefined {
  const colon = text.indexOf(":");
  const word = (colon === -1 ? text : text.slice(0, colon)).trim().toLowerCase();
  const about = colon === -1 ? undefined : text.slice(colon + 1).trim();
  if (about === undefined) {
    const field = rowField(word) ?? personField(word) ?? relationField(word);
    if (field) return field;
  }
  if (word === "answer") {
    const question = named.questions.find(({ label }) => isSame(label, about));
    return question && { kind: "answer", question: question.id };
  }
  const event = eventNamed(about, named);
  if (event === undefined) return undefined;
  if (word === "reply") return { kind: "reply", event, blank: "nothing" };
  if (word === "meal") return { kind: "meal", event, course: null };
  const kind = eventKinds.find((kind) => kind === word);
  return kind && { kind, event };
}

function rowField(word: string): ImportField | undefined {
  const kind = rowKinds.find((kind) => kind === word);
  return kind && { kind };
}

function personField(word: string): ImportField | undefined {
  const [, who = "self", rest = word] = /^(partner|child-\d+|companion-\d+)-(.+)$/.exec(word) ?? [];
  const kind = personKinds.find((kind) => kind === rest);
  return kind && isWho(who) ? { kind, who } : undefined;
}

function isWho(text: string): text is Who {
  return /^(self|partner|(child|companion)-([1-9]|[1-5]\d|60))$/.test(text);
}

function relationField(word: string): ImportField | undefined {
  const [, kind, number] = /^relation-(label|name)-([1-9]|[1-5]\d|60)$/.exec(word) ?? [];
  if (!kind) return undefined;
  return { kind: kind === "label" ? "relation-label" : "relation-name", number: Number(number) };
}

function eventNamed(about: string | undefined, { events }: Named): EventRef | undefined {
  if (about === undefined) return events.length === 1 ? events[0]?.id : null;
  if (isSame(about, "every")) return "every";
  return events.find(({ id, name }) => id === about || isSame(name, about))?.id;
}

function isSame(one: string, other: string | undefined): boolean {
  return one.trim().toLowerCase() === other?.trim().toLowerCase();
}

/** As `readMeaning` reads it. */
export function sayMeaning(field: ImportField, { events, questions }: Named): string {
  const about = (event: EventRef) =>
    event === null
      ? ":?"
      : `:${event === "every" ? event : events.find(({ id }) => id === event)?.name ?? event}`;
  switch (field.kind) {
    case "answer":
      return `answer:${questions.find(({ id }) => id === field.question)?.label ?? field.question}`;
    case "relation-label":
    case "relation-name":
      return `${field.kind}-${field.number}`;
    default:
      if ("event" in field) return field.kind + about(field.event);
      if ("who" in field && field.who !== "self") return `${field.who}-${field.kind}`;
      return field.kind;
  }
}
