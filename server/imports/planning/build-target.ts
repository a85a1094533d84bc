import { isDeepStrictEqual as equal } from "node:util";
import type { EventId } from "../../../shared/ids.ts";
import { contactSchema } from "../../../shared/party.ts";
import type { Contact } from "../../../shared/party.ts";
import type { Reply } from "../../../shared/reply.ts";
import { fittingMeals } from "../../rsvp/fitting-meals.ts";
import type { SealedReply } from "../../rsvp/sealed-reply.ts";
import type { MergedGuest } from "../duplicates/merged.ts";
import { fixedHeaders } from "../exporting/headers.ts";
import type { ImportParty } from "../understanding/parties.ts";
import type { Entry, Folding } from "./fold-party.ts";
import { wordsOfGuest } from "./kitchen-words.ts";
import type { List, ListParty, Target, TargetGuest } from "./plan.ts";
import { line, linesOf, withLines } from "./said-in-file.ts";

/** The party as it will be, after all its entries were put into it. */
export function buildTarget(
  folding: Folding,
  entries: readonly Entry[],
  before: ListParty | undefined,
  { events, questions }: Pick<List, "events" | "questions">,
  inviteTo: readonly EventId[],
): Target {
  const { party, from } = folding;
  const known = new Set<string>(events.map(({ id }) => id));
  const old = new Map<string, ListParty["guests"][number]>(
    before?.guests.map((guest) => [guest.id, guest]),
  );
  const guests = party.guests.map((guest): TargetGuest => {
    const listed = old.get(`${guest.id}`);
    const invited = invitedTo(guest, listed ? [] : inviteTo).filter((id) => known.has(id))
      .sort();
    return {
      id: `${guest.id}`,
      isNew: !listed,
      kind: guest.kind,
      name: guest.name,
      age: guest.age,
      events: invited,
      replies: invited.flatMap((id) => replyOf(guest, id, listed?.replies ?? [], events)),
    };
  });
  const replied = Boolean(before?.said) || guests.some(({ replies }) => replies.length > 0);
  const words = party.guests.map((guest, at) =>
    wordsOfGuest(
      guest,
      before?.said?.guests.find(({ guestId }) => guestId === guest.id),
      from.get(`${guest.id}`) ?? [],
      {
        questions,
        replied,
        comes: guests[at]?.replies.some(({ attending }) => attending) ?? false,
      },
    )
  );
  const note = ownNote(entries);
  const said = replied ? saidBy(before?.said ?? null, guests, words, note) : undefined;
  const lines = [
    ...entries.flatMap(({ file, isOwn }) => linesOf(isOwn ? withoutOwnNote(file) : file)),
    ...words.flatMap((each) => each.lines),
    ...note && said?.note !== note ? [line("Note", note)] : [],
  ];
  const { contact, lines: odd } = validContact({ ...party.contact, ...ownName(entries) });
  const offered = withLines(contact.note, [...lines, ...odd]);
  const take = takenNote(entries);
  if (before && offered !== undefined && offered !== contact.note) folding.note = { offered, take };
  const kept = before && take === "list" ? contact.note : offered;
  const whole = { ...contact, ...kept === undefined ? {} : { note: kept } };
  const what: Target["what"] = [];
  if (before && before.name !== party.name) what.push("name");
  if (before && !equal(before.contact, whole)) what.push("contact");
  return {
    id: before?.id ?? null,
    name: party.name,
    contact: whole,
    guests,
    ...said && !equal(said, before?.said) ? { said } : {},
    changed: (before?.guests ?? []).flatMap((was) => {
      const guest = guests.find(({ id }) => id === was.id);
      return guest && !isSame(guest, was) ? [was.id] : [];
    }),
    what,
    replied: guests.flatMap(({ id, replies }) =>
      replies.filter((reply) => !old.get(id)?.replies.some((was) => equal(was, reply)))
        .map(({ eventId, attending }) => ({ guestId: id, eventId, attending }))
    ),
  };
}

/** Whether the party is on the list just so. */
export function isAsBefore({ said, changed, what, replied, guests }: Target): boolean {
  return !said && changed.length + what.length + replied.length === 0 &&
    !guests.some(({ isNew }) => isNew);
}

function isSame(guest: TargetGuest, was: ListParty["guests"][number]): boolean {
  return guest.kind === was.kind && guest.name === was.name && guest.age === was.age &&
    equal(guest.events, was.events);
}

function invitedTo({ invited }: MergedGuest, more: readonly EventId[]): EventId[] {
  const told = Object.entries(invited).filter(([, said]) => said !== "not-invited");
  return [
    ...told.map(([id]) => id as EventId),
    ...more.filter((id) => invited[id] === undefined),
  ];
}

const attending = { attending: true, declined: false, unsure: null } as const;

function replyOf(
  { invited, meals, age }: MergedGuest,
  eventId: EventId,
  before: readonly Reply[],
  events: List["events"],
): Reply[] {
  const said = invited[eventId];
  if (said !== "attending" && said !== "declined" && said !== "unsure") return [];
  const reply: Reply = { eventId, attending: attending[said], meals: {} };
  const was = before.find((each) => each.eventId === eventId);
  if (!reply.attending) {
    return [{ ...reply, meals: was?.attending === reply.attending ? was.meals : {} }];
  }
  const chosen = { ...meals[eventId], ...was?.attending ? was.meals : {} };
  return [{ ...reply, meals: fittingMeals({ ...reply, meals: chosen }, events, age) }];
}

function saidBy(
  before: SealedReply | null,
  guests: readonly TargetGuest[],
  words: readonly ReturnType<typeof wordsOfGuest>[],
  note: string | undefined,
): SealedReply {
  const told = words.flatMap(({ said }, at): SealedReply["guests"] => {
    const was = before?.guests.find(({ guestId }) => guestId === said.guestId);
    const replies = guests[at]?.replies ?? [];
    return was || replies.length > 0 ? [was && equal(was, said) ? was : said] : [];
  });
  const answers = Object.assign({}, ...words.map(({ forParty }) => forParty), before?.answers);
  const word = before?.note ?? note;
  return { guests: told, answers, ...word ? { note: word } : {} };
}

// In our own files the party's word to the couple has a column.
function ownNote(entries: readonly Entry[]): string | undefined {
  return entries.filter(({ isOwn }) => isOwn).flatMap(({ file }) => file.notes)
    .find(({ label }) => label === fixedHeaders.note)?.text;
}

function withoutOwnNote(file: ImportParty): ImportParty {
  return { ...file, notes: file.notes.filter(({ label }) => label !== fixedHeaders.note) };
}

// The note is of all entries together; the first stands for them.
function takenNote([first]: readonly Entry[]): "list" | "file" {
  return first?.fields.find(({ party, field }) => party === first.key && field === "note")?.take ??
    "file";
}

function ownName(entries: readonly Entry[]): Contact {
  const name = entries.find(({ file }) => file.contact.name)?.file.contact.name;
  return name ? { name } : {};
}

// What is no contact data as the list keeps it stays as words.
function validContact(contact: Contact): { contact: Contact; lines: string[] } {
  const result = contactSchema.safeParse(contact);
  if (result.success) return { contact: result.data, lines: [] };
  const lines: string[] = [];
  const { mail, phone, address, ...rest } = contact;
  const valid: Contact = { ...rest };
  const put = (field: "mail" | "phone" | "address", label: string, value: string | undefined) => {
    if (value === undefined) return;
    const read = contactSchema.shape[field].safeParse(value);
    if (read.success && read.data !== undefined) valid[field] = read.data;
    else lines.push(line(label, value));
  };
  put("mail", "Mail", mail);
  put("phone", "Phone", phone);
  put("address", "Address", address);
  return { contact: valid, lines };
}
