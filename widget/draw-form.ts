import { html } from "lit";
import { announceFirst } from "./announce.ts";
import { themeOf } from "./look/wear.ts";
import type { RsvpSession } from "./rsvp-session.ts";
import type { FindState } from "./session/state.ts";
import type { AfterFind } from "./steps/load-after-find.ts";
import { drawFirst, isFirst } from "./steps/first.ts";
import { drawSkeleton } from "./steps/skeleton.ts";
import { words as english } from "./words/en.ts";
import { directionOf, type Language } from "./words/languages.ts";
import type { Words } from "./words/words.ts";

interface Drawn {
  session: RsvpSession | undefined;
  language: Language | undefined;
  afterFind: AfterFind | undefined;
  /** The couple's own phrases. */
  ownWords: Partial<Words>;
  site: string;
  theme: string | undefined;
  dir: string;
}

/** The whole form: the sheet, the step on it, and what is said aloud. */
export function drawForm(drawn: Drawn) {
  const { language, ownWords, dir } = drawn;
  const tag = language?.tag ?? "en";
  const words = { ...(language?.words ?? english), ...ownWords };
  return html`
    <div class="paper" part="form" lang="${tag}" dir="${dir || directionOf(tag)}">
      <i class="probe" aria-hidden="true"></i>
      ${drawStep(drawn, words)}
      <p class="hidden" role="status">${announcement(drawn, words)}</p>
    </div>
  `;
}

function announcement({ session, afterFind, site }: Drawn, words: Words): string {
  const state = session?.state;
  if (!state || state.step === "loading") return "";
  return isFirst(state) && announceFirst(words, state, site) ||
    (state.step !== "away" && afterFind?.announceLater(words, state)) || "";
}

function drawStep({ session, language, afterFind, theme, site }: Drawn, words: Words) {
  const state = session?.state;
  if (!session || !language || !state || state.step === "loading") return drawSkeleton(words);
  const { reply } = session;
  const showing = { words, formats: language.formats, session };
  if (!afterFind || !reply) {
    return isFirst(state) ? drawFirst(showing, state, site) : drawSkeleton(words);
  }
  const replying = { ...showing, reply };
  if (isFirst(state)) {
    const drawNote = (asking: FindState) => afterFind.drawNote(replying, asking);
    return drawFirst({ ...showing, drawNote }, state, site);
  }
  const preset = themeOf(theme, state.form.theme)?.preset ?? "page";
  return afterFind.drawAfterFind(replying, state, preset);
}
