import { createDraftKeeper } from "./kept-draft.ts";
import type { Outside } from "./outside.ts";
import { createGuestServer, type SentReply } from "./server.ts";
import type { RsvpState } from "./state.ts";
import type { Trouble } from "./trouble.ts";

/** Whom a session tells. Troubles are told when they come up, not while they last. */
export interface Listener {
  onChange(state: RsvpState): void;
  onTrouble(troubles: Trouble[]): void;
  onSubmitted(sent: SentReply): void;
}

/** What all parts of a session share: the state and the ways out. */
export type Core = ReturnType<typeof createCore>;

export function createCore(outside: Outside, listener: Listener) {
  const place = `wedding-rsvp ${outside.server} ${outside.site}`;
  let state: RsvpState = { step: "loading" };
  let life = new AbortController();
  let sending = new AbortController();

  return {
    outside,
    server: createGuestServer(outside),
    drafts: createDraftKeeper(outside.drafts, place, outside.now),
    onSubmitted: listener.onSubmitted,
    state: () => state,

    show(next: RsvpState, troubles: Trouble[] = []) {
      state = next;
      listener.onChange(state);
      if (troubles.length) listener.onTrouble(troubles);
    },

    /** Aborted when the session stops. */
    signal: () => life.signal,
    stop() {
      life.abort();
      sending.abort();
    },
    live() {
      if (life.signal.aborted) life = new AbortController();
    },

    /** Aborted when the session stops or the guest takes the reply back before it has left. */
    sendingSignal() {
      sending.abort();
      sending = new AbortController();
      return sending.signal;
    },
    stopSending: () => sending.abort(),

    token: () => outside.visits.getItem(place),
    keepToken: (token: string) => outside.visits.setItem(place, token),
    forgetToken: () => outside.visits.removeItem(place),
  };
}
