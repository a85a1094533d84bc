import { html, nothing } from "lit";
import type { Guest, InvitationView } from "../../shared/party.ts";
import { drawChoices } from "../pieces/choices.ts";
import { drawField } from "../pieces/field.ts";
import { drawPage } from "../pieces/page.ts";
import type { ShowingReply } from "../pieces/showing.ts";
import { placeTroubles, type Placing } from "../pieces/trouble.ts";
import { guestIn } from "../session/draft.ts";
import { eventsOf } from "../session/menu.ts";
import type { ReplyState } from "../session/state.ts";
import { nameOf } from "../summary.ts";
import { drawEvents } from "./events.ts";

/** Who is coming, and to what. */
export function drawComing(showing: ShowingReply, state: ReplyState) {
  const { words, session, reply } = showing;
  const { visit: { view }, form } = state;
  const placing = placeTroubles(words, form, state.troubles);
  const saved = view.reply
    ? { label: words.keepSaved, act: reply.keepSaved }
    : { label: words.notYou, act: session.leave };
  return drawPage(showing, state, {
    heading: words.comingHeading,
    body: html`
      <p class="names" part="party">${view.party.name}</p>
      ${drawEvents(showing, view.events)} ${drawForAll(showing, state)}
      <p class="quiet">${words.oneByOne}</p>
      ${view.party.guests.map((guest) => drawGuest(showing, state, guest, placing))}
    `,
    placing,
    next: words.next,
    onNext: reply.next,
    back: saved,
  });
}

function drawForAll({ words, reply }: ShowingReply, { draft, visit: { view } }: ReplyState) {
  const { guests } = view.party;
  const all = (attending: boolean) =>
    guests.every((guest) =>
      eventsOf(view, guest).every(({ id }) => guestIn(draft, guest.id).attending[id] === attending)
    );
  const button = (attending: boolean, label: string) =>
    html`
      <button
        type="button"
        part="button for-all"
        class="for-all"
        aria-pressed="${all(attending)}"
        @click="${() => reply.answerForAll(attending)}"
      >
        ${label}
      </button>
    `;
  return html`
    <div class="halves">
      ${button(true, words.allComing(guests.length))} ${button(
        false,
        words.noneComing(guests.length),
      )}
    </div>
  `;
}

function drawGuest(showing: ShowingReply, state: ReplyState, guest: Guest, placing: Placing) {
  const { words, reply } = showing;
  const { view } = state.visit;
  const said = guestIn(state.draft, guest.id);
  const open = guest.kind === "open";
  const name = nameOf(showing, guest, open ? said : {});
  const age = guest.age === "adult" ? nothing : html`
    <span class="quiet">${words[guest.age]}</span>
  `;
  return html`
    <section class="guest" part="guest" role="group" aria-labelledby="${guest.id}">
      <h3 id="${guest.id}" part="guest-name">${name}${age}</h3>
      ${open
        ? drawField({
          id: `${guest.id}-name`,
          label: words.seatName,
          value: said.name,
          most: 120,
          trouble: placing.at({ guestId: guest.id }),
          onType: (typed) => reply.changeGuest(guest.id, { name: typed }),
        })
        : nothing}
      ${eventsOf(view, guest).map((event) =>
        drawAnswer(showing, state, { guest, name, event, placing })
      )}
    </section>
  `;
}

interface Asked {
  guest: Guest;
  name: string;
  event: InvitationView["events"][number];
  placing: Placing;
}

function drawAnswer({ words, formats, reply }: ShowingReply, state: ReplyState, asked: Asked) {
  const { guest, name, event, placing } = asked;
  const { attending } = guestIn(state.draft, guest.id);
  const answer = attending[event.id];
  const { left } = event;
  const savedYes = state.visit.view.reply?.guests.some((one) =>
    one.guestId === guest.id &&
    one.replies.some((said) => said.eventId === event.id && said.attending)
  );
  const full = left === 0 && !savedYes;
  const scarce = left !== undefined && left < state.visit.view.party.guests.length && !savedYes;
  return drawChoices({
    id: `${guest.id}-${event.id}`,
    legend: event.name,
    hint: full ? words.full : scarce ? words.left(left, formats.number(left)) : undefined,
    of: "one",
    as: "halves",
    choices: [
      { value: "yes", label: words.willBeThere, chosen: answer === true, closed: full },
      { value: "no", label: words.cannotCome, chosen: answer === false },
    ],
    trouble: placing.at({ guestId: guest.id, eventId: event.id }, {
      guest: name,
      event: event.name,
    }),
    onChoose: (value) =>
      reply.changeGuest(guest.id, { attending: { ...attending, [event.id]: value === "yes" } }),
  });
}
