import { type CountedGuest, countGuests, type Headcounts } from "../headcount/count.ts";
import { countedGuests } from "../headcount/counted-party.ts";
import type { Prepared, PreparedGuest } from "./prepare-targets.ts";
import type { Kitchens } from "./read-touched.ts";

/** Adds what these parties add to the numbers, if all that counts of them is known before the site is locked. */
export function countSettled(slice: readonly Prepared[], counts: Headcounts): void {
  for (const { guests, said } of slice.filter(isSettled)) {
    countGuests(countedGuests(guests.map(asGuest), said?.opened), counts);
  }
}

/** What the others add: they keep the diets and allergies that they have. */
export function* countUnsettled(
  slices: readonly (readonly Prepared[])[],
  kitchens: Kitchens,
): Generator<CountedGuest> {
  for (const slice of slices) {
    for (const party of slice) {
      if (!isSettled(party)) {
        yield* countedGuests(party.guests.map(asGuest), kitchens.get(party.id));
      }
    }
  }
}

function isSettled({ isNew, said }: Prepared): boolean {
  return isNew || said !== undefined;
}

function asGuest({ isNew: _, ...guest }: PreparedGuest) {
  return guest;
}
