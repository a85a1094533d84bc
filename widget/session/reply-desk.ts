// All that is written after the first step: replies, and notes to the couple. Loaded while the name is being typed.
import type { SiteForm } from "../../shared/site.ts";
import type { Core } from "./core.ts";
import type { Draft, GuestDraft } from "./draft.ts";
import { createDraftKeeper, type DraftKeeper } from "./kept-draft.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import type { Page } from "./pages.ts";
import * as replying from "./replying.ts";
import { deliver, keepDraft, sendReply, takeBack } from "./sending.ts";
import { canChange, isReplying, isWithdrawing, latest, savedStep } from "./reply-states.ts";
import { noNote, type NoteDraft, type ReplyState, type RsvpState, type Visit } from "./state.ts";

/** What the parts of a reply share. */
export interface ReplyCore extends Core {
  drafts: DraftKeeper;
  /**
   * For what is sent now: aborted when the session stops or the guest takes it back before it has left. `goOn` sends it
   * when the session starts again.
   */
  sendingSignal(goOn?: () => Promise<void>): AbortSignal;
  /** The same for the note to the couple. */
  notingSignal(goOn?: () => Promise<void>): AbortSignal;
}

export type ReplyDesk = ReturnType<typeof createReplyDesk>;

export function createReplyDesk(base: Core) {
  const drafts = createDraftKeeper(base.outside.drafts, base.place, base.outside.now);
  const sending = oneAtATime(base.signal);
  const noting = oneAtATime(base.signal);
  const core: ReplyCore = {
    ...base,
    drafts,
    sendingSignal: sending.begin,
    notingSignal: noting.begin,
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
    /** For what is loaded later. */
    core,
    /** An invitation is open: goes on where this party was. */
    arrive: (form: SiteForm, visit: Visit) => arrive(core, form, visit),

    change: (change: Partial<Draft>) => move((s) => replying.changeDraft(s, change), false),
    changeGuest: (guestId: string, change: Partial<GuestDraft>) =>
      move((state) => replying.changeGuest(state, guestId, change), false),
    answerForAll: (attending: boolean | null) => move((s) => replying.answerForAll(s, attending)),
    next: () =>
      move((state) => {
        const isBare = state.step === "coming" && replying.isUntouched(state);
        // Said once, not at every answer of every guest.
        return isBare
          ? { ...state, troubles: [{ code: "answer-missing" }] }
          : replying.nextPage(state);
      }),
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

    async send() {
      const state = open();
      if (state) await sendReply(core, state);
    },
    /** Takes a waiting reply back, so that it can be changed. */
    takeBack() {
      const state = core.state();
      if (state.step === "review" && state.sending === "waiting") takeBack(core, state);
    },
    /** Goes on with what was on its way when the session stopped. */
    async resumeSending() {
      const state = core.state();
      const isOwed = state.step === "thanks" ? isWithdrawing(state) : isSending(state);
      const isNoted = "note" in state && state.note.status === "sending";
      await Promise.all([isOwed && sending.goOn(), isNoted && noting.goOn()]);
    },

    changeNote(change: Partial<NoteDraft>) {
      const state = core.state();
      if ("note" in state) core.show({ ...state, note: { ...state.note, ...change } });
    },

    /** Opens the saved reply for changes. */
    editReply() {
      const state = core.state();
      if (canChange(state)) core.show(replying.beginReply(state.form, state.visit));
    },
    /** Goes to a step that can be reached now: of an open reply, or of a saved one that may be changed. */
    goTo(step: string) {
      const state = core.state();
      const from = canChange(state) ? replying.beginReply(state.form, state.visit) : open();
      const there = from && replying.reachable(from, step);
      if (!there) return;
      if (open()) keepDraft(core, there);
      core.show(there);
    },
  };
}

function isSending(state: RsvpState): boolean {
  return state.step === "review" && state.sending !== "no";
}

function arrive(core: ReplyCore, form: SiteForm, visit: Visit) {
  const { view } = visit;
  // Who found the invitation by name has seen whose wedding it is.
  const welcome = core.state().step !== "find";
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
    return core.show({ ...replying.resumeReply(form, visit, kept), welcome });
  }
  if (view.reply) return core.show(savedStep(form, visit, { unsent: Boolean(kept) }));
  core.show({ ...replying.beginReply(form, visit), welcome });
}
