import type { MergedGuest } from "../duplicates/merged.ts";
import type { ImportGuest } from "../understanding/parties.ts";

/**
 * Which open seat of the file is which of the list. Seats have no names, so it is told by what they are invited to: else a file
 * that is read again would invite one seat to what the other is invited to.
 */
export function pairSeats(
  list: readonly MergedGuest[],
  file: readonly ImportGuest[],
  places: readonly (string | undefined)[],
): (string | undefined)[] {
  if (!file.some(({ id, name }) => id === null && name === null)) return [...places];
  const seats = new Map(
    list.flatMap((guest) => guest.id !== null && guest.name === null ? [[guest.id, guest]] : []),
  );
  const paired = [...places];
  const open = file.flatMap((guest, at) => {
    const place = places[at];
    const isFree = guest.name === null && guest.id === null &&
      (place === undefined || seats.has(place));
    return isFree ? [{ guest, at }] : [];
  });
  const taken = new Set(places.filter((_, at) => !open.some((seat) => seat.at === at)));
  const rest = open.filter(({ guest, at }) => {
    const same = [...seats.values()].find(({ id }) =>
      id !== null && !taken.has(id) && agree(seats.get(id), guest)
    );
    if (!same?.id) return true;
    taken.add(same.id);
    paired[at] = same.id;
    return false;
  });
  for (const { at } of rest) {
    const place = places[at];
    if (place === undefined || !taken.has(place)) {
      if (place !== undefined) taken.add(place);
      continue;
    }
    const next = [...seats.keys()].find((id) => !taken.has(id));
    if (next) taken.add(next);
    paired[at] = next;
  }
  return paired;
}

function agree(seat: MergedGuest | undefined, { age, invited }: ImportGuest): boolean {
  if (!seat || seat.age !== age) return false;
  return Object.entries(invited).every(([event, said]) => {
    const known = seat.invited[event];
    if (said === "not-invited") return known === undefined || known === said;
    if (said === "invited" || said === "pending") {
      return known !== undefined && known !== "not-invited";
    }
    return known === said;
  });
}
