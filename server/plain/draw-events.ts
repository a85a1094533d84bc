import { directionsLink } from "../../shared/directions.ts";
import type { InvitationView } from "../../shared/party.ts";
import { cityOf, clockOf } from "../../widget/words/clock.ts";
import { markup, type Piece } from "./markup.ts";
import type { Showing } from "./showing.ts";

type InvitedEvent = InvitationView["events"][number];

/** What the party is invited to: when, by which clock, and where; `more` stands below each event. */
export function drawEvents(
  { words, formats }: Showing,
  events: readonly InvitedEvent[],
  more?: (event: InvitedEvent) => Piece,
): Piece {
  return markup`<ul class="events">${events.map(drawEvent)}</ul>`;

  function drawEvent(event: InvitedEvent): Piece {
    const { name, startsAt, zone, place, about } = event;
    const where = [place?.name, place?.address].filter(Boolean).join(", ");
    const way = directionsLink(place);
    const directions = way
      ? markup`<a href="${way}" target="_blank" rel="noopener noreferrer">${words.directions}</a>`
      : "";
    const clock = markup`<span class="aside">${
      words.zone(cityOf(zone), clockOf(formats.lang, zone))
    }</span>`;
    const hour = markup`<span class="whole">${formats.time(startsAt)} ${clock}</span>`;
    return markup`<li>
      <strong><bdi>${name}</bdi></strong>
      <span>${formats.day(startsAt)}, ${hour}</span>
      ${where ? markup`<span class="quiet"><bdi>${where}</bdi></span>` : ""}
      ${about && !more ? markup`<span class="quiet about" dir="auto">${about}</span>` : ""}
      <div class="links">${more?.(event) ?? ""}${directions}</div>
    </li>`;
  }
}
