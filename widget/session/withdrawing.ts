import type { Core } from "./core.ts";
import type { ReplyCore } from "./reply-desk.ts";
import { canChange, savedStep } from "./reply-states.ts";
import { beginReply } from "./replying.ts";
import { bearer, type WithdrawnReply } from "./server.ts";
import { findStep, type ThanksState } from "./state.ts";
import { endsVisit, type Trouble } from "./trouble.ts";
import { untilAnswered } from "./until-answered.ts";

/** Asks whether the saved reply shall be taken back; `false`: it is kept, and a withdrawal that waits is not tried again. */
export function askWithdrawal(core: ReplyCore, asked: boolean) {
  const state = core.state();
  if (!canChange(state)) return;
  const { trouble: _, withdrawKey: __, ...saved } = state;
  core.sendingSignal();
  core.show({ ...saved, withdrawing: asked ? "asked" : "no" });
}

/** Takes the saved reply back, once the guest was asked. */
export async function withdrawReply(core: ReplyCore) {
  const state = core.state();
  if (canChange(state) && state.withdrawing === "asked") await withdraw(core, state);
}

/** One key until the server has answered. */
async function withdraw(core: ReplyCore, state: ThanksState) {
  const { outside, server, drafts } = core;
  const { trouble: _, withdrawKey = outside.newKey(), ...saved } = state;
  const { form, visit } = saved;
  const signal = core.sendingSignal(() => withdraw(core, { ...state, withdrawKey }));
  const show = (withdrawing: "now" | "waiting") =>
    core.show({ ...saved, withdrawing, withdrawKey });
  show("now");
  const outcome = await untilAnswered(
    outside,
    () =>
      server.ask<WithdrawnReply>("/party/reply", signal, {
        method: "DELETE",
        headers: { ...bearer(visit.token), "idempotency-key": withdrawKey },
      }),
    signal,
    () => show("waiting"),
  );
  if (signal.aborted) return;
  if (!outcome.ok) return await refused(core, state, outcome.trouble);
  const { view, changeNumber } = outcome.body;
  drafts.drop(view.party.id);
  core.show({ ...beginReply(form, { ...visit, view }), withdrawn: true });
  core.onWithdrawn(changeNumber);
}

async function refused(core: Core, { form, visit }: ThanksState, trouble: Trouble) {
  if (endsVisit(trouble)) {
    core.forgetToken();
    return core.show(findStep(form, trouble), [trouble]);
  }
  // The deadline may have passed since this page was loaded.
  const signal = core.signal();
  const party = await core.server.readParty(visit.token, signal);
  if (signal.aborted) return;
  const view = party.ok ? party.body : visit.view;
  core.show({ ...savedStep(form, { ...visit, view }), trouble }, [trouble]);
}
