import { watchDivs } from "./upgrade-divs.ts";
import { WeddingRsvp } from "./wedding-rsvp-element.ts";

export * from "./rsvp-events.ts";
export { WeddingRsvp };

// Two copies of the script on one page must not throw; the first one wins.
if (!customElements.get("wedding-rsvp")) customElements.define("wedding-rsvp", WeddingRsvp);
watchDivs(document);
