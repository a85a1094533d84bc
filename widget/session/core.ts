import { oneAtATime } from "./one-at-a-time.ts";
import type { Outside } from "./outside.ts";
import type { ReplyDesk } from "./reply-desk.ts";
import { createGuestServer, type SentReply } from "./server.ts";
import type { RsvpState } from "./state.ts";
import type { Trouble } from "./trouble.ts";

/** Whom a session tells. Troubles are told when they come up, not while they last. */
export interface Listener {
  onChange(state: RsvpState): void;
  onTrouble(troubles: Trouble[]): void;
  onSubmitted(sent: SentReply): void;
  /** The saved reply was taken back, by this change. */
  onWithdrawn(changeNumber: number): void;
}

/** What all parts of a session share: the state and the ways out. */
export interface Core extends ReturnType<typeof createCore> {
  /** Where replies are written; null when its file cannot be had. */
  desk(): Promise<ReplyDesk | null>;
}

export function createCore(outside: Outside, listener: Listener) {
  const place = `wedding-rsvp ${outside.server} ${outside.site}`;
  let state: RsvpState = { step: "loading" };
  let counter: { attending: number } | undefined;
  let life = new AbortController();
  let proving = false;

  function show(next: RsvpState, troubles: Trouble[] = []) {
    // A number that came by the live stream is newer than any that a step was begun with.
    state = counter && "form" in next ? { ...next, form: { ...next.form, counter } } : next;
    listener.onChange(state);
    if (troubles.length) listener.onTrouble(troubles);
  }

  return {
    outside,
    /** Names this site's words in the browser's memory. */
    place,
    server: createGuestServer(outside, (now) => {
      proving = now;
      listener.onChange(state);
    }),
    /** Whether the guest waits for a proof of work. */
    proving: () => proving,
    onSubmitted: listener.onSubmitted,
    onWithdrawn: listener.onWithdrawn,
    state: () => state,
    show,
    counted(attending: number) {
      counter = { attending };
      show(state);
    },

    /** Aborted when the session stops. */
    signal: () => life.signal,
    /** Aborted when the guest looks again or changes the name. */
    findingSignal: oneAtATime(() => life.signal).begin,
    stop: () => life.abort(),
    live() {
      if (life.signal.aborted) life = new AbortController();
    },

    token: () => outside.visits.getItem(place),
    keepToken: (token: string) => outside.visits.setItem(place, token),
    forgetToken() {
      outside.forgetLink();
      outside.visits.removeItem(place);
    },
  };
}
