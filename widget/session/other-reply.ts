import type { ReplyCore } from "./reply-desk.ts";
import { resumeReply } from "./replying.ts";
import { isReplying, latest, savedStep } from "./reply-states.ts";

/** Shows what another device saved; what is filled in here waits beside it. */
export function takeOver(core: ReplyCore) {
  const state = core.state();
  if (!isReplying(state) || !state.elsewhere) return;
  core.show(savedStep(state.form, latest(state), { changedElsewhere: true, unsent: true }));
}

/** Opens the draft that was never sent. */
export function resumeDraft(core: ReplyCore) {
  const state = core.state();
  const kept = state.step === "thanks" ? core.drafts.read(state.visit.view.party.id) : null;
  if (kept && state.step === "thanks") core.show(resumeReply(state.form, state.visit, kept));
}
