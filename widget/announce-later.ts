import { whileBusy } from "./pieces/trouble.ts";
import type { ClosedState, FindState, ReplyState, ThanksState } from "./session/state.ts";
import type { Words } from "./words/words.ts";

/** What a screen reader should hear though the focus stays where it is; empty: nothing. */
export function announceLater(
  words: Words,
  state: FindState | ReplyState | ThanksState | ClosedState,
): string {
  switch (state.step) {
    case "find":
    case "closed":
      return announceNote(words, state);
    case "thanks":
      if (state.withdrawing === "waiting") return words.waiting;
      if (state.withdrawing === "now") return words.withdrawing;
      return announceNote(words, state) || (state.changedElsewhere ? words.changedElsewhere : "");
    case "review":
      if (state.sending === "waiting") return words.waiting;
      if (state.sending === "now") return words.sending;
      break;
    case "coming":
    case "guests":
    case "questions":
      break;
    default:
      return state satisfies never;
  }
  if (state.withdrawn) return words.withdrawn;
  if (state.elsewhere) return words.changedMeanwhile;
  return state.restored ? words.restored : "";
}

function announceNote(words: Words, { form, note }: FindState | ThanksState | ClosedState): string {
  if (note.status === "sending") return whileBusy(words, words.sendingNote, note.trouble);
  return note.status === "sent" ? words.noteSent(form.names) : "";
}
