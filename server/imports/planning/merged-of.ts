import { allergiesCell } from "../exporting/own-cells.ts";
import type { MergedParty } from "../duplicates/merged.ts";
import type { ImportParty } from "../understanding/parties.ts";
import type { ListParty } from "./plan.ts";

/** A party that is not on the list yet. */
export function emptyParty({ name }: ImportParty): MergedParty {
  return { name, contact: {}, guests: [] };
}

const saidOf = new Map<boolean | null, "attending" | "declined" | "unsure">([
  [true, "attending"],
  [false, "declined"],
  [null, "unsure"],
]);

/** A party of the list, as entries of the file are put into it. */
export function mergedOf({ name, contact, guests, said }: ListParty): MergedParty {
  return {
    name,
    contact,
    guests: guests.map(({ id, kind, name, age, events, replies }) => {
      const told = said?.guests.find(({ guestId }) => guestId === id);
      const reply = new Map(replies.map((each) => [each.eventId, each]));
      return {
        ...{ id, kind, name, age },
        invited: Object.fromEntries(events.map((event) => {
          const answer = reply.get(event);
          return [event, (answer && saidOf.get(answer.attending)) ?? "pending"];
        })),
        meals: Object.fromEntries(replies.map(({ eventId, meals }) => [eventId, meals])),
        diets: told?.diets ?? [],
        allergies: allergiesCell(told?.allergies ?? []) || null,
        kitchenNote: told?.kitchenNote ?? null,
        answers: {},
      };
    }),
  };
}
