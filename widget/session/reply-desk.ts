// All that is written after the first step: replies, and notes to the couple. Loaded while the name is being typed.
import type { SiteForm } from "../../shared/site.ts";
import { followParty } from "../live/follow-party.ts";
import type { Core } from "./core.ts";
import type { Draft, GuestDraft } from "./draft.ts";
import { createDraftKeeper, type DraftKeeper } from "./kept-draft.ts";
import { changeNote, openNote, sendNote } from "./note-desk.ts";
import type { Page } from "./pages.ts";
import { refreshSaved } from "./refresh-saved.ts";
import * as replying from "./replying.ts";
import { deliver, keepDraft, sendReply, takeBack } from "./sending.ts";
import { isReplying, latest, savedStep } from "./reply-states.ts";
import { noNote, type NoteDraft, type ReplyState, type Visit } from "./state.ts";

/** What the parts of a reply share. */
export interface ReplyCore extends Core {
  drafts: DraftKeeper;
  /** Aborted when the session stops or the guest takes the reply back before it has left. */
  sendingSignal(): AbortSignal;
}

export type ReplyDesk = ReturnType<typeof createReplyDesk>;

export function createReplyDesk(base: Core) {
  const drafts = createDraftKeeper(base.outside.drafts, base.place, base.outside.now);
  let sending = new AbortController();
  const core: ReplyCore = {
    ...base,
    drafts,
    sendingSignal() {
      sending.abort();
      sending = new AbortController();
      base.signal().addEventListener("abort", () => sending.abort());
      return sending.signal;
    },
  };

  /** The reply on the screen, while it can be changed. */
  function open(): ReplyState | undefined {
    const state = core.state();
    return isReplying(state) && !isSending(state) ? state : undefined;
  }

  function move(to: (state: ReplyState) => ReplyState, tell = true) {
    const state = open();
    if (!state) return;
    const next = to(state);
    keepDraft(core, next);
    core.show(next, tell ? next.troubles : []);
  }

  return {
    /** An invitation is open: goes on where this party was. */
    arrive: (form: SiteForm, visit: Visit) => arrive(core, form, visit),

    change: (change: Partial<Draft>) => move((s) => replying.changeDraft(s, change), false),
    changeGuest: (guestId: string, change: Partial<GuestDraft>) =>
      move((state) => replying.changeGuest(state, guestId, change), false),
    answerForAll: (attending: boolean) => move((s) => replying.answerForAll(s, attending)),
    next: () => move(replying.nextPage),
    back: () => move((state) => replying.pageBeside(state, -1)),
    /** Shows every guest of a large party. */
    answerApart() {
      const state = open();
      if (state) core.show({ ...state, apart: true });
    },
    turnTo: (page: Page) => move((state) => replying.turnTo(state, page)),

    /** Drops the draft of this device and begins with what is saved. */
    startAfresh() {
      const state = open();
      if (!state) return;
      drafts.drop(state.visit.view.party.id);
      core.show(replying.beginReply(state.form, latest(state)));
    },
    /** Leaves the saved reply as it is. */
    keepSaved() {
      const state = open();
      if (!state || !latest(state).view.reply) return;
      drafts.drop(state.visit.view.party.id);
      core.show(savedStep(state.form, latest(state)));
    },
    /** Shows what another device saved; what is filled in here waits beside it. */
    takeOver() {
      const state = open();
      if (!state?.elsewhere) return;
      keepDraft(core, state);
      core.show(savedStep(state.form, latest(state), { changedElsewhere: true, unsent: true }));
    },

    async send() {
      const state = open();
      if (state) await sendReply(core, state);
    },
    /** Takes a waiting reply back, so that it can be changed. */
    takeBack() {
      const state = core.state();
      if (state.step === "review" && state.sending === "waiting") takeBack(core, state);
    },
    /** Goes on with a reply that was on its way when the session stopped. */
    async resumeSending() {
      const state = core.state();
      if (state.step !== "review" || state.sending === "no") return;
      const owed = drafts.read(state.visit.view.party.id)?.owed;
      if (owed) await deliver(core, state, owed);
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

    /** Opens the saved reply for changes. */
    editReply() {
      const state = core.state();
      if (state.step !== "thanks" || state.visit.view.replies === "closed") return;
      core.show(replying.beginReply(state.form, state.visit));
    },
    /** Opens the draft that was never sent. */
    resumeDraft() {
      const state = core.state();
      const kept = state.step === "thanks" ? drafts.read(state.visit.view.party.id) : null;
      if (kept && state.step === "thanks") {
        core.show(replying.resumeReply(state.form, state.visit, kept));
      }
    },
    /** Looks whether another device of the party changed the saved reply. */
    refresh: (changeNumber?: number) => refreshSaved(core, changeNumber),
    /** Follows the saved reply until the returned function is called. */
    follow: (token: string) =>
      followParty({
        open: (signal) => core.server.followParty(token, signal),
        later: core.outside.later,
        onReply: (changeNumber) => refreshSaved(core, changeNumber),
      }),
  };
}

function isSending(state: ReplyState): boolean {
  return state.step === "review" && state.sending !== "no";
}

function arrive(core: ReplyCore, form: SiteForm, visit: Visit) {
  const { view } = visit;
  core.keepToken(visit.token);
  const kept = core.drafts.read(view.party.id);
  if (view.replies === "closed") {
    if (view.reply) return core.show(savedStep(form, visit));
    return core.show({ step: "closed", form, visit, note: noNote });
  }
  if (kept?.owed) {
    const review = { ...replying.resumeReply(form, visit, kept), troubles: [] };
    return deliver(core, { ...review, step: "review", sending: "now" }, kept.owed);
  }
  const basedOnSaved = kept?.basedOn === (view.reply?.changeNumber ?? null);
  if (kept && (basedOnSaved || !view.reply)) {
    return core.show(replying.resumeReply(form, visit, kept));
  }
  if (view.reply) return core.show(savedStep(form, visit, { unsent: Boolean(kept) }));
  core.show(replying.beginReply(form, visit));
}
