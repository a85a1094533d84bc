import type { WeddingEvent } from "../../../shared/events.ts";
import type { EventKind, EventRef } from "../../../shared/import-fields.ts";
import { foldHeader } from "./fold-header.ts";
import { knownHeaders } from "./words/all-words.ts";

export interface EventNamed {
  event: EventRef;
  /** null: the header is the event's name alone. */
  kind: EventKind | "reply" | "meal" | null;
}

// What weddings' events are called, where the site has none of that name.
const usualEvents = new Set(
  ("wedding day|wedding|ceremony|reception|rehearsal dinner|rehearsal|welcome party|welcome drinks|" +
    "welcome dinner|brunch|farewell brunch|day after brunch|after party|cocktail hour|dinner party|" +
    "mehndi|mehendi|sangeet|haldi|baraat|tea ceremony|henna|henna night|walima|nikah|nikkah|" +
    "engagement|engagement party|shabbat dinner|kiddush|polterabend|standesamt|trauung|kirche|" +
    "kirchliche trauung|feier|hochzeit|hochzeitsfeier|empfang|sektempfang|abendfeier|ceremonia|" +
    "boda|boda civil|boda religiosa|recepcion|fiesta|misa|ceremonie|vin d honneur|mairie|mariage|" +
    "cerimonia|matrimonio|ricevimento|casamento|festa|bruiloft").split("|"),
);
const weddingDay = /\b(wedding|reception|ceremony|hochzeit|boda|mariage|matrimonio|casamento)\b/;

/** The event that a header names, and what it says of it: "Wedding Day - RSVP", "rsvp / brunch". */
export function eventInHeader(
  header: string,
  events: readonly Pick<WeddingEvent, "id" | "name">[],
): EventNamed | undefined {
  const folded = foldHeader(header);
  for (const { id, name } of events) {
    const kind = kindBeside(folded, foldHeader(name));
    if (kind !== undefined) return { event: id, kind };
  }
  for (const { name, kind } of splits(header)) {
    const id = kind || usualEvents.has(name) ? eventLike(name, events) : undefined;
    if (kind || usualEvents.has(name)) return { event: id ?? null, kind };
  }
  return undefined;
}

/** Whether a header speaks of an event by a usual name that has no word of this event's: "Dinner RSVP" beside "Ceremony". */
export function namesOther(header: string, event: string): boolean {
  const folded = ` ${foldHeader(header)} `;
  const own = new Set(foldHeader(event).split(" "));
  return [...usualEvents, "dinner", "lunch", "breakfast", "party"].some((name) =>
    folded.includes(` ${name} `) && !name.split(" ").some((word) => own.has(word))
  );
}

/** The only event there is, or none: a header that names no event leaves it to the couple. */
export function onlyEvent(events: readonly Pick<WeddingEvent, "id">[]): EventRef {
  return events.length === 1 ? events[0]?.id ?? null : null;
}

// undefined: the header does not name this event.
function kindBeside(header: string, name: string): EventNamed["kind"] | undefined {
  if (!name) return undefined;
  if (header === name) return null;
  if (header.startsWith(`${name} `)) return eventKind(header.slice(name.length + 1));
  if (header.endsWith(` ${name}`)) return eventKind(header.slice(0, -name.length - 1));
  return undefined;
}

// Other people's files call the events otherwise: "Name - RSVP", "rsvp / name", or a usual event's name.
function splits(header: string): NamedOtherwise[] {
  const found: NamedOtherwise[] = [{ name: foldHeader(header), kind: null }];
  const after = /^(.+?)\s+[-–—/|:]\s*([^-–—/|:]+)$/u.exec(header);
  if (after) {
    const [, one = "", other = ""] = after;
    const kind = eventKind(foldHeader(other));
    if (kind) found.push({ name: foldHeader(one), kind });
    const before = eventKind(foldHeader(one));
    if (before) found.push({ name: foldHeader(other), kind: before });
  }
  const folded = foldHeader(header);
  for (const name of usualEvents) {
    const kind = kindBeside(folded, name);
    if (kind) found.push({ name, kind });
  }
  return found;
}
type NamedOtherwise = Pick<EventNamed, "kind"> & { name: string };

function eventKind(words: string): EventNamed["kind"] | undefined {
  const kind = knownHeaders.get(words)?.kind;
  if (kind === "invited-count") return "seats";
  return kind === "reply" || kind === "meal" || kind === "invited" || kind === "attending-count"
    ? kind
    : undefined;
}

// An event of another name is the same when one has all words of the other, and no second event does.
function eventLike(
  name: string,
  events: readonly Pick<WeddingEvent, "id" | "name">[],
): EventRef | undefined {
  const words = name.split(" ");
  const like = events.filter((event) => {
    const others = foldHeader(event.name).split(" ");
    return words.every((word) => others.includes(word)) ||
      others.every((word) => words.includes(word));
  });
  if (like.length === 1) return like[0]?.id;
  return events.length === 1 && weddingDay.test(name) ? events[0]?.id : undefined;
}
