import { readToken } from "../access/personal-link.ts";
import { summarise } from "../../widget/summary.ts";
import { drawCalendar } from "./draw-calendar.ts";
import { drawContact } from "./draw-contact.ts";
import { drawCounter } from "./draw-counter.ts";
import { drawSummary } from "./draw-summary.ts";
import { markup, type Piece } from "./markup.ts";
import { noteBelow } from "./note-form.ts";
import type { OpenVisit } from "./open-visit.ts";
import { plainPage } from "./page.ts";
import type { Showing } from "./showing.ts";

/** What the party has saved: just now, or when it comes back. */
export function savedPage(
  showing: Showing,
  { token, view }: OpenVisit,
  { fresh, link }: { fresh: boolean; link: string },
): Promise<Response> {
  const { words, form, path } = showing;
  const { reply } = view;
  const href = `${path}/plain?rsvp=${token}`;
  return plainPage(showing, {
    over: markup`<p class="quiet"><bdi>${form.names}</bdi></p>`,
    heading: fresh ? words.thanksHeading : words.savedHeading,
    under: fresh ? drawThanked(showing, view) : markup`<p>${whenSaved(showing, view)}</p>`,
    body: markup`
    ${reply ? drawSummary(summarise(showing, view, reply)) : ""}
    ${drawCalendar(showing, view, token)}
    ${drawCounter(showing)}
    ${
      view.replies === "closed" ? drawClosed(showing) : markup`
    <div class="ways">
      <a class="button" href="${href}&show=change">${
        words.changeReply(view.party.guests.length)
      }</a>
      <a class="button plain" href="${href}&show=withdraw">${
        words.withdraw(view.party.guests.length)
      }</a>
    </div>`
    }
    ${isPersonal(token) ? drawLink(showing, link) : ""}`,
  });
}

/** Thanks for whoever comes; who does not know yet is told until when to say. */
function drawThanked({ words, formats, form }: Showing, view: OpenVisit["view"]): Piece {
  const answers = view.reply?.guests.flatMap(({ replies }) => replies) ?? [];
  const says = (answer: boolean | null) => answers.some(({ attending }) => attending === answer);
  const { deadline, zone } = form;
  const until = deadline && view.replies === "open"
    ? words.replyBy(formats.dayIn(deadline.at, zone))
    : "";
  const unsure = says(null);
  const sentences = [
    says(true) ? words.thanksComing : unsure ? "" : words.thanksAway,
    unsure ? `${words.thanksUnsure} ${until}` : "",
  ];
  return markup`${sentences.filter(Boolean).map((sentence) => markup`<p>${sentence}</p>`)}`;
}

function whenSaved({ words, formats, form }: Showing, { reply }: OpenVisit["view"]): string {
  if (!reply) return "";
  const day = formats.dayIn(reply.submittedAt, form.zone);
  return reply.by === "member" ? words.notedOn(form.names, day) : words.answeredOn(day);
}

function drawLink({ words }: Showing, link: string): Piece {
  return markup`<p class="quiet">${words.keepLink} <a href="${link}">${words.personalLink}</a></p>`;
}

function drawClosed(showing: Showing): Piece {
  const { words, form } = showing;
  return markup`<p>${words.closedSaved(form.names)}</p>
    ${form.deadline?.message ? markup`<p dir="auto">${form.deadline.message}</p>` : ""}
    ${drawContact(showing)}
    ${noteBelow(showing)}`;
}

/** A visit ends within hours: only a personal link is worth keeping. */
function isPersonal(token: string): boolean {
  return readToken(token)?.until === undefined;
}
