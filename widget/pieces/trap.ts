import { html } from "lit";
import { typedIn } from "./showing.ts";

/** A field that no person sees, hears or reaches, and no browser fills in: whoever does is a script. */
export function drawTrap(onType: (subject: string) => void) {
  return html`
    <input
      class="hidden"
      name="subject"
      tabindex="-1"
      autocomplete="off"
      aria-hidden="true"
      @input="${(event: Event) => onType(typedIn(event))}"
    >
  `;
}
