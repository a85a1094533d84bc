import { html, nothing } from "lit";
import { googleCalendarLink, outlookCalendarLink } from "../../shared/calendar-links.ts";
import type { ThanksState } from "../session/state.ts";
import { drawEvents } from "../steps/events.ts";
import type { ShowingReply } from "./showing.ts";

/** The events that somebody of the party comes to, and how they get into a calendar. */
export function drawAttended(showing: ShowingReply, { form, visit }: ThanksState) {
  const { words, formats, reply: { core: { server } } } = showing;
  const { view, token } = visit;
  const events = view.events.filter(({ id }) =>
    view.reply?.guests.some(({ replies }) =>
      replies.some((one) => one.eventId === id && one.attending)
    )
  );
  if (!events.length) return nothing;
  const file = (of: { event?: string }) =>
    `${server.address}/party/calendar.ics?${new URLSearchParams({ rsvp: token, ...of })}`;
  const several = events.length > 1;
  const names = formats.list(events.map(({ name }) => name));
  return html`
    ${drawEvents(showing, events, true)}
    <details part="calendar">
      <summary part="link" class="link">${words.addToCalendar}</summary>
      ${several ? drawRow(names, drawFile({}, names)) : nothing}
      ${events.map((event) =>
        drawRow(several ? event.name : "", [
          drawFile({ event: event.id }, event.name),
          drawLink(googleCalendarLink(event, form.names), "Google Calendar", event.name),
          drawLink(outlookCalendarLink(event, form.names, "live"), "Outlook.com", event.name),
        ])
      )}
    </details>
  `;

  function drawRow(title: string, links: unknown) {
    return html`
      <p class="links" part="calendar-row">${title
        ? html`<small><bdi>${title}</bdi></small>`
        : nothing} ${links}</p>
    `;
  }

  function drawFile(of: { event?: string }, name: string) {
    return drawLink(file(of), words.calendarFile, name, "_self");
  }

  // Phones open a calendar file over the page that asked for it: a new tab would stay behind, empty.
  function drawLink(
    address: string | undefined,
    calendar: string,
    event: string,
    target = "_blank",
  ) {
    if (!address) return nothing;
    return html`
      <a
        href="${address}"
        target="${target}"
        rel="noopener noreferrer"
        aria-label="${words.calendarOf(event, calendar)}"
      >${calendar}</a>
    `;
  }
}
