import type { ImportGuest } from "../understanding/parties.ts";
import type { MergedGuest } from "./merged.ts";
import { isAnswer, mergeReplies } from "./merge-replies.ts";
import { settle, type Settling } from "./settle-field.ts";

/**
 * The guests of both. A new name takes an open seat before it is one more guest, and an open seat of the file is no
 * more than a place for somebody whom the list has by name: nobody is invented, nobody is lost. `placed`
 * says who of the file, by place, is who: by id, or the new guest.
 */
export function mergeGuests(
  settling: Settling,
  list: readonly MergedGuest[],
  file: readonly ImportGuest[],
): { guests: MergedGuest[]; placed: Map<number, string | MergedGuest> } {
  const choice = settling.choices.guests;
  const merged = new Map(list.map((guest) => [guest.id, guest]));
  const met = new Set<string | null>();
  const placed = new Map<number, string | MergedGuest>();
  const mergeInto = (known: MergedGuest, guest: ImportGuest, at: number) => {
    met.add(known.id);
    placed.set(at, `${known.id}`);
    merged.set(known.id, mergeGuest(settling, known, guest));
  };
  const rest: { guest: ImportGuest; at: number }[] = [];
  const added: MergedGuest[] = [];
  const add = (guest: ImportGuest, at: number) => {
    const one = newGuest(guest);
    added.push(one);
    placed.set(at, one);
  };
  for (const [at, guest] of file.entries()) {
    const chosen = choice[at];
    if (chosen === "leave") continue;
    const known = chosen === undefined ? undefined : merged.get(chosen);
    if (chosen === "new") add(guest, at);
    else if (known && !met.has(known.id)) mergeInto(known, guest, at);
    else rest.push({ guest, at });
  }
  // Names first: a seat of the file may then stand for whoever is left.
  for (const { guest, at } of rest.toSorted((one, other) => byName(one.guest, other.guest))) {
    const free = list.filter(({ id, age }) => !met.has(id) && age === guest.age).sort(byWords);
    const seat = free.find(({ name }) => name === null);
    const [somebody] = guest.name === null ? free : [];
    if (seat) mergeInto(seat, guest, at);
    else if (somebody) {
      met.add(somebody.id);
      placed.set(at, `${somebody.id}`);
      keepAnswers(settling, `${somebody.id}`, guest);
    } else add(guest, at);
  }
  return { guests: [...merged.values(), ...added], placed };
}

// Which row stands first decides nothing: of two who could take a seat it is the first by name.
function byName(one: ImportGuest, other: ImportGuest): number {
  if (!one.name !== !other.name) return one.name ? -1 : 1;
  const [a, b] = [one, other].map((guest) => JSON.stringify([guest.name, { ...guest, row: 0 }]));
  return compare(a, b);
}

function compare(one = "", other = ""): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function byWords(one: MergedGuest, other: MergedGuest): number {
  const [a, b] = [one, other].map((guest) => JSON.stringify({ ...guest, id: null }));
  return compare(a, b);
}

// What the file says for a seat is not what the person said whom the list has in it.
function keepAnswers({ kept }: Settling, guest: string, { invited }: ImportGuest): void {
  for (const [event, said] of Object.entries(invited)) {
    if (isAnswer(said)) kept.push({ field: `${guest}.reply.${event}`, value: said, from: "file" });
  }
}

function mergeGuest(settling: Settling, list: MergedGuest, file: ImportGuest): MergedGuest {
  const { id } = list;
  const name = settle(
    settling,
    `${id}.name`,
    list.name ?? undefined,
    file.name ?? undefined,
  );
  const age = file.age === "adult"
    ? list.age
    : settle(settling, `${id}.age`, list.age, file.age) === list.age
    ? list.age
    : file.age;
  const text = (field: "allergies" | "kitchenNote") =>
    settle(settling, `${id}.${field}`, list[field] ?? undefined, file[field] ?? undefined) ?? null;
  return {
    ...list,
    // The file knows who sits there: it is that person's seat now.
    kind: list.name === null && file.name !== null ? "named" : list.kind,
    name: name ?? null,
    age,
    invited: mergeReplies(settling, `${id}`, list.invited, file.invited),
    meals: mergeMeals(settling, `${id}`, list.meals, file.meals),
    // Of two lists of diets the kitchen had better know both.
    diets: [...new Set([...list.diets, ...file.diets])],
    allergies: text("allergies"),
    kitchenNote: text("kitchenNote"),
    answers: mergeAnswers(settling, `${id}`, list.answers, answersOf(file)),
  };
}

function newGuest(guest: ImportGuest): MergedGuest {
  const { name, age, invited, meals, diets, allergies, kitchenNote } = guest;
  return {
    id: null,
    kind: guest.seat ?? (name === null ? "open" : "named"),
    name,
    age,
    invited,
    meals,
    diets,
    allergies,
    kitchenNote,
    answers: answersOf(guest),
  };
}

function answersOf({ answers }: ImportGuest): Record<string, string> {
  return Object.fromEntries(
    answers.flatMap(({ question, text }) => question === null ? [] : [[question, text]]),
  );
}

function mergeMeals(
  settling: Settling,
  guest: string,
  list: MergedGuest["meals"],
  file: MergedGuest["meals"],
): MergedGuest["meals"] {
  const events = [...new Set([...Object.keys(list), ...Object.keys(file)])];
  return Object.fromEntries(events.map((event) => [
    event,
    mergeAnswers(settling, `${guest}.meal.${event}`, list[event] ?? {}, file[event] ?? {}),
  ]));
}

function mergeAnswers(
  settling: Settling,
  of: string,
  list: Readonly<Record<string, string>>,
  file: Readonly<Record<string, string>>,
): Record<string, string> {
  const keys = [...new Set([...Object.keys(list), ...Object.keys(file)])];
  return Object.fromEntries(keys.map((key) => [
    key,
    settle(settling, `${of}.${key}`, list[key], file[key]) ?? "",
  ]));
}
