import { watchPage } from "../look/watch-page.ts";
import type { RsvpSession } from "../rsvp-session.ts";
import type { RsvpState } from "../session/state.ts";
import { followCounter } from "./follow-counter.ts";

/** Keeps open what the state on the screen needs: the counter, the party's saved reply, an eye on the page's look. */
export function createLive(session: RsvpSession, onLook: () => void) {
  const stopWatching = watchPage(onLook);
  let counter: ReturnType<typeof followCounter> | undefined;
  let stopParty: (() => void) | undefined;
  let followed: string | undefined;

  // Where streams are blocked, looking when the guest does is enough.
  const lookAgain = () => {
    if (document.visibilityState !== "visible") return;
    counter?.again();
    session.reply?.refresh();
  };
  document.addEventListener("visibilitychange", lookAgain);

  return {
    match(state: RsvpState) {
      if ("form" in state && state.form.counter) {
        counter ??= followCounter(session.address, session.counted);
      }
      const token = state.step !== "closed" && "visit" in state ? state.visit.token : undefined;
      if (token === followed) return;
      stopParty?.();
      followed = token;
      stopParty = token === undefined ? undefined : session.reply?.follow(token);
    },
    stop() {
      document.removeEventListener("visibilitychange", lookAgain);
      stopWatching();
      counter?.stop();
      stopParty?.();
    },
  };
}
export type Live = ReturnType<typeof createLive>;
