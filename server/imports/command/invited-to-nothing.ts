import type { ImportHead } from "../../../shared/imports.ts";
import type { Named } from "./meanings.ts";
import type { EveryPage } from "./read-pages.ts";

/** What is to be said when new guests would be on the list and could answer for nothing. */
export function invitedToNothing(
  { inviteTo }: ImportHead,
  { parties }: EveryPage,
  { events }: Named,
): string[] {
  if (inviteTo.length > 0) return [];
  const guests = parties.added.flatMap(({ guests }) => guests).filter(({ events }) =>
    Object.values(events).every((said) => said === "not-invited")
  );
  if (guests.length === 0) return [];
  if (events.length === 0) {
    return ["The site has no event yet: the new guests are invited to nothing."];
  }
  const are = guests.length === 1 ? "1 new guest is" : `${guests.length} new guests are`;
  const words = events.map(({ name }) => `--invite-to "${name}"`).join(" ");
  return [`${are} invited to nothing, since the file does not say to what. To invite: ${words}`];
}
