import type { Core } from "./core.ts";
import { beginReply } from "./replying.ts";
import { savedStep } from "./reply-states.ts";

/** Shows what another device of the party saved. What is being typed is never touched. */
export async function refreshSaved(core: Core, changeNumber = Infinity) {
  const looking = core.state();
  if (looking.step !== "thanks") return;
  const known = looking.visit.view.reply?.changeNumber ?? 0;
  if (changeNumber <= known) return;
  const signal = core.signal();
  const party = await core.server.readParty(looking.visit.token, signal);
  const state = core.state();
  if (signal.aborted || !party.ok || state.step !== "thanks") return;
  const view = party.body;
  if (view.reply?.changeNumber === state.visit.view.reply?.changeNumber) return;
  const visit = { ...state.visit, view };
  if (!view.reply) return core.show(beginReply(state.form, visit));
  core.show(savedStep(state.form, visit, { changedElsewhere: true }));
}
