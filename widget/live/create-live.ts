import type { followHistory } from "./follow-history.ts";
import { watchPage } from "../look/watch-page.ts";
import type { RsvpSession } from "../rsvp-session.ts";
import type { Core } from "../session/core.ts";
import { refreshSaved } from "../session/refresh-saved.ts";
import { bearer } from "../session/server.ts";
import type { RsvpState } from "../session/state.ts";
import { followCounter } from "./follow-counter.ts";
import { followParty } from "./follow-party.ts";

/** Keeps open what the state on the screen needs: the counter, the party's saved reply, an eye on the page's look. */
export function createLive(session: RsvpSession, onLook: () => void) {
  const stopWatching = watchPage(onLook);
  // The page may have changed its clothes while this file was on its way.
  onLook();
  let counter: ReturnType<typeof followCounter> | undefined;
  let stopParty: (() => void) | undefined;
  let followed: string | undefined;
  let pages: ReturnType<typeof followHistory> | undefined;
  let stopped = false;

  async function followPages(follow: boolean) {
    pages?.stop();
    pages = undefined;
    if (!follow) return;
    const { followHistory } = await import("./follow-history.ts").catch(() => ({
      followHistory: null,
    }));
    if (!stopped) pages ??= followHistory?.(session);
  }

  // Where streams are blocked, looking when the guest does is enough.
  const lookAgain = () => {
    if (document.visibilityState !== "visible") return;
    counter?.again();
    if (session.reply) refreshSaved(session.reply.core);
  };
  document.addEventListener("visibilitychange", lookAgain);

  return {
    match(state: RsvpState, keepsHistory: boolean) {
      pages?.match();
      if (keepsHistory !== Boolean(pages)) followPages(keepsHistory);
      if (!session.reply) return;
      const { core } = session.reply;
      const { outside: { later } } = core;
      if ("form" in state && state.form.counter) {
        counter ??= followCounter({
          open: (signal) => open(core, "/live", { signal }),
          later,
          onCount: core.counted,
        });
      }
      const token = state.step !== "closed" && "visit" in state ? state.visit.token : undefined;
      if (token === followed) return;
      stopParty?.();
      followed = token;
      stopParty = token === undefined ? undefined : followParty({
        open: (signal) => open(core, "/party/live", { signal, headers: bearer(token) }),
        later,
        onReply: (changeNumber) => refreshSaved(core, changeNumber),
      });
    },
    stop() {
      document.removeEventListener("visibilitychange", lookAgain);
      stopped = true;
      pages?.stop();
      stopWatching();
      counter?.stop();
      stopParty?.();
    },
  };
}
function open({ outside, server }: Core, path: string, request: RequestInit) {
  return outside.fetch()(server.address + path, { credentials: "omit", ...request });
}

export type Live = ReturnType<typeof createLive>;
