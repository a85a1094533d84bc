import type { GuestPair } from "./match-guests.ts";
import type { Person } from "./people.ts";
import { reason } from "./reasons.ts";

const clearly = 0.1;

/** Whoever could be two people of the list is for somebody to decide, and so are two of one party who could be one. */
export function withoutRivals(pairs: readonly GuestPair[]): GuestPair[] {
  const doubted = new Set<GuestPair>();
  for (const [person, known] of exactOfEach(pairs)) {
    if (known.length < 2) continue;
    for (const rivals of Map.groupBy(known, (pair) => rivalry(person, pair)).values()) {
      const [best, next, ...more] = rivals.toSorted((a, b) => b.score - a.score);
      if (!best || !next) continue;
      const clear = best.score - next.score >= clearly;
      for (const pair of clear ? [next, ...more] : [best, next, ...more]) doubted.add(pair);
    }
  }
  return pairs.map((pair) =>
    doubted.has(pair)
      ? { ...pair, class: "likely", reasons: [...pair.reasons, reason("several-fit")] }
      : pair
  );
}

function exactOfEach(pairs: readonly GuestPair[]): Map<Person, GuestPair[]> {
  const found = new Map<Person, GuestPair[]>();
  for (const pair of pairs) {
    if (pair.class !== "exact" || pair.one.party === pair.other.party) continue;
    for (const person of [pair.one, pair.other]) {
      const known = found.get(person);
      if (known) known.push(pair);
      else found.set(person, [pair]);
    }
  }
  return found;
}

// All of the list are rivals for a guest of the file; those of one party of the file are for anybody.
function rivalry(person: Person, { one, other }: GuestPair): string {
  const { incoming, party } = person === one ? other : one;
  return incoming ? party.key : "list";
}
