import { phraseOf } from "./pieces/trouble.ts";
import type { RsvpState } from "./session/state.ts";
import type { Words } from "./words/words.ts";

/** What a screen reader should hear though the focus stays where it is; empty: nothing. */
export function announcement(words: Words, state: RsvpState): string {
  switch (state.step) {
    case "loading":
      return "";
    case "away":
      return phraseOf(words, state.trouble);
    case "find":
    case "closed":
      if (state.step === "find" && state.busy) return words.finding;
      if (state.note.status === "sending") return words.sendingNote;
      return state.note.status === "sent" ? words.noteSent(state.form.names) : "";
    case "review":
      if (state.sending === "no") return "";
      return state.sending === "waiting" ? words.waiting : words.sending;
    case "coming":
    case "guests":
    case "questions":
      return state.restored ? words.restored : "";
    case "thanks":
      return state.changedElsewhere ? words.changedElsewhere : "";
    default:
      return state satisfies never;
  }
}
