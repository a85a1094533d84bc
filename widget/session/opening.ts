import type { InvitationView } from "../../shared/party.ts";
import type { SiteForm } from "../../shared/site.ts";
import type { Core } from "./core.ts";
import { type FindState, findStep, noNote } from "./state.ts";
import type { Trouble } from "./trouble.ts";
import { untilAnswered } from "./until-answered.ts";

/** Loads the form, and the party where a link or an earlier visit names it. */
export async function openForm(core: Core, givenToken?: string) {
  const { server, outside } = core;
  const signal = core.signal();
  // Kept at once: the address bar no longer has it, and the line may be away.
  if (givenToken) core.keepToken(givenToken);
  const token = core.token();
  const away = (trouble: Trouble) => stayAway(core, trouble);
  const [form, party] = await Promise.all([
    untilAnswered(outside, () => server.readForm(signal), signal, away),
    token ? untilAnswered(outside, () => server.readParty(token, signal), signal, away) : null,
  ]);
  if (signal.aborted) return;
  if (!form.ok) return await away(form.trouble);
  if (!token || !party) return showFirst(core, form.body);
  if (party.ok) return await arrive(core, form.body, token, party.body);
  core.forgetToken();
  showFirst(core, form.body, party.trouble);
}

/** Says why the form is not there; the line is tried again meanwhile. */
async function stayAway(core: Core, trouble: Trouble) {
  const signal = core.signal();
  const refused = trouble.code === "unreachable" && await core.server.isThere(signal);
  const { step } = core.state();
  if (signal.aborted || (step !== "loading" && step !== "away")) return;
  const said: Trouble = refused ? { code: "page-not-allowed" } : trouble;
  core.show({ step: "away", trouble: said }, [said]);
}

/** Opens a personal link while the form is already there. */
export async function openLink(core: Core, form: SiteForm, token: string) {
  const signal = core.signal();
  const party = await core.server.readParty(token, signal);
  if (signal.aborted) return;
  if (party.ok) return await arrive(core, form, token, party.body);
  showFirst(core, form, party.trouble);
}

/** Looks for the invitation of the name that was typed. */
export async function findInvitation(core: Core, state: FindState) {
  if (state.busy) return;
  const signal = core.signal();
  const { form, name, secondFact } = state;
  const refuse = (trouble: Trouble) => {
    const asksSecondFact = state.asksSecondFact || trouble.code === "second-fact-needed";
    core.show({ ...state, busy: false, asksSecondFact, trouble }, [trouble]);
  };
  if (!name.trim()) return refuse({ code: "name-missing" });

  core.show({ ...state, busy: true });
  const fact = secondFact.trim();
  const found = await core.server.find({ name, ...(fact && { secondFact: fact }) }, signal);
  if (signal.aborted) return;
  if (!found.ok) return refuse(found.trouble);
  const { token, ...view } = found.body;
  await arrive(core, form, token, view);
}

/** Back to the first step; the draft stays on this device. */
export function leave(core: Core, form: SiteForm) {
  core.stop();
  core.live();
  core.forgetToken();
  showFirst(core, form);
}

async function arrive(core: Core, form: SiteForm, token: string, view: InvitationView) {
  const signal = core.signal();
  const desk = await core.desk();
  if (signal.aborted) return;
  if (!desk) return core.show({ step: "away", trouble: { code: "unreachable" } });
  await desk.arrive(form, { token, view });
}

function showFirst(core: Core, form: SiteForm, trouble?: Trouble) {
  if (form.replies === "closed") return core.show({ step: "closed", form, note: noNote });
  core.show(findStep(form, trouble), trouble ? [trouble] : []);
}
