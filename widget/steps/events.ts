import { html, nothing } from "lit";
import type { InvitationView } from "../../shared/party.ts";
import type { Showing } from "../pieces/showing.ts";
import { cityOf } from "../words/formats.ts";

/** What the party is invited to: when, by which clock, and where. */
export function drawEvents({ words, formats }: Showing, events: InvitationView["events"]) {
  return html`
    <ul class="events" part="events">
      ${events.map(({ name, startsAt, zone, place, about }) =>
        html`
          <li>
            <strong>${name}</strong>
            <span>
              ${formats.day(startsAt)},
              <span class="whole">
                ${formats.time(startsAt)}<span class="aside">${words.zone(cityOf(zone))}</span>
              </span>
            </span>
            ${place
              ? html`
                <span class="quiet">
                  ${place.name}${place.address ? `, ${place.address}` : nothing}
                </span>
                ${place.url
                  ? html`<a href="${place.url}" target="_blank" rel="noopener">${words.directions}</a>`
                  : nothing}
              `
              : nothing} ${about ? html`<span class="quiet about">${about}</span>` : nothing}
          </li>
        `
      )}
    </ul>
  `;
}
