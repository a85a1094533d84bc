import { html, nothing } from "lit";
import type { Trouble } from "../session/trouble.ts";
import type { About, FirstWords, TroublePhrase } from "../words/words.ts";

/** The words for a trouble; a code that is unknown here, from a newer server, is said in general. */
export function phraseOf(words: FirstWords, trouble: Trouble, about: Partial<About> = {}): string {
  const problems: Partial<Record<string, TroublePhrase>> = words.problems;
  const phrase = problems[trouble.code] ?? words.problems.unexpected;
  if (typeof phrase === "string") return phrase;
  const nobody = { names: "", guest: "", event: "", page: location.origin, site: "" };
  return phrase({ ...nobody, left: trouble.left ?? 0, ...about });
}

/** What a button says while it works: what it does, or that it waits for the line. */
export function whileBusy(words: FirstWords, working: string, trouble?: Trouble): string {
  return trouble?.code === "unreachable" ? words.waitingButton : working;
}

/** What went wrong, in words beside an icon; nothing where nothing did. */
export function drawTrouble(id: string, phrase: string | undefined) {
  if (!phrase) return nothing;
  return html`
    <p class="trouble" part="problem" id="${id}" tabindex="-1">
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="9" />
        <path d="M10 5.5v5.5M10 14v.5" />
      </svg>
      <span>${phrase}</span>
    </p>
  `;
}
