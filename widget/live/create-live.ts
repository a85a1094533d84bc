import { watchPage } from "../look/watch-page.ts";
import type { RsvpSession } from "../rsvp-session.ts";
import type { RsvpState } from "../session/state.ts";
import { followCounter } from "./follow-counter.ts";

/** Keeps open what the state on the screen needs: the counter, the party's saved reply, an eye on the page's look. */
export function createLive(session: RsvpSession, onLook: () => void) {
  const stopWatching = watchPage(onLook);
  let stopCounter: (() => void) | undefined;
  let stopParty: (() => void) | undefined;

  // Where streams are blocked, looking again is enough.
  const lookAgain = () => {
    if (document.visibilityState === "visible") session.reply?.refresh();
  };
  document.addEventListener("visibilitychange", lookAgain);

  return {
    match(state: RsvpState) {
      if ("form" in state && state.form.counter) {
        stopCounter ??= followCounter(session.address, session.counted);
      }
      if (state.step === "thanks") {
        stopParty ??= session.reply?.follow(state.visit.token);
      } else {
        stopParty?.();
        stopParty = undefined;
      }
    },
    stop() {
      document.removeEventListener("visibilitychange", lookAgain);
      stopWatching();
      stopCounter?.();
      stopParty?.();
    },
  };
}
export type Live = ReturnType<typeof createLive>;
