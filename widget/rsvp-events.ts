import type { RsvpStep } from "./session/state.ts";
import type { TroubleCode } from "./session/trouble.ts";

/** The form can be used. */
export class RsvpReadyEvent extends Event {
  readonly step: RsvpStep;
  constructor(step: RsvpStep) {
    super("rsvp-ready", { bubbles: true, composed: true });
    this.step = step;
  }
}

/** Another step is on the screen. */
export class RsvpStepEvent extends Event {
  readonly step: RsvpStep;
  constructor(step: RsvpStep) {
    super("rsvp-step", { bubbles: true, composed: true });
    this.step = step;
  }
}

/** The server has saved the party's reply. */
export class RsvpSubmittedEvent extends Event {
  /** Whether anybody of the party comes to anything. */
  readonly attending: boolean;
  /** Number of the change that saved it. */
  readonly changeNumber: number;
  constructor(attending: boolean, changeNumber: number) {
    super("rsvp-submitted", { bubbles: true, composed: true });
    this.attending = attending;
    this.changeNumber = changeNumber;
  }
}

/** Something stands in the guest's way, and the form has said so. */
export class RsvpProblemEvent extends Event {
  readonly code: TroubleCode;
  constructor(code: TroubleCode) {
    super("rsvp-problem", { bubbles: true, composed: true });
    this.code = code;
  }
}

declare global {
  interface HTMLElementEventMap {
    "rsvp-ready": RsvpReadyEvent;
    "rsvp-step": RsvpStepEvent;
    "rsvp-submitted": RsvpSubmittedEvent;
    "rsvp-problem": RsvpProblemEvent;
  }
}
