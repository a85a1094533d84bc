import type { OwedReply } from "./kept-draft.ts";
import type { Page } from "./pages.ts";
import type { ReplyCore } from "./reply-desk.ts";
import { pageForTrouble, pageToFinish, turnTo } from "./replying.ts";
import { savedStep } from "./reply-states.ts";
import { bearer, type SentReply } from "./server.ts";
import { findStep, noNote, type ReplyState } from "./state.ts";
import { submissionOf } from "./submission.ts";
import { endsVisit, type Trouble } from "./trouble.ts";
import { untilAnswered } from "./until-answered.ts";

type ReviewState = Extract<ReplyState, { step: "review" }>;

/** One press of Send: one key, kept with the draft until the server has answered. */
export async function sendReply(core: ReplyCore, state: ReplyState) {
  if (state.step !== "review" || state.sending !== "no") return;
  const unfinished = pageToFinish(state);
  if (unfinished) return core.show(unfinished, unfinished.troubles);
  const { newKey, now } = core.outside;
  const submission = submissionOf(state.visit.view, state.draft);
  await deliver(core, state, { key: newKey(), submission, at: now() });
}

/** Sends a reply that is owed, with the same key until the server has answered. */
export async function deliver(core: ReplyCore, state: ReviewState, owed: OwedReply) {
  const { outside, server, drafts } = core;
  const { form, visit } = state;
  const signal = core.sendingSignal(() => deliver(core, state, owed));
  keepDraft(core, state, owed);
  core.show({ ...state, troubles: [], sending: "now" });
  const outcome = await untilAnswered(
    outside,
    () =>
      server.ask<SentReply>("/party/reply", signal, {
        method: "PUT",
        body: owed.submission,
        headers: { ...bearer(visit.token), "idempotency-key": owed.key },
      }),
    signal,
    () => core.show({ ...state, troubles: [], sending: "waiting" }),
  );
  if (signal.aborted) return;
  if (!outcome.ok) return await refused(core, state, owed, outcome.trouble);
  const { view } = outcome.body;
  drafts.drop(view.party.id);
  core.show(savedStep(form, { ...visit, view }, { fresh: true }));
  core.onSubmitted(outcome.body);
}

/** Takes a waiting reply back to the page where it can be changed. */
export function takeBack(core: ReplyCore, state: ReviewState) {
  core.sendingSignal();
  const review = turnTo(state, { step: "review" });
  keepDraft(core, review);
  core.show(review);
}

/** Remembers on this device what has been filled in. */
export function keepDraft(core: ReplyCore, state: ReplyState, owed?: OwedReply) {
  const { draft, visit: { view } } = state;
  const page: Page = state.step === "guests"
    ? { step: state.step, guestIds: state.guestIds }
    : { step: state.step };
  const basedOn = view.reply?.changeNumber ?? null;
  core.drafts.keep(view.party.id, { draft, page, basedOn, ...(owed && { owed }) });
}

async function refused(core: ReplyCore, state: ReviewState, owed: OwedReply, trouble: Trouble) {
  const { form, visit } = state;
  if (endsVisit(trouble)) {
    // The reply stays owed: it leaves as soon as the invitation is open again.
    keepDraft(core, state, owed);
    core.forgetToken();
    return core.show(findStep(form, trouble), [trouble]);
  }
  keepDraft(core, state);
  if (trouble.code === "replies-closed") {
    const message = trouble.detail ? { message: trouble.detail } : {};
    return core.show({ step: "closed", form, visit, note: noNote, ...message }, [trouble]);
  }
  // The couple may have changed the menu, the seats or the questions since this page was loaded.
  const signal = core.sendingSignal();
  const party = await core.server.readParty(visit.token, signal);
  if (signal.aborted) return;
  const view = party.ok ? party.body : visit.view;
  core.show(
    pageForTrouble(
      { ...state, visit: { ...visit, view }, elsewhere: state.elsewhere && view },
      trouble,
    ),
    [trouble],
  );
}
