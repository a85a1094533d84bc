import { foldAnswer } from "../understanding/answers/fold-answer.ts";
import type { MergedGuest } from "../duplicates/merged.ts";
import type { ImportGuest } from "../understanding/parties.ts";

/**
 * Who the rows are that somebody added to one of our own files. Each guest and each seat of the list has a row of its own
 * there, so a row without an id is one more, unless the list has the same and no row names it: then the file was read
 * before, or lost its ids.
 */
export function placeAdded(
  list: readonly MergedGuest[],
  file: readonly ImportGuest[],
  places: readonly (string | undefined)[],
  named: ReadonlySet<string>,
): (string | undefined)[] {
  const taken = new Set(places);
  const free = list.filter(({ id }) => id !== null && !named.has(id) && !taken.has(id));
  return file.map((guest, at) => {
    const place = places[at];
    if (place !== undefined || free.length === 0) return place ?? "new";
    const same = free.findIndex((each) => isSame(each, guest));
    const seat = free.findIndex(({ name, age }) => name === null && age === guest.age);
    const [known] = free.splice(same >= 0 ? same : seat, same >= 0 || seat >= 0 ? 1 : 0);
    return known?.id ?? "new";
  });
}

function isSame({ name, age, invited }: MergedGuest, guest: ImportGuest): boolean {
  if (name !== null && guest.name !== null) return foldAnswer(name) === foldAnswer(guest.name);
  if (name !== guest.name || age !== guest.age) return false;
  return Object.entries(guest.invited).every(([event, said]) =>
    (said === "not-invited") === ((invited[event] ?? "not-invited") === "not-invited")
  );
}
