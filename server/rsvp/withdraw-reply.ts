import type { Actor } from "../../shared/changes.ts";
import type { PartyId } from "../../shared/ids.ts";
import type { InvitationView } from "../../shared/party.ts";
import { replyWindow } from "../../shared/reply-window.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import { nameSeats } from "../guests/guests.ts";
import { countedGuests } from "../headcount/counted-party.ts";
import { moveHeadcounts, saveMoved } from "../headcount/move-headcounts.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { invitationView } from "./invitation-view.ts";
import { submissionState } from "./party-state.ts";
import { viewOf } from "./read-party.ts";
import { checkRepeated, macOfBody } from "./repeated.ts";
import { replaceReplies } from "./replies.ts";
import { deleteSavedReply } from "./saved-replies.ts";
import { unsealReply } from "./sealed-reply.ts";
import { insertSubmission } from "./submissions.ts";

export interface Withdrawn {
  changeNumber: number;
  view: InvitationView;
}

/** Takes a party's reply back: its guests are pending again. Without a reply, nothing happens. */
export async function withdrawReply(
  deps: Pick<Deps, "sql" | "now" | "keys" | "wake">,
  site: SiteHead,
  party: { id: PartyId; name: string },
  { key, by }: { key: string; by: Actor },
): Promise<Withdrawn> {
  const keys = await deps.keys.forSite(site);
  const bodyMac = await macOfBody(keys, party.id, "withdraw");
  return changeSite(deps, site.id, by, {
    read: (tx) => submissionState(tx, site.id, party.id, key),
    async decide(locked, { repeated, site: _, ...state }) {
      const now = deps.now();
      const taken = checkRepeated(repeated, bodyMac) ? repeated : undefined;
      if (taken || !state.saved) {
        const view = await viewOf(keys, locked, party, state, now);
        const { changeNumber } = taken ?? locked;
        return { news: [], result: { changeNumber, view } };
      }
      const { settings } = locked;
      if (by.kind === "guest" && replyWindow(settings.deadline, now) === "closed") {
        throw new Problem("replies-closed", settings.deadline?.message);
      }
      const guests = state.guests.map((guest) => ({
        ...guest,
        name: guest.kind === "open" ? null : guest.name,
        replies: [],
      }));
      const moved = moveHeadcounts(
        state.headcounts,
        countedGuests(state.guests, await unsealReply(keys, state.saved)),
        countedGuests(guests, undefined),
      );
      const headcounts = new Map(state.headcounts);
      for (const { eventId, headcount } of moved.moved) headcounts.set(eventId, headcount);
      const changeNumber = locked.changeNumber + 1 + moved.news.length;
      const eventIds = [
        ...new Set(state.guests.flatMap(({ replies }) => replies.map(({ eventId }) => eventId))),
      ];
      const open = guests.filter(({ kind }) => kind === "open");
      return {
        news: [{ type: "reply.withdrawn", data: { partyId: party.id, eventIds } }, ...moved.news],
        write: (tx) => [
          replaceReplies(tx, site.id, guests.map(({ id }) => id), []),
          nameSeats(tx, site.id, party.id, open.map(({ id }) => ({ guestId: id, name: null }))),
          deleteSavedReply(tx, site.id, party.id),
          saveMoved(tx, site.id, moved),
          insertSubmission(tx, site.id, { key, partyId: party.id, bodyMac, changeNumber }, now),
        ],
        result: {
          changeNumber,
          view: invitationView({
            ...state,
            party,
            guests,
            headcounts,
            settings,
            reply: null,
            now,
          }),
        },
      };
    },
  });
}
