import type { ImportHead } from "../../../shared/imports.ts";
import type { Named } from "./meanings.ts";

/** What is to be said when new guests would be on the list and could answer for nothing. */
export function invitedToNothing({ counts }: ImportHead, { events }: Named): string[] {
  const { uninvited } = counts.guests;
  if (uninvited === 0) return [];
  if (events.length === 0) {
    return ["The site has no event yet: the new guests are invited to nothing."];
  }
  const are = uninvited === 1 ? "1 new guest is" : `${uninvited} new guests are`;
  const words = events.map(({ name }) => `--invite-to "${name}"`).join(" ");
  return [`${are} invited to nothing, since the file does not say to what. To invite: ${words}`];
}
