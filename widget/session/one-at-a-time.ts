/** What is under way of one kind: the next ends the one before, and all end with the session. */
export function oneAtATime(life: () => AbortSignal) {
  let own = new AbortController();
  let underWay: (() => Promise<void>) | undefined;
  return {
    /** A signal for what begins now; `goOn` begins it once more. */
    begin(goOn?: () => Promise<void>): AbortSignal {
      underWay = goOn;
      own.abort();
      const next = own = new AbortController();
      life().addEventListener("abort", () => next.abort());
      return next.signal;
    },
    /** Goes on with what was under way when the session stopped. */
    goOn: async () => await underWay?.(),
  };
}
