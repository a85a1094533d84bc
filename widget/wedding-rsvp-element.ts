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
 * @attr {"loading"|"away"|"find"|"coming"|"guests"|"questions"|"review"|"thanks"|"closed"} step - The step on the screen, for the page's own styles. Setting it to `find`, `coming`, `guests`, `questions` or `review` goes there if the guest could go there now; anything else is put back.
 * @attr {boolean} history - Each page of the reply becomes an entry of the browser's history: its Back goes a page back. Without it, history is left alone.
 * @attr {string} lang - Language of the form; without it the page's, then the browser's among those that the couple offers.
 *
 * @slot intro - Words on the first step that a guest sees, in place of those in the site's settings.
 * @slot picture - A picture above the thanks, in place of the drawn ornament.
 * @slot thanks - Words below the thanks.
 *
 * @csspart form - The sheet that everything stands on.
 * @csspart step - The step on the screen; also named after the step: `find`, `coming`, `guests`, `questions`, `review`, `thanks`, `closed`, `away`.
 * @csspart skeleton - The bars in the first step's place while it loads.
 * @csspart head - What stands above a step: names, heading, intro.
 * @csspart heading - The heading of a step.
 * @csspart intro - The couple's own words.
 * @csspart progress - "2 of 4".
 * @csspart names - The couple's names and the date.
 * @csspart party - The party's name.
 * @csspart deadline - Until when the couple would like to know.
 * @csspart events - What the party is invited to.
 * @csspart event - One of them; in it `event-name`, `event-place` and `event-about`.
 * @csspart event-name - What it is called.
 * @csspart event-place - Where it is.
 * @csspart event-about - What the couple says of it.
 * @csspart guest - One guest's part of a page.
 * @csspart guest-name - A guest's name.
 * @csspart label - The words of a field or question.
 * @csspart aside - Small words beside others: "(optional)", "child", whose clock.
 * @csspart hint - What helps to fill in a field or to answer a question.
 * @csspart field - A text field with its label.
 * @csspart input - A text field.
 * @csspart question - A question with answers to choose from.
 * @csspart choices - Its answers, side by side or one below the other.
 * @csspart choice - One answer of several; also `chosen` while it is, `taken` when it no longer can be.
 * @csspart choice-note - What is said of an answer, such as what a meal is made of.
 * @csspart chosen - An answer that is chosen.
 * @csspart taken - An answer that can no longer be chosen: the event is full.
 * @csspart needs - What the kitchen must know of one guest.
 * @csspart allergy - One allergy and how serious it is.
 * @csspart ways - The buttons below a step.
 * @csspart button - Every button; also `primary`, `quiet-button` or `for-all`.
 * @csspart primary - The way on.
 * @csspart quiet-button - The way back, or aside.
 * @csspart for-all - "We'll all be there", "Sadly, we can't".
 * @csspart link - A button that looks like a link.
 * @csspart problem - What went wrong, where it did.
 * @csspart notice - Something to know, without harm.
 * @csspart told - A part of the summary.
 * @csspart asked - In the summary, the question to an answer.
 * @csspart changes - What a changed reply will change: `<del>` what was saved, `<ins>` what will be.
 * @csspart before - What was saved.
 * @csspart after - What will be.
 * @csspart same - What a changed reply leaves as it was.
 * @csspart calendar - How the events get into a calendar: a `<details>`.
 * @csspart calendar-row - The calendars for all events, or for one.
 * @csspart personal-link - The party's own link, to be kept.
 * @csspart withdraw - The question before a reply is taken back.
 * @csspart word - The guest's word to the couple.
 * @csspart counter - How many will be there.
 * @csspart contact - How to reach the couple.
 * @csspart note - The message to the couple.
 * @csspart note-heading - Its heading.
 * @csspart note-sent - What is said once it is sent.
 * @csspart flourish - The drawn ornament above the thanks.
 *
 * @cssprop [--wedding-rsvp-accent] - Buttons, links and what is chosen. This colour and all others are darkened or lightened until they can be read.
 * @cssprop [--wedding-rsvp-ink] - Text.
 * @cssprop [--wedding-rsvp-paper] - Background, as it is written; without it and without a preset, the page shows through.
 * @cssprop [--wedding-rsvp-on-accent] - Text on the accent.
 * @cssprop [--wedding-rsvp-quiet] - Hints and small print.
 * @cssprop [--wedding-rsvp-trouble] - What went wrong.
 * @cssprop [--wedding-rsvp-edge] - Borders of what can be filled in or pressed.
 * @cssprop [--wedding-rsvp-line] - Hairlines.
 * @cssprop [--wedding-rsvp-radius] - Corners.
 * @cssprop [--wedding-rsvp-space=4px] - The step of all distances.
 * @cssprop [--wedding-rsvp-width=40rem] - The form is never wider.
 * @cssprop [--wedding-rsvp-min-height=30rem] - Height kept free while it loads, so that nothing jumps.
 * @cssprop [--wedding-rsvp-font=inherit] - All text.
 * @cssprop [--wedding-rsvp-display-font] - Headings and names.
 * @cssprop [--wedding-rsvp-display-weight=500] - Weight of headings.
 *
 * @fires {RsvpReadyEvent} rsvp-ready - When the form can be used.
 * @fires {RsvpStepEvent} rsvp-step - After the guest came to another step; not where the page sent the guest.
 * @fires {RsvpSubmittedEvent} rsvp-submitted - After the server has saved the reply.
 * @fires {RsvpWithdrawnEvent} rsvp-withdrawn - After the server has taken the reply back.
 * @fires {RsvpProblemEvent} rsvp-problem - After the form has told the guest what is in the way.
 */
export class WeddingRsvp extends LitElement {
  static override properties = {
    site: {},
    server: {},
    guestToken: { attribute: "guest-token" },
    theme: {},
    lang: {},
    step: { reflect: true },
    history: { type: Boolean },
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
  /** The step on the screen. Setting it goes to a step that can be reached now; any other is put back. */
  declare step: RsvpStep;
  /** Each page of the reply becomes an entry of the browser's history. */
  declare history: boolean;
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
    this.step = "loading";
    this.history = false;
    this.words = {};
    this.fetch = (...request) => globalThis.fetch(...request);
    this.addController(this.#visit);
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
