import { type Core, createCore, type Listener } from "./session/core.ts";
import type { Draft, GuestDraft } from "./session/draft.ts";
import { changeNote, openNote, sendNote } from "./session/note-desk.ts";
import { findInvitation, leave, openForm, openLink } from "./session/opening.ts";
import type { Outside } from "./session/outside.ts";
import type { Page } from "./session/pages.ts";
import * as replying from "./session/replying.ts";
import { deliver, keepDraft, sendReply, takeBack } from "./session/sending.ts";
import { refreshSaved } from "./session/refresh-saved.ts";
import { isReplying, type NoteDraft, type ReplyState, savedStep } from "./session/state.ts";

/** One visit to the form, without a screen: the guest asks, then is told by the state. */
export type RsvpSession = ReturnType<typeof createRsvpSession>;

export function createRsvpSession(outside: Outside, listener: Listener) {
  const core = createCore(outside, listener);

  /** Moves within the reply; what is not a reply is left alone. */
  function move(to: (state: ReplyState) => ReplyState, tell = true) {
    const state = core.state();
    if (!isReplying(state) || isSending(state)) return;
    const next = to(state);
    keepDraft(core, next);
    core.show(next, tell ? next.troubles : []);
  }

  return {
    get state() {
      return core.state();
    },
    get address() {
      return core.server.address;
    },

    /** Begins, or goes on after `stop`. */
    start(token?: string) {
      core.live();
      return resume(core, token);
    },
    /** Ends every request, timer and stream; the state stays. */
    stop: () => core.stop(),

    /** Opens a personal link. */
    open(token: string) {
      const state = core.state();
      return "form" in state ? openLink(core, state.form, token) : openForm(core, token);
    },
    /** Tries again to load the form. */
    retry() {
      core.stop();
      core.live();
      core.show({ step: "loading" });
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

    openNote() {
      const state = core.state();
      if ("note" in state) openNote(core, state);
    },
    typeNote(change: Partial<NoteDraft>) {
      const state = core.state();
      if ("note" in state) changeNote(core, state, change);
    },
    async sendNote() {
      const state = core.state();
      if ("note" in state) await sendNote(core, state);
    },

    change: (change: Partial<Draft>) => move((s) => replying.changeDraft(s, change), false),
    changeGuest: (guestId: string, change: Partial<GuestDraft>) =>
      move((state) => replying.changeGuest(state, guestId, change), false),
    answerForAll: (attending: boolean) => move((s) => replying.answerForAll(s, attending)),
    next: () => move(replying.nextPage),
    back: () => move(replying.previousPage),
    turnTo: (page: Page) => move((state) => replying.turnTo(state, page)),
    /** Drops the draft of this device and begins with what is saved. */
    startAfresh() {
      const state = core.state();
      if (!isReplying(state) || isSending(state)) return;
      core.drafts.drop(state.visit.view.party.id);
      core.show(replying.beginReply(state.form, state.visit));
    },
    /** Leaves the saved reply as it is. */
    keepSaved() {
      const state = core.state();
      if (!isReplying(state) || isSending(state) || !state.visit.view.reply) return;
      core.drafts.drop(state.visit.view.party.id);
      core.show(savedStep(state.form, state.visit));
    },

    async send() {
      const state = core.state();
      if (isReplying(state)) await sendReply(core, state);
    },
    takeBack() {
      const state = core.state();
      if (state.step === "review" && state.sending === "waiting") takeBack(core, state);
    },

    /** Opens the saved reply for changes, or the draft that was never sent. */
    editReply() {
      const state = core.state();
      if (state.step !== "thanks" || state.visit.view.replies === "closed") return;
      core.show(replying.beginReply(state.form, state.visit));
    },
    resumeDraft() {
      const state = core.state();
      if (state.step !== "thanks") return;
      const kept = core.drafts.read(state.visit.view.party.id);
      if (kept) core.show(replying.resumeReply(state.form, state.visit, kept));
    },
    /** Looks whether another device of the party changed the saved reply. */
    refresh: (changeNumber?: number) => refreshSaved(core, changeNumber),
    /** The public number of guests who attend. */
    counted(attending: number) {
      const state = core.state();
      if ("form" in state) core.show({ ...state, form: { ...state.form, counter: { attending } } });
    },
  };
}

function isSending(state: ReplyState): boolean {
  return state.step === "review" && state.sending !== "no";
}

async function resume(core: Core, token?: string) {
  const state = core.state();
  if (state.step === "loading" || state.step === "away") return await openForm(core, token);
  if (state.step === "find" && state.busy) return core.show({ ...state, busy: false });
  if (state.step === "review" && state.sending !== "no") {
    const owed = core.drafts.read(state.visit.view.party.id)?.owed;
    if (owed) await deliver(core, state, owed);
  }
}
