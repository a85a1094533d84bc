import type { RsvpStep } from "./session/state.ts";
import type { TroubleCode } from "./session/trouble.ts";

/** What the form tells its page. */
export class RsvpEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}

/** The form can be used. */
export class RsvpReadyEvent extends RsvpEvent {
  readonly step: RsvpStep;
  constructor(step: RsvpStep) {
    super("rsvp-ready");
    this.step = step;
  }
}

/** Another step is on the screen. */
export class RsvpStepEvent extends RsvpEvent {
  readonly step: RsvpStep;
  constructor(step: RsvpStep) {
    super("rsvp-step");
    this.step = step;
  }
}

/** The server has saved the party's reply. */
export class RsvpSubmittedEvent extends RsvpEvent {
  /** Whether anybody of the party comes to anything. */
  readonly attending: boolean;
  /** Number of the change that saved it. */
  readonly changeNumber: number;
  constructor(attending: boolean, changeNumber: number) {
    super("rsvp-submitted");
    this.attending = attending;
    this.changeNumber = changeNumber;
  }
}

/** The party has taken its reply back. */
export class RsvpWithdrawnEvent extends RsvpEvent {
  /** Number of the change that did it. */
  readonly changeNumber: number;
  constructor(changeNumber: number) {
    super("rsvp-withdrawn");
    this.changeNumber = changeNumber;
  }
}

/** Something stands in the guest's way, and the form has said so. */
export class RsvpProblemEvent extends RsvpEvent {
  readonly code: TroubleCode;
  constructor(code: TroubleCode) {
    super("rsvp-problem");
    this.code = code;
  }
}

declare global {
  interface HTMLElementEventMap {
    "rsvp-ready": RsvpReadyEvent;
    "rsvp-step": RsvpStepEvent;
    "rsvp-submitted": RsvpSubmittedEvent;
    "rsvp-withdrawn": RsvpWithdrawnEvent;
    "rsvp-problem": RsvpProblemEvent;
  }
}
