import { type Core, createCore, type Listener } from "./session/core.ts";
import { findInvitation, leave, openForm, openLink } from "./session/opening.ts";
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

  return {
    get state() {
      return core.state();
    },
    /** Where replies and notes are written: there as soon as an invitation is open. */
    get reply() {
      return reply;
    },
    /** Loads what comes after the first step, while the name is being typed. */
    async prepare() {
      if (!reply && await core.desk()) listener.onChange(core.state());
    },
    address: core.server.address,

    /** Begins, or goes on after `stop`. */
    async start(token?: string) {
      core.live();
      const state = core.state();
      if (state.step === "loading" || state.step === "away") await openForm(core, token);
      else if (state.step === "find" && state.busy) core.show({ ...state, busy: false });
      else await reply?.resumeSending();
    },
    /** Ends every request, timer and stream; the state stays. */
    stop: () => core.stop(),

    /** Opens a personal link. */
    open(token: string) {
      const state = core.state();
      return "form" in state ? openLink(core, state.form, token) : openForm(core, token);
    },
    /** Tries again to load the form, without waiting for the next turn. */
    retry() {
      core.stop();
      core.live();
      return openForm(core);
    },

    typeName(change: { name?: string; secondFact?: string }) {
      const state = core.state();
      if (state.step === "find") core.show({ ...state, ...change });
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

    /** The public number of guests who attend. */
    counted: core.counted,
  };
}
