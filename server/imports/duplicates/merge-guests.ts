import type { ImportGuest } from "../understanding/parties.ts";
import type { MergedGuest } from "./merged.ts";
import { isAnswer, mergeReplies } from "./merge-replies.ts";
import { settle, type Settling } from "./settle-field.ts";

/**
 * The guests of both. A new name takes an open seat before it is one more guest, and an open seat of the file is no
 * more than a place for somebody whom the list has by name: nobody is invented, nobody is lost.
 */
export function mergeGuests(
  settling: Settling,
  list: readonly MergedGuest[],
  file: readonly ImportGuest[],
): MergedGuest[] {
  const choice = settling.choices.guests;
  const merged = new Map(list.map((guest) => [guest.id, guest]));
  const met = new Set<string | null>();
  const mergeInto = (known: MergedGuest, guest: ImportGuest) => {
    met.add(known.id);
    merged.set(known.id, mergeGuest(settling, known, guest));
  };
  const rest: ImportGuest[] = [];
  const added: MergedGuest[] = [];
  for (const [at, guest] of file.entries()) {
    const chosen = choice[at];
    if (chosen === "leave") continue;
    const known = chosen === undefined ? undefined : merged.get(chosen);
    if (chosen === "new") added.push(newGuest(guest));
    else if (known && !met.has(known.id)) mergeInto(known, guest);
    else rest.push(guest);
  }
  // Names first: a seat of the file may then stand for whoever is left.
  for (const guest of rest.toSorted((one, other) => Number(!one.name) - Number(!other.name))) {
    const free = list.filter(({ id, age }) => !met.has(id) && age === guest.age);
    const seat = free.find(({ name }) => name === null);
    const [somebody] = guest.name === null ? free : [];
    if (seat) mergeInto(seat, guest);
    else if (somebody) {
      met.add(somebody.id);
      keepAnswers(settling, `${somebody.id}`, guest);
    } else added.push(newGuest(guest));
  }
  return [...merged.values(), ...added];
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
