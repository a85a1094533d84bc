import {
  RsvpProblemEvent,
  RsvpReadyEvent,
  RsvpStepEvent,
  RsvpSubmittedEvent,
  RsvpWithdrawnEvent,
} from "./rsvp-events.ts";
import type { SentReply } from "./session/server.ts";
import type { RsvpState, RsvpStep } from "./session/state.ts";
import type { Trouble } from "./session/trouble.ts";

/** Moves the focus to where the guest should look, and tells the page what happened. */
export function createAttention(
  element: HTMLElement,
  root: () => DocumentOrShadowRoot & ParentNode,
) {
  let shownPage = "loading";
  let ready = false;
  // While the page loads, and when it calls reset(), the focus is not ours to take.
  let quiet = true;
  let hadFocus = false;
  let troubles: Trouble[] = [];
  let done: Event | undefined;

  return {
    /** The next step comes up without taking the focus and without an event. */
    beQuiet: () => quiet = true,
    trouble: (list: Trouble[]) => troubles = list,
    submitted({ reply, changeNumber }: SentReply) {
      const attending = reply.guests.some((guest) => guest.replies.some((one) => one.attending));
      done = new RsvpSubmittedEvent(attending, changeNumber);
    },
    withdrawn: (changeNumber: number) => done = new RsvpWithdrawnEvent(changeNumber),
    /** Before each drawing. */
    notice: () => hadFocus = Boolean(root().activeElement),

    /** After each drawing. */
    turn(state: RsvpState) {
      const { step } = state;
      const page = state.step === "guests" ? state.guestIds.join() : step;
      const moved = page !== shownPage;
      const told = troubles;
      const still = quiet;
      troubles = [];
      shownPage = page;
      if (moved) quiet = step === "loading" || step === "away";
      if (!still && told.length) focusTrouble(root());
      else if (!still && moved) focusFirst(root(), "h2");
      else if (hadFocus && !root().activeElement) {
        // What had the focus is gone: a pressed button that made place for what it opened.
        focusFirst(root(), ".opened", ".guest h3", "h2");
      }

      if (moved) tellStep(step, still);
      const [first] = told;
      if (first) element.dispatchEvent(new RsvpProblemEvent(first.code));
      if (done) element.dispatchEvent(done);
      done = undefined;
    },
  };

  function tellStep(step: RsvpStep, still: boolean) {
    if (!ready && step !== "away") {
      ready = true;
      element.dispatchEvent(new RsvpReadyEvent(step));
    } else if (!still) {
      element.dispatchEvent(new RsvpStepEvent(step));
    }
  }
}
export type Attention = ReturnType<typeof createAttention>;

function focusFirst(root: ParentNode, ...places: string[]) {
  const place = places.find((one) => root.querySelector(one)) ?? "h2";
  root.querySelector<HTMLElement>(place)?.focus();
}

function focusTrouble(root: ParentNode) {
  const trouble = root.querySelector<HTMLElement>(".trouble");
  const control = trouble?.closest("[data-place]")
    ?.querySelector<HTMLElement>("input:enabled, textarea, button");
  (control ?? trouble)?.focus();
}
