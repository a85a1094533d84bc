import { html, nothing } from "lit";
import { directionsLink } from "../../shared/directions.ts";
import type { InvitationView } from "../../shared/party.ts";
import type { ShowingReply } from "../pieces/showing.ts";
import { cityOf, clockOf } from "../words/clock.ts";

type InvitedEvent = InvitationView["events"][number];

/** What the party is invited to: when, by which clock, and where; `brief`: without the couple's words on it. */
export function drawEvents(
  { words, formats }: ShowingReply,
  events: InvitedEvent[],
  brief = false,
) {
  return html`<ul class="events" part="events">${events.map(drawEvent)}</ul>`;

  function drawEvent(event: InvitedEvent) {
    const { name, startsAt, zone, place, about } = event;
    const way = directionsLink(place);
    const clock = clockOf(formats.lang, zone);
    return html`
      <li part="event">
        <strong part="event-name"><bdi>${name}</bdi></strong>
        <span>
          ${formats.day(startsAt)}${formats.pauses?.[0] ?? ", "}
          <span class="whole">
            ${formats.time(startsAt)} <span class="aside" part="aside">${words.zone(
              cityOf(zone),
              clock,
            )}</span>
          </span>
        </span>
        ${place
          ? html`
            <span class="quiet" part="event-place">
              <bdi>${place.name}${place.address ? `, ${place.address}` : nothing}</bdi>
            </span>
          `
          : nothing}
        ${about && !brief
          ? html`<span class="quiet about" part="event-about" dir="auto">${about}</span>`
          : nothing}
        ${way
          ? html`
            <div>
              <a href="${way}" target="_blank" rel="noopener noreferrer">${words.directions}</a>
            </div>
          `
          : nothing}
      </li>
    `;
  }
}
