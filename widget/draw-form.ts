import { html } from "lit";
import { announceFirst } from "./announce.ts";
import { themeOf } from "./look/wear.ts";
import type { RsvpSession } from "./rsvp-session.ts";
import type { FindState } from "./session/state.ts";
import type { AfterFind } from "./steps/load-after-find.ts";
import { drawFirst, isFirst } from "./steps/first.ts";
import { drawSkeleton } from "./steps/skeleton.ts";
import { directionOf } from "./words/direction.ts";
import { words as english } from "./words/en-first.ts";
import type { Speech } from "./words/speech.ts";
import type { FirstWords, Words } from "./words/words.ts";

interface Drawn {
  session: RsvpSession | undefined;
  said: Speech | undefined;
  afterFind: AfterFind | undefined;
  /** Phrases of the page's own script, over all others. */
  ownWords: Partial<Words>;
  site: string;
  theme: string | undefined;
  dir: string;
}

/** What is said: the first step's words, and all others once they are there. */
interface Said {
  words: FirstWords;
  all: Words | undefined;
}

/** The whole form: the sheet, the step on it, and what is said aloud. */
export function drawForm(drawn: Drawn) {
  const { session, said, ownWords, dir } = drawn;
  const tag = said?.tag ?? "en";
  const all = said?.all && { ...said.all, ...ownWords };
  // Who has to wait for a proof of work is told why, where it says what is being done.
  if (all && session?.proving()) all.finding = all.sendingNote = all.proving;
  const words = all ?? { ...said?.words ?? english, ...ownWords };
  return html`
    <div class="paper" part="form" lang="${tag}" dir="${dir || directionOf(tag)}">
      <i class="probe" aria-hidden="true"></i>
      ${drawStep(drawn, { words, all })}
      <p class="hidden" role="status">${announcement(drawn, { words, all })}</p>
    </div>
  `;
}

function announcement({ session, afterFind, site }: Drawn, { words, all }: Said): string {
  const state = session?.state;
  if (!state || state.step === "loading") return "";
  return isFirst(state) && announceFirst(words, state, site) ||
    (state.step !== "away" && all && afterFind?.announceLater(all, state)) || "";
}

function drawStep({ session, said, afterFind, theme, site }: Drawn, { words, all }: Said) {
  const state = session?.state;
  if (!session || !said || !state || state.step === "loading") return drawSkeleton(words);
  const { reply } = session;
  const showing = { words, formats: said.formats, session };
  if (!afterFind || !all || !reply) {
    return isFirst(state) ? drawFirst(showing, state, site) : drawSkeleton(words);
  }
  const replying = { ...showing, words: all, reply };
  if (isFirst(state)) {
    const drawNote = (asking: FindState) => afterFind.drawNote(replying, asking);
    return drawFirst({ ...showing, drawNote }, state, site);
  }
  const preset = themeOf(theme, state.form.theme)?.preset ?? "page";
  return afterFind.drawAfterFind(replying, state, preset);
}
