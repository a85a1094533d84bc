import type { InvitationView } from "../../shared/party.ts";
import type { Core } from "./core.ts";
import { draftFrom } from "./draft.ts";
import { beginReply } from "./replying.ts";
import { isReplying, isWithdrawing, latest, savedStep } from "./reply-states.ts";
import type { ReplyState, RsvpState, ThanksState, Visit } from "./state.ts";

/** Shows what another device of the party saved. What is being typed is never touched. */
export async function refreshSaved(core: Core, changeNumber = Infinity) {
  const looking = core.state();
  if (!canRefresh(looking) || changeNumber <= (numberOf(knownTo(looking).view) ?? 0)) return;
  const { token } = looking.visit;
  const signal = core.signal();
  const party = await core.server.readParty(token, signal);
  const state = core.state();
  if (signal.aborted || !party.ok || !canRefresh(state) || state.visit.token !== token) return;
  const view = party.body;
  const known = numberOf(knownTo(state).view);
  // What was asked for before the own reply was saved may arrive after it.
  if (numberOf(view) === known || (numberOf(view) ?? Infinity) < (known ?? 0)) return;
  const { form } = state;
  const visit = { ...state.visit, view };
  if (state.step === "thanks") {
    if (!view.reply) return core.show(beginReply(form, visit));
    return core.show(savedStep(form, visit, { changedElsewhere: true, note: state.note }));
  }
  if (!view.reply) return;
  if (hasChanges(state)) return core.show({ ...state, elsewhere: view });
  core.show(savedStep(form, visit, { changedElsewhere: true }));
}

function canRefresh(state: RsvpState): state is ReplyState | ThanksState {
  if (state.step === "review") return state.sending === "no";
  return state.step === "thanks" ? !isWithdrawing(state) : isReplying(state);
}

function knownTo(state: ReplyState | ThanksState): Visit {
  return state.step === "thanks" ? state.visit : latest(state);
}

function numberOf(view: InvitationView): number | undefined {
  return view.reply?.changeNumber;
}

function hasChanges({ draft, visit }: ReplyState): boolean {
  return JSON.stringify(draft) !== JSON.stringify(draftFrom(visit.view));
}
