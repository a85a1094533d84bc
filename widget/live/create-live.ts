import type { RsvpSession } from "../rsvp-session.ts";
import type { RsvpState } from "../session/state.ts";
import { followCounter } from "./follow-counter.ts";

/** Keeps open what the state on the screen needs: the counter, the party's saved reply. */
export function createLive(session: RsvpSession) {
  let stopCounter: (() => void) | undefined;
  let stopParty: (() => void) | undefined;

  // Where streams are blocked, looking again is enough.
  const look = () => {
    if (document.visibilityState === "visible") session.reply?.refresh();
  };
  document.addEventListener("visibilitychange", look);

  return {
    match(state: RsvpState) {
      const counts = "form" in state && state.form.counter !== null;
      if (counts && !stopCounter) stopCounter = followCounter(session.address, session.counted);
      if (state.step !== "thanks") {
        stopParty?.();
        stopParty = undefined;
      } else {
        stopParty ??= session.reply?.follow(state.visit.token);
      }
    },
    stop() {
      document.removeEventListener("visibilitychange", look);
      stopCounter?.();
      stopParty?.();
    },
  };
}
export type Live = ReturnType<typeof createLive>;
