import type { GuestId } from "../../shared/ids.ts";
import type { Guest } from "../../shared/party.ts";
import { nameWords } from "./name-words.ts";

/** The words under which guests are found. Open seats are found through the party that has them. */
export function wordsOfGuests(
  guests: readonly Pick<Guest, "id" | "kind" | "name">[],
): { id: GuestId; words: string[] }[] {
  return guests.map(({ id, kind, name }) => ({
    id,
    words: kind === "named" && name !== null ? nameWords(name) : [],
  }));
}
