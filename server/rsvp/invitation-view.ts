import type { WeddingEvent } from "../../shared/events.ts";
import type { InvitationView } from "../../shared/party.ts";
import type { PartyId } from "../../shared/ids.ts";
import type { SavedReply } from "../../shared/reply.ts";
import type { SiteSettings } from "../../shared/site.ts";
import { replyWindow } from "../../shared/reply-window.ts";
import type { GuestWithReplies } from "../headcount/counted-party.ts";
import type { Headcounts } from "../headcount/count.ts";

/** What a party may see: its own guests, the events that one of them is invited to, the couple's questions. */
export function invitationView(
  { party, guests, events, headcounts, settings, reply, now }: {
    party: { id: PartyId; name: string };
    guests: readonly GuestWithReplies[];
    events: readonly WeddingEvent[];
    headcounts: Headcounts;
    settings: SiteSettings;
    reply: SavedReply | null;
    now: Date;
  },
): InvitationView {
  const invited = new Set(guests.flatMap((guest) => guest.events));
  return {
    party: {
      id: party.id,
      name: party.name,
      guests: guests.map(({ id, kind, name, age, events }) => ({ id, kind, name, age, events })),
    },
    events: events.filter(({ id }) => invited.has(id)).map((event) => {
      if (event.capacity === undefined) return event;
      const taken = headcounts.get(event.id)?.attending ?? 0;
      return { ...event, left: seatsLeft(event.capacity, taken, guests, event) };
    }),
    questions: settings.questions,
    reply,
    replies: replyWindow(settings.deadline, now),
  };
}

/** Seats that this party can take, its present ones included. */
export function seatsLeft(
  capacity: number,
  taken: number,
  guests: readonly GuestWithReplies[],
  event: Pick<WeddingEvent, "id">,
): number {
  const own =
    guests.filter(({ replies }) =>
      replies.some((reply) => reply.eventId === event.id && reply.attending)
    ).length;
  return Math.max(0, capacity - (taken - own));
}
