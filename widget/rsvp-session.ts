import { type Core, createCore, type Listener } from "./session/core.ts";
import { findInvitation, leave, openForm, type TypedName, typeName } from "./session/opening.ts";
import type { Outside } from "./session/outside.ts";
import type { ReplyDesk } from "./session/reply-desk.ts";

/** One visit to the form, without a screen: the guest asks, then is told by the state. */
export type RsvpSession = ReturnType<typeof createRsvpSession>;

export function createRsvpSession(outside: Outside, listener: Listener) {
  let reply: ReplyDesk | undefined;
  const core: Core = {
    ...createCore(outside, listener),
    async desk() {
      const create = await outside.loadReplyDesk();
      if (create) reply ??= create(core);
      return reply ?? null;
    },
  };

  /** Ends what is under way, for something else. A session that has stopped stays so. */
  function again() {
    if (core.signal().aborted) return;
    core.stop();
    core.live();
  }

  return {
    get state() {
      return core.state();
    },
    proving: core.proving,
    /** Where replies and notes are written: there as soon as an invitation is open. */
    get reply() {
      return reply;
    },
    /** Loads what comes after the first step, while the name is being typed. */
    async prepare() {
      if (!reply && await core.desk()) listener.onChange(core.state());
    },

    /** Begins, or goes on after `stop`. */
    async start(token?: string) {
      core.live();
      const state = core.state();
      if (state.step === "loading" || state.step === "away") await openForm(core, token);
      else {
        await Promise.all([
          reply?.resumeSending(),
          state.step === "find" && state.busy && findInvitation(core, { ...state, busy: false }),
        ]);
      }
    },
    /** Ends every request, timer and stream; the state stays. */
    stop: () => core.stop(),

    /** Opens a personal link. */
    open(token: string) {
      const state = core.state();
      again();
      return openForm(core, token, "form" in state ? state.form : undefined);
    },
    /** Tries again to load the form, without waiting for the next turn. */
    retry() {
      again();
      return openForm(core);
    },

    typeName(change: TypedName) {
      const state = core.state();
      if (state.step === "find") typeName(core, state, change);
    },
    async find() {
      const state = core.state();
      if (state.step === "find") await findInvitation(core, state);
    },
    /** Forgets who the guest is. */
    leave() {
      const state = core.state();
      if ("form" in state) leave(core, state.form);
    },
  };
}
