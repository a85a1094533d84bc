import type { ImportParty } from "../understanding/parties.ts";

/** `party 12`: the party that begins in row 12. */
export function keyOf({ rows }: Pick<ImportParty, "rows">): string {
  return `party ${rows[0] ?? 0}`;
}

/** `party 12 guest 0`: its first guest. */
export function guestKey(party: string, at: number): string {
  return `${party} guest ${at}`;
}

/** The party of a guest of the file, by its key; of a party, its own. */
export function partyKeyOf(key: string): string {
  return key.replace(/ guest \d+$/, "");
}
