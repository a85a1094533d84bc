import { compareNames } from "./compare-names.ts";
import type { ComparedGuest, ComparedParty } from "./compared.ts";
import type { Match, PartyMatch } from "./find-duplicates.ts";
import { formOf } from "./name-form.ts";
import { reason } from "./reasons.ts";

export interface Known {
  guests: Match[];
  parties: PartyMatch[];
  /** What of the file is still to be looked for: guests without an id, and parties of such. */
  rest: ComparedParty[];
}

/** Whom the file names by the ids of the list. An id counts once: a row that was copied is somebody new. */
export function findKnown(
  existing: readonly ComparedParty[],
  incoming: readonly ComparedParty[],
): Known {
  if (!incoming.some(({ id, guests }) => id || guests.some((guest) => guest.id))) {
    return { guests: [], parties: [], rest: [...incoming] };
  }
  const parties = new Map(existing.map((party) => [party.key, party]));
  const guests = new Map(
    existing.flatMap((party) =>
      party.guests.map((guest) => [guest.key, { guest, party }] as const)
    ),
  );
  const known: Known = { guests: [], parties: [], rest: [] };
  for (const party of incoming.toSorted((a, b) => a.key < b.key ? -1 : 1)) {
    const rest: ComparedGuest[] = [];
    const met: Match[] = [];
    const homes = new Map<string, number>();
    for (const guest of party.guests.toSorted((a, b) => a.key < b.key ? -1 : 1)) {
      const listed = guests.get(guest.id ?? "");
      if (!listed) {
        rest.push(guest);
        continue;
      }
      guests.delete(listed.guest.key);
      homes.set(listed.party.key, (homes.get(listed.party.key) ?? 0) + 1);
      met.push(matchOf(guest, listed.guest));
    }
    const home = parties.get(party.id ?? "") ?? parties.get(mostOf(homes) ?? "");
    known.guests.push(
      ...met.filter(({ one }) =>
        party.guests.some(({ key, name }) => key === one && name !== null)
      ),
    );
    if (home) {
      parties.delete(home.key);
      known.parties.push({ ...sure, one: party.key, other: home.key, guests: met });
    }
    if (rest.length > 0 || (!home && met.length === 0)) known.rest.push({ ...party, guests: rest });
  }
  return known;
}

const sure = { class: "exact", score: 1, reasons: [reason("same-id")] } satisfies Partial<Match>;

// A row in which somebody wrote another name over the old one is not proposed.
function matchOf(one: ComparedGuest, other: ComparedGuest): Match {
  const [ours, theirs] = [formOf(one.name ?? ""), formOf(other.name ?? "")];
  const another = one.name !== other.name && ours && theirs && !compareNames(ours, theirs);
  return {
    ...sure,
    one: one.key,
    other: other.key,
    ...another ? { class: "likely", score: 0.7 } : {},
  };
}

function mostOf(homes: ReadonlyMap<string, number>): string | undefined {
  return [...homes].toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))[0]?.[0];
}
