import type { Trouble } from "../../widget/session/trouble.ts";
import { drawContact } from "./draw-contact.ts";
import { drawCounter } from "./draw-counter.ts";
import { drawDeadline } from "./draw-deadline.ts";
import { findForm, type Looking, noLooking } from "./find-form.ts";
import { markup } from "./markup.ts";
import { noteBelow } from "./note-form.ts";
import { plainPage } from "./page.ts";
import { phraseOf } from "./placing.ts";
import type { Showing } from "./showing.ts";

/** What the guest is told without having done anything wrong. */
const calm = new Set<Trouble["code"] | undefined>([
  "second-fact-needed",
  "visit-expired",
  "link-missing",
]);

/** What can be put right in the field; all else is about the link, or the line. */
const atField = new Set<Trouble["code"] | undefined>([
  "name-missing",
  "invalid-input",
  "invitation-not-found",
  "not-found-again",
]);

/** The first page: a name opens the invitation. */
export function findPage(
  showing: Showing,
  { looking = noLooking, trouble, status }: {
    looking?: Looking;
    trouble?: Trouble;
    status?: number;
  } = {},
): Promise<Response> {
  const { words, formats, form } = showing;
  const byName = form.finding.by === "name";
  const atFact = looking.asksSecondFact && trouble?.code !== "name-missing";
  const phrase = trouble && phraseOf(showing, trouble);
  const at = atFact ? "second-fact" : "name";
  const said = phrase === undefined
    ? []
    : [atField.has(trouble?.code) ? { phrase, at } : { phrase }];
  return plainPage(showing, {
    ...(status ? { status } : {}),
    over: markup`<p class="quiet"><bdi>${form.names}</bdi> · ${formats.day(form.date)}</p>`,
    heading: words.findHeading,
    troubles: said,
    calm: calm.has(trouble?.code),
    kept: looking.soFar !== undefined,
    under: markup`
    ${form.intro ? markup`<p class="intro" dir="auto">${form.intro}</p>` : ""}
    ${drawDeadline(showing)}`,
    body: markup`
    ${byName ? "" : markup`<p>${words.linkOnly}</p>`}
    ${findForm(showing, looking, calm.has(trouble?.code) ? [] : said)}
    ${
      trouble || !byName
        ? markup`${noteBelow(showing, byName ? looking.name : "")}${drawContact(showing)}`
        : ""
    }
    ${drawCounter(showing)}`,
  });
}
