import { isDeepStrictEqual } from "node:util";
import type { Actor } from "../../shared/changes.ts";
import type { PartyId } from "../../shared/ids.ts";
import type { Reply, Submission } from "../../shared/reply.ts";
import { replyWindow } from "../../shared/reply-window.ts";
import type { LockedSite } from "../changes/changes.ts";
import type { Deps } from "../deps.ts";
import { countedGuests, type GuestWithReplies } from "../headcount/counted-party.ts";
import { moveHeadcounts } from "../headcount/move-headcounts.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { checkRoom } from "./check-room.ts";
import { checkSubmission } from "./check-submission.ts";
import type { Decided, Submitted } from "./decide-in-turn.ts";
import { invitationView } from "./invitation-view.ts";
import type { SubmissionState } from "./party-state.ts";
import { viewOf } from "./read-party.ts";
import type { ReplyRow } from "./replies.ts";
import { savedReply, sealReply, unsealReply } from "./sealed-reply.ts";
import { checkRepeated, macOfBody } from "./repeated.ts";
import { submitTogether } from "./submit-together.ts";
import { submitUnderLock } from "./submit-under-lock.ts";

/**
 * Saves all replies of one party, all or nothing. The same key with the same body acts once; the deadline and the room
 * left are judged by what is so when it is written. Problems: see `checkSubmission`, `replies-closed`,
 * `event-full`, `idempotency-key-reused`.
 */
export async function submitReply(
  deps: Pick<Deps, "sql" | "now" | "keys" | "wake">,
  site: SiteHead,
  party: { id: PartyId; name: string },
  { key, submission, by }: { key: string; submission: Submission; by: Actor },
): Promise<Submitted> {
  const keys = await deps.keys.forSite(site);
  const bodyMac = await macOfBody(keys, party.id, submission);
  async function decide(
    locked: LockedSite,
    { repeated, site: _, ...state }: SubmissionState,
  ): Promise<Decided> {
    const now = deps.now();
    if (checkRepeated(repeated, bodyMac)) {
      const view = await viewOf(keys, locked, party, state, now);
      // The answer to the first try got lost, and the reply may have been taken back since.
      if (!view.reply) throw new Problem("idempotency-key-reused");
      const { changeNumber } = repeated;
      return { news: [], result: { reply: view.reply, changeNumber, view } };
    }

    const { settings } = locked;
    const byGuest = by.kind === "guest";
    const window = replyWindow(settings.deadline, now);
    // Members may write down what reached them on paper or by phone, whenever it did.
    if (window === "closed" && byGuest) {
      throw new Problem("replies-closed", settings.deadline?.message);
    }
    const checked = checkSubmission(submission, {
      ...state,
      questions: settings.questions,
      // The setting is what the form offers; a member may have heard it on the phone all the same.
      notSure: settings.notSure || !byGuest,
    });
    const guests = withReplies(state.guests, checked);

    const before = state.saved && await unsealReply(keys, state.saved);
    const moved = moveHeadcounts(
      state.headcounts,
      countedGuests(state.guests, before),
      countedGuests(guests, checked),
    );
    checkRoom(state.events, state.headcounts, moved, state.guests);

    const number = locked.changeNumber + 1;
    const changeNumber = number + moved.news.length;
    const saved = {
      partyId: party.id,
      submittedAt: now,
      changeNumber: number,
      sentBy: byGuest ? "guest" : "member",
      late: window === "late",
      sealed: await sealReply(keys, party.id, checked),
    } as const;
    const reply = savedReply(saved, checked, guests);
    const headcounts = new Map(state.headcounts);
    for (const { eventId, headcount } of moved.moved) headcounts.set(eventId, headcount);
    const told = guests.flatMap(({ id, replies }) =>
      replies.map(({ eventId, attending }) => ({ guestId: id, eventId, attending }))
    );
    return {
      news: [
        {
          type: "reply.submitted",
          data: { partyId: party.id, replies: told, first: !state.saved, late: saved.late },
        },
        ...moved.news,
      ],
      written: {
        submission: { key, partyId: party.id, bodyMac, changeNumber },
        takenAt: now,
        saved,
        replies: changed(state.guests, guests),
        dropped: dropped(state.guests, guests),
        seats: namedSeats(state.guests, guests),
        headcounts: moved.moved,
      },
      result: {
        reply,
        changeNumber,
        view: invitationView({
          ...state,
          party,
          guests,
          headcounts,
          settings,
          reply,
          now,
        }),
      },
    };
  }

  const asked = { siteId: site.id, partyId: party.id, key, by, decide, deps };
  return await submitTogether(deps.sql, asked) ?? await submitUnderLock(deps.sql, asked);
}

/** The guests as they will be: replies replaced, open seats named. A guest who is left out is pending again. */
function withReplies(
  guests: readonly GuestWithReplies[],
  submission: Submission,
): GuestWithReplies[] {
  return guests.map((guest) => {
    const given = submission.guests.find(({ guestId }) => guestId === guest.id);
    return {
      ...guest,
      name: guest.kind === "open" ? given?.name ?? null : guest.name,
      // In the order in which they are read again, so that a repeated submission gets the same answer.
      replies: (given?.replies ?? []).toSorted(byEvent),
    };
  });
}

function byEvent(left: Reply, right: Reply): number {
  return left.eventId < right.eventId ? -1 : 1;
}

function repliesOf(guests: readonly GuestWithReplies[]): ReplyRow[] {
  return guests.flatMap(({ id, replies }) => replies.map((reply) => ({ guestId: id, ...reply })));
}

/** A reply that says what it said before is not written again. */
function changed(before: readonly GuestWithReplies[], after: readonly GuestWithReplies[]) {
  const were = new Map(
    repliesOf(before).map((reply) => [`${reply.guestId} ${reply.eventId}`, reply]),
  );
  return repliesOf(after).filter((reply) =>
    !isDeepStrictEqual(were.get(`${reply.guestId} ${reply.eventId}`), reply)
  );
}

function dropped(before: readonly GuestWithReplies[], after: readonly GuestWithReplies[]) {
  const kept = new Set(repliesOf(after).map(({ guestId, eventId }) => `${guestId} ${eventId}`));
  return repliesOf(before).filter(({ guestId, eventId }) => !kept.has(`${guestId} ${eventId}`));
}

function namedSeats(before: readonly GuestWithReplies[], after: readonly GuestWithReplies[]) {
  const names = new Map(before.map(({ id, name }) => [id, name]));
  return after.filter(({ id, name }) => names.get(id) !== name)
    .map(({ id, name }) => ({ guestId: id, name }));
}
