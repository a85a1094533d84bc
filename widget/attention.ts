import { RsvpProblemEvent, RsvpReadyEvent, RsvpStepEvent } from "./rsvp-events.ts";
import type { RsvpState, RsvpStep } from "./session/state.ts";
import type { Trouble } from "./session/trouble.ts";

/** Moves the focus to where the guest should look, and tells the page what happened. */
export function createAttention(element: HTMLElement, root: () => ParentNode) {
  let shown: RsvpStep = "loading";
  let shownPage: string = shown;
  let ready = false;
  // While the page loads, and when it calls reset(), the focus is not ours to take.
  let quiet = true;
  let troubles: Trouble[] = [];

  return {
    shown: () => shown,
    /** The next step comes up without taking the focus and without an event. */
    beQuiet: () => quiet = true,
    trouble: (list: Trouble[]) => troubles = list,

    /** After each drawing; `drawn` says whether the step is really on the screen. */
    turn(state: RsvpState, drawn: boolean) {
      if (!drawn) return;
      const { step } = state;
      const page = state.step === "guests" ? state.guestIds.join() : step;
      const moved = page !== shownPage;
      const told = troubles;
      const still = quiet;
      troubles = [];
      shown = step;
      shownPage = page;
      if (moved) quiet = step === "loading" || step === "away";
      if (!still && told.length) focusTrouble(root());
      else if (!still && moved) root().querySelector<HTMLElement>("h2")?.focus();

      if (moved) tellStep(step, still);
      const [first] = told;
      if (first) element.dispatchEvent(new RsvpProblemEvent(first.code));
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

function focusTrouble(root: ParentNode) {
  const trouble = root.querySelector<HTMLElement>(".trouble");
  const control = trouble?.closest("[data-place]")
    ?.querySelector<HTMLElement>("input:enabled, textarea");
  (control ?? trouble)?.focus();
}
