import { googleCalendarLink, outlookCalendarLink } from "../../shared/calendar-links.ts";
import type { InvitationView } from "../../shared/party.ts";
import { drawEvents } from "./draw-events.ts";
import { markup, type Piece } from "./markup.ts";
import type { Showing } from "./showing.ts";

/** The events that somebody of the party comes to, and how they get into a calendar. */
export function drawCalendar(showing: Showing, view: InvitationView, token: string): Piece | "" {
  const { words, form, root, site } = showing;
  const events = attendedEvents(view);
  if (events.length === 0) return "";
  const file = `${root}/v1/sites/${site.slug}/party/calendar.ics?rsvp=${token}`;
  return drawEvents(showing, events, (event) =>
    markup`<details>
      <summary class="link">${words.addToCalendar}</summary>
      <p class="links">
        ${drawLink(`${file}&event=${event.id}`, words.calendarFile, event.name)}
        ${drawLink(googleCalendarLink(event, form.names), "Google Calendar", event.name)}
        ${drawLink(outlookCalendarLink(event, form.names, "live"), "Outlook.com", event.name)}
      </p>
    </details>`);

  function drawLink(address: string | undefined, calendar: string, event: string): Piece | "" {
    if (address === undefined) return "";
    const label = words.calendarOf(event, calendar);
    return markup`<a href="${address}" rel="noopener noreferrer" aria-label="${label}">${calendar}</a>`;
  }
}

function attendedEvents({ events, reply }: InvitationView): InvitationView["events"] {
  return events.filter(({ id }) =>
    reply?.guests.some(({ replies }) => replies.some((one) => one.eventId === id && one.attending))
  );
}
