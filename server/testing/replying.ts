import { type EventId, randomCharacters } from "../../shared/ids.ts";
import { submissionSchema } from "../../shared/reply.ts";
import type { Deps } from "../deps.ts";
import { submitReply } from "../rsvp/submit-reply.ts";
import type { Submitted } from "../rsvp/decide-in-turn.ts";
import type { SiteHead } from "../sites/sites.ts";
import type { TestParty } from "./fixtures.ts";

/** Every guest of the party answers the same for each of these events. */
export function replyOfAll(
  deps: Deps,
  site: SiteHead,
  { party, guests }: TestParty,
  eventIds: EventId[],
  attending = true,
): Promise<Submitted> {
  const submission = submissionSchema.parse({
    guests: guests.map(({ id }) => ({
      guestId: id,
      replies: eventIds.map((eventId) => ({ eventId, attending })),
    })),
  });
  const by = { kind: "guest", partyId: party.id } as const;
  return submitReply(deps, site, party, { key: randomCharacters(20), submission, by });
}
