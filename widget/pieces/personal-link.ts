import { html, nothing } from "lit";
import type { Words } from "../words/words.ts";

/** The party's own link to this page, for later; a visit that began with a name ends, and has none to keep. */
export function drawPersonalLink(words: Words, token: string) {
  if (!/^\w+-\d+\./.test(token)) return nothing;
  const [page] = location.href.split("#");
  return html`
    <p>${words.keepLink} <a part="personal-link" href="${page}#rsvp=${token}">${words
      .personalLink}</a></p>
  `;
}
