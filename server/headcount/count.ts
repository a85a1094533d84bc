import type { Age } from "../../shared/events.ts";
import { emptyHeadcount, type Headcount } from "../../shared/headcount.ts";
import type { EventId, GuestId } from "../../shared/ids.ts";
import type { Allergy, Reply } from "../../shared/reply.ts";
import type { Diet } from "../../shared/kitchen.ts";

/** All that counts of one guest. */
export interface CountedGuest {
  id: GuestId;
  age: Age;
  /** Invited to these. */
  events: EventId[];
  replies: Reply[];
  diets: Diet[];
  allergies: Allergy[];
}

export type Headcounts = Map<EventId, Headcount>;

const byAge = { adult: "adults", child: "children", infant: "infants" } as const;

/** What these guests add to each event they are invited to; to what others added, if that is given. */
export function countGuests(
  guests: Iterable<CountedGuest>,
  counts: Headcounts = new Map(),
): Headcounts {
  for (const guest of guests) {
    for (const eventId of guest.events) {
      const count = counts.get(eventId) ?? emptyHeadcount();
      counts.set(eventId, count);
      countGuest(count, guest, guest.replies.find((reply) => reply.eventId === eventId));
    }
  }
  return counts;
}

function countGuest(count: Headcount, guest: CountedGuest, reply: Reply | undefined): void {
  count.invited += 1;
  if (!reply) count.pending += 1;
  else if (reply.attending === null) {
    count.pending += 1;
    count.unsure += 1;
  } else if (!reply.attending) count.declined += 1;
  else {
    count.attending += 1;
    count[byAge[guest.age]] += 1;
    for (const [course, meal] of Object.entries(reply.meals)) {
      const meals = count.meals[course as keyof typeof count.meals] ??= {};
      raise(meals, meal);
    }
    for (const diet of new Set(guest.diets)) raise(count.diets, diet);
    for (const { allergen, severity } of distinctAllergies(guest.allergies)) {
      raise(count.allergies[allergen] ??= {}, severity);
    }
  }
}

/** One guest with two notes on nuts is one guest allergic to nuts: the graver severity counts. */
function distinctAllergies(allergies: readonly Allergy[]): Allergy[] {
  const gravity = ["preference", "intolerance", "allergy", "life-threatening"];
  const graver = allergies.toSorted((left, right) =>
    gravity.indexOf(left.severity) - gravity.indexOf(right.severity)
  );
  // "other" names different things, so each note counts for itself.
  const keyed = graver.map((allergy): [string, Allergy] => [
    allergy.allergen === "other" ? `other|${allergy.note}` : allergy.allergen,
    allergy,
  ]);
  return [...new Map(keyed).values()];
}

function raise(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

/** A headcount after what some guests added before was replaced by what they add now. */
export function moveHeadcount(
  current: Headcount,
  before: Headcount | undefined,
  after: Headcount | undefined,
): Headcount {
  const sum = addCounts(addCounts(current, before, -1), after, 1);
  return { ...emptyHeadcount(), ...sum };
}

type Counts = { [name: string]: number | Counts };

/** `left + sign × right`, through nested records; what comes to nothing is left out. */
function addCounts(left: object, right: object | undefined, sign: 1 | -1): Counts {
  const sum = { ...left } as Counts;
  for (const [name, value] of Object.entries(right ?? {} as Counts)) {
    const before = sum[name];
    if (typeof value === "number") {
      const number = (typeof before === "number" ? before : 0) + sign * value;
      if (number === 0) delete sum[name];
      else sum[name] = number;
    } else {
      const nested = addCounts(typeof before === "object" ? before : {}, value, sign);
      if (Object.keys(nested).length === 0) delete sum[name];
      else sum[name] = nested;
    }
  }
  return sum;
}
