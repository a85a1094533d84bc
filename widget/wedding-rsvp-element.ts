import { LitElement, type PropertyValues } from "lit";
import type { RsvpStep } from "./session/state.ts";
import { firstStyles } from "./styles/first.ts";
import { createVisit } from "./visit.ts";
import type { Words } from "./words/words.ts";

/**
 * The reply form of a wedding: a guest finds the invitation, answers for the whole party, and sends it.
 *
 * @tag wedding-rsvp
 * @summary A wedding's reply form for any page.
 *
 * @attr {string} site - The wedding's short name, as in the code to paste.
 * @attr {string} server - Origin of the server; without it, wherever the script came from.
 * @attr {string} guest-token - Opens one party's invitation, as a personal link does.
 * @attr {"page"|"classic"|"modern"|"botanical"|"deco"|"midnight"} theme - The look, over the one in the site's settings.
 * @attr {string} lang - Language of the form; without it the page's, then the browser's.
 *
 * @slot intro - Words above the first step, in place of those in the site's settings.
 * @slot picture - A picture above the thanks, in place of the drawn ornament.
 * @slot thanks - Words below the thanks.
 *
 * @csspart form - The sheet that everything stands on.
 * @csspart step - The step on the screen; also named after the step: `find`, `coming`, `guests`, `questions`, `review`, `thanks`, `closed`, `away`.
 * @csspart skeleton - The bars in the first step's place while it loads.
 * @csspart heading - The heading of a step.
 * @csspart progress - "2 of 4".
 * @csspart names - The couple's names and the date.
 * @csspart party - The party's name.
 * @csspart deadline - Until when the couple would like to know.
 * @csspart events - What the party is invited to.
 * @csspart guest - One guest's part of a page.
 * @csspart guest-name - A guest's name.
 * @csspart label - The words of a field or question.
 * @csspart input - A text field.
 * @csspart choice - One answer of several; also `chosen` while it is, `taken` when it no longer can be.
 * @csspart chosen - An answer that is chosen.
 * @csspart taken - An answer that can no longer be chosen: the event is full.
 * @csspart allergy - One allergy and how serious it is.
 * @csspart button - Every button; also `primary`, `quiet-button` or `for-all`.
 * @csspart primary - The way on.
 * @csspart quiet-button - The way back, or aside.
 * @csspart for-all - "We'll all be there", "Sadly, we can't".
 * @csspart link - A button that looks like a link.
 * @csspart problem - What went wrong, where it did.
 * @csspart notice - Something to know, without harm.
 * @csspart told - A part of the summary.
 * @csspart word - The guest's word to the couple.
 * @csspart counter - How many will be there.
 * @csspart contact - How to reach the couple.
 * @csspart note - The message to the couple.
 * @csspart note-heading - Its heading.
 * @csspart note-sent - What is said once it is sent.
 * @csspart flourish - The drawn ornament above the thanks.
 *
 * @cssprop [--wedding-rsvp-accent] - Buttons, links and what is chosen; darkened or lightened until it can be read.
 * @cssprop [--wedding-rsvp-ink] - Text.
 * @cssprop [--wedding-rsvp-paper] - Background; without it and without a preset, the page shows through.
 * @cssprop [--wedding-rsvp-radius] - Corners.
 * @cssprop [--wedding-rsvp-space=4px] - The step of all distances.
 * @cssprop [--wedding-rsvp-width=40rem] - The form is never wider.
 * @cssprop [--wedding-rsvp-min-height=30rem] - Height kept free while it loads, so that nothing jumps.
 * @cssprop [--wedding-rsvp-font=inherit] - All text.
 * @cssprop [--wedding-rsvp-display-font] - Headings and names.
 * @cssprop [--wedding-rsvp-display-weight=500] - Weight of headings.
 *
 * @fires {RsvpReadyEvent} rsvp-ready - When the form can be used.
 * @fires {RsvpStepEvent} rsvp-step - After another step came up.
 * @fires {RsvpSubmittedEvent} rsvp-submitted - After the server has saved the reply.
 * @fires {RsvpProblemEvent} rsvp-problem - After the form has told the guest what is in the way.
 */
export class WeddingRsvp extends LitElement {
  static override properties = {
    site: {},
    server: {},
    guestToken: { attribute: "guest-token" },
    theme: {},
    lang: {},
    words: { attribute: false },
    fetch: { attribute: false },
  };
  static override styles = firstStyles;

  /** The wedding's short name. */
  declare site: string;
  /** Origin of the server. */
  declare server: string;
  /** Opens one party's invitation. */
  declare guestToken: string | undefined;
  declare theme: string | undefined;
  declare lang: string;
  /** The couple's own phrases over those of the language. */
  declare words: Partial<Words>;
  /** Stands in for the page's `fetch`. */
  declare fetch: typeof globalThis.fetch;

  #visit = createVisit(this);

  constructor() {
    super();
    this.site = "";
    this.server = new URL(import.meta.url).origin;
    this.lang = "";
    this.words = {};
    this.fetch = (...request) => globalThis.fetch(...request);
    this.addController(this.#visit);
  }

  /** The step on the screen. */
  get step(): RsvpStep {
    return this.#visit.step();
  }

  /** Puts the focus on the first thing that can be filled in or pressed. */
  focusFirst() {
    this.renderRoot.querySelector<HTMLElement>("input:enabled, textarea, button")?.focus();
  }

  /** Back to the first step: the guest is forgotten, what was filled in stays on this device. */
  reset() {
    this.#visit.leave();
  }

  protected override willUpdate(changed: PropertyValues) {
    this.#visit.change(changed);
  }

  protected override render() {
    return this.#visit.draw();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "wedding-rsvp": WeddingRsvp;
  }
}
