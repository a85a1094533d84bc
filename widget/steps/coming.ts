import { html, nothing } from "lit";
import type { Guest, InvitationView } from "../../shared/party.ts";
import { drawChoices } from "../pieces/choices.ts";
import { drawDeadline } from "../pieces/deadline.ts";
import { drawField } from "../pieces/field.ts";
import { drawNotice } from "../pieces/notice.ts";
import { drawNote } from "../pieces/note.ts";
import { focusLater } from "../pieces/focus-later.ts";
import { drawGuest } from "../pieces/guest.ts";
import { drawPage } from "../pieces/page.ts";
import type { ShowingReply } from "../pieces/showing.ts";
import { placeTroubles, type Placing } from "../pieces/placing.ts";
import { drawTrouble } from "../pieces/trouble.ts";
import { drawWelcome } from "../pieces/welcome.ts";
import { hasPlace, missingOn } from "../session/check.ts";
import { guestIn } from "../session/draft.ts";
import { attendedBy, eventsOf } from "../session/menu.ts";
import { isUntouched } from "../session/replying.ts";
import type { ReplyState } from "../session/state.ts";
import { drawEvents } from "./events.ts";

/** Up to so many answers stand there at once; a larger party is asked as one first. */
const fewAnswers = 4;

/** Who is coming, and to what. */
export function drawComing(showing: ShowingReply, state: ReplyState) {
  const { words, session, reply } = showing;
  const { visit: { view }, form } = state;
  const placing = placeTroubles(showing, state);
  const asked = view.party.guests.flatMap((guest) => eventsOf(view, guest)).length;
  const apart = state.apart || asked <= fewAnswers || isMixed(state) || Boolean(view.reply) ||
    isSeatTaken(state);
  const { names, intro } = drawWelcome(showing, form);
  return html`
    ${drawPage(showing, state, {
      welcome: state.welcome
        ? html`<div class="head" part="head">${names} ${intro}</div>`
        : nothing,
      heading: words.comingHeading,
      body: html`
        ${state.withdrawn ? drawNotice(words.withdrawn) : nothing}
        <p class="names" part="party"><bdi>${view.party.name}</bdi></p>
        ${view.reply ? nothing : drawDeadline(showing, form)}
        ${drawEvents(showing, view.events)} ${drawForAll(showing, state, placing)}
        ${asked === 1
          ? nothing
          : apart
          ? view.party.guests.map((guest) => drawAnswers(showing, state, guest, placing))
          : html`
            <button type="button" part="button quiet-button" class="plain" @click="${reply
              .answerApart}">
              ${words.oneByOne}
            </button>
          `}
      `,
      placing,
      early: isUntouched(state),
      back: view.reply
        ? { label: words.keepSaved, act: reply.keepSaved }
        : { label: words.notYou, act: session.leave },
    })}
    <div class="beside">${drawNote(showing, state)}</div>
  `;
}

/** Whether anybody was answered for apart from the others. */
function isMixed(state: ReplyState): boolean {
  return !isUntouched(state) && ![true, false, null].some((answer) => areAll(state, answer));
}

/** Whether an open seat is taken: its name must stay in sight. */
function isSeatTaken({ draft, visit: { view } }: ReplyState): boolean {
  return view.party.guests.some((guest) =>
    guest.kind === "open" && attendedBy(view, guest, guestIn(draft, guest.id)).length > 0
  );
}

function areAll({ draft, visit: { view } }: ReplyState, attending: boolean | null): boolean {
  return view.party.guests.every((guest) =>
    eventsOf(view, guest).every(({ id }) => guestIn(draft, guest.id).attending[id] === attending)
  );
}

function drawForAll(showing: ShowingReply, state: ReplyState, placing: Placing) {
  const { words, reply } = showing;
  const trouble = placing.at({});
  const { guests } = state.visit.view.party;
  const answer = ({ target }: Event, attending: boolean | null) => {
    reply.answerForAll(attending);
    focusName(showing, target);
  };
  const button = (attending: boolean | null, label: string) =>
    html`
      <button
        type="button"
        part="button for-all"
        class="for-all"
        aria-pressed="${areAll(state, attending)}"
        aria-describedby="${trouble ? "all-trouble" : nothing}"
        @click="${(event: Event) => answer(event, attending)}"
      >
        ${label}
      </button>
    `;
  return html`
    <div class="all" data-place>
      <div class="halves" part="choices">
        ${button(true, words.allComing(guests.length))} ${button(
          false,
          words.noneComing(guests.length),
        )} ${state.form.notSure ? button(null, words.notSure) : nothing}
      </div>
      ${drawTrouble("all-trouble", trouble)}
    </div>
  `;
}

/** Whoever takes a seat needs a name: the field is the next thing to fill in. */
function focusName({ session: { state } }: ShowingReply, pressed: EventTarget | null) {
  if (state.step !== "coming" || state.troubles.length) return;
  const nameless = missingOn(state, state.visit.view, state.draft)
    .find((trouble) => trouble.code === "name-missing");
  if (nameless) focusLater(pressed, `${nameless.guestId}-name`);
}

function drawAnswers(showing: ShowingReply, state: ReplyState, guest: Guest, placing: Placing) {
  return drawGuest(showing, state, guest, {
    named: true,
    body: [
      guest.kind === "open" ? drawSeat(showing, state, guest, placing) : nothing,
      ...eventsOf(state.visit.view, guest)
        .map((event) => drawAnswer(showing, state, guest, event, placing)),
    ],
  });
}

function drawSeat(
  { words, reply }: ShowingReply,
  { draft }: ReplyState,
  { id }: Guest,
  placing: Placing,
) {
  return drawField({
    id: `${id}-name`,
    label: words.seatName,
    value: guestIn(draft, id).name,
    most: 120,
    trouble: placing.at({ guestId: id }),
    onType: (name) => reply.changeGuest(id, { name }),
  });
}

function drawAnswer(
  showing: ShowingReply,
  state: ReplyState,
  guest: Guest,
  event: InvitationView["events"][number],
  placing: Placing,
) {
  const { words, formats, reply } = showing;
  const { attending } = guestIn(state.draft, guest.id);
  const { view } = state.visit;
  const { id, name, left = Infinity } = event;
  const placed = hasPlace(view, guest.id, id);
  const full = left === 0 && !placed;
  const scarce = left < view.party.guests.length && !placed;
  return drawChoices({
    id: `${guest.id}-${id}`,
    legend: name,
    hint: full ? words.full : scarce ? words.left(left, formats.number(left)) : undefined,
    of: "one",
    as: "halves",
    choices: [
      { value: "yes", label: words.willBeThere, chosen: attending[id] === true, taken: full },
      { value: "no", label: words.cannotCome, chosen: attending[id] === false },
      ...(state.form.notSure
        ? [{ value: "unsure", label: words.notSure, chosen: attending[id] === null }]
        : []),
    ],
    trouble: placing.at({ guestId: guest.id, eventId: id }),
    onChoose: (value) => {
      const answer = value === "unsure" ? null : value === "yes";
      reply.changeGuest(guest.id, { attending: { ...attending, [id]: answer } });
    },
  });
}
