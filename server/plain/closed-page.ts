import { drawContact } from "./draw-contact.ts";
import { drawCounter } from "./draw-counter.ts";
import { markup } from "./markup.ts";
import { noteBelow } from "./note-form.ts";
import { plainPage } from "./page.ts";
import type { Showing } from "./showing.ts";

/** After the deadline: the couple's words, how to reach them, and a note that waits for them. */
export function closedPage(showing: Showing, status = 200): Promise<Response> {
  const { words, form } = showing;
  return plainPage(showing, {
    status,
    over: markup`<p class="quiet"><bdi>${form.names}</bdi></p>`,
    heading: words.closedHeading,
    under: markup`<p class="intro" dir="auto">${
      form.deadline?.message ?? words.closedText(form.names)
    }</p>`,
    body: markup`
    ${drawContact(showing)}
    ${noteBelow(showing)}
    ${drawCounter(showing)}`,
  });
}
