import type { Guest, InvitationView } from "../../shared/party.ts";
import { hasPlace } from "../../widget/session/check.ts";
import { guestIn } from "../../widget/session/draft.ts";
import { eventsOf } from "../../widget/session/menu.ts";
import type { ReplyState } from "../../widget/session/state.ts";
import type { Asked, Section } from "./asked.ts";
import { withGuest } from "./with-guest.ts";
import type { Showing } from "./showing.ts";

/** Who comes to what, and who takes an open seat. */
export function askComing(showing: Showing, state: ReplyState): Section[] {
  const { view } = state.visit;
  return view.party.guests.map((guest) => ({
    guest,
    asked: [
      ...(guest.kind === "open" ? [askSeat(showing, state, guest)] : []),
      ...eventsOf(view, guest).map((event) => askEvent(showing, state, guest, event)),
    ],
  }));
}

function askSeat({ words }: Showing, { draft }: ReplyState, { id }: Guest): Asked {
  return {
    name: `name.${id}`,
    label: words.seatName,
    control: { of: "text", value: guestIn(draft, id).name, most: 120 },
    place: { guestId: id },
    take: (draft, [name = ""]) => withGuest(draft, id, { name }),
  };
}

function askEvent(
  { words, formats, form }: Showing,
  { draft, visit: { view } }: ReplyState,
  guest: Guest,
  event: InvitationView["events"][number],
): Asked {
  const { id, name, left = Infinity } = event;
  const said = guestIn(draft, guest.id).attending[id];
  const placed = hasPlace(view, guest.id, id);
  const full = left === 0 && !placed;
  const scarce = left < view.party.guests.length && !placed;
  return {
    name: `coming.${guest.id}.${id}`,
    label: name,
    hint: full ? words.full : scarce ? words.left(left, formats.number(left)) : undefined,
    control: {
      of: "one",
      as: "halves",
      choices: [
        { value: "yes", label: words.willBeThere, chosen: said === true, taken: full },
        { value: "no", label: words.cannotCome, chosen: said === false },
        ...(form.notSure ? [{ value: "unsure", label: words.notSure, chosen: said === null }] : []),
      ],
    },
    place: { guestId: guest.id, eventId: id },
    take(draft, [answer]) {
      if (answer !== "yes" && answer !== "no" && answer !== "unsure") return draft;
      const attending = answer === "unsure" ? null : answer === "yes";
      const { attending: before } = guestIn(draft, guest.id);
      return withGuest(draft, guest.id, { attending: { ...before, [id]: attending } });
    },
  };
}
