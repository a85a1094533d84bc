import { reason } from "../duplicates/reasons.ts";
import { foldAnswer } from "../understanding/answers/fold-answer.ts";
import type { ImportParty } from "../understanding/parties.ts";
import type { PartyMatch } from "../duplicates/find-duplicates.ts";
import { keyOf } from "./entry-keys.ts";
import type { ListParty } from "./plan.ts";

/**
 * Of rows that somebody added to one of our own files, without an id: the parties of the list whose name they give. One is
 * the one that is meant, of several somebody has to say which.
 */
export function matchAdded(
  list: readonly ListParty[],
  parties: readonly ImportParty[],
): PartyMatch[] {
  const byName = new Map<string, Set<ListParty>>();
  const byId = new Map<string, ListParty>(list.map((party) => [party.id, party]));
  if (!parties.some(({ id }) => id !== null && byId.has(id))) return [];
  const put = (name: string, party: ListParty) => {
    const key = foldAnswer(name);
    byName.set(key, (byName.get(key) ?? new Set()).add(party));
  };
  for (const party of list) put(party.name, party);
  for (const { id, name } of parties) {
    const own = byId.get(id ?? "");
    if (own) put(name, own);
  }
  return parties.filter(({ id }) => !byId.has(id ?? "")).flatMap((party) => {
    const meant = [...byName.get(foldAnswer(party.name)) ?? []];
    const isOne = meant.length === 1;
    return meant.map((other): PartyMatch => ({
      one: keyOf(party),
      other: other.id,
      class: isOne ? "exact" : "likely",
      score: isOne ? 0.95 : 0.7,
      reasons: [
        reason("same-party", { party: other.name }),
        ...isOne ? [] : [reason("several-fit")],
      ],
      guests: [],
    }));
  });
}
