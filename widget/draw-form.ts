import { html } from "lit";
import { announcement } from "./announce.ts";
import { themeOf } from "./look/wear.ts";
import type { RsvpSession } from "./rsvp-session.ts";
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
  const { session, language, ownWords, dir } = drawn;
  const tag = language?.tag ?? "en";
  const words = { ...(language?.words ?? english), ...ownWords };
  return html`
    <div class="paper" part="form" lang="${tag}" dir="${dir || directionOf(tag)}">
      <i class="probe" aria-hidden="true"></i>
      ${drawStep(drawn, words)}
      <p class="hidden" role="status">${session ? announcement(words, session.state) : ""}</p>
    </div>
  `;
}

function drawStep({ session, language, afterFind, theme, site }: Drawn, words: Words) {
  const state = session?.state;
  if (!session || !language || !state || state.step === "loading") return drawSkeleton(words);
  const showing = { words, formats: language.formats, session };
  if (isFirst(state)) return drawFirst(showing, state, site);
  const preset = themeOf(theme, state.form.theme)?.preset ?? "page";
  const { reply } = session;
  if (!afterFind || !reply) return drawSkeleton(words);
  return afterFind.drawAfterFind({ ...showing, reply }, state, preset);
}
