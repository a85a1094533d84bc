import type { SiteForm } from "../../shared/site.ts";
import type { Core } from "./core.ts";
import type { ReplyDesk } from "./reply-desk.ts";
import type { Outcome } from "./server.ts";
import { type FindState, findStep, noNote, type Visit } from "./state.ts";
import { endsVisit, type Trouble } from "./trouble.ts";
import { untilAnswered } from "./until-answered.ts";

/** What the first step asks, as it is being typed. */
export type TypedName = Partial<Pick<FindState, "name" | "secondFact" | "subject">>;

/** Loads the form, unless it is there, and the party where a link or an earlier visit names it. */
export async function openForm(core: Core, givenToken?: string, known?: SiteForm) {
  const { server, outside } = core;
  const signal = core.signal();
  if (!outside.site) return showAway(core, { code: "site-not-found" });
  // Kept at once: the address bar no longer has it, and the line may be away.
  if (givenToken) core.keepToken(givenToken);
  const token = core.token();
  let answered = false;
  const away = async (trouble: Trouble) => {
    // A server that does not know the page hides what it says from it.
    const refused = trouble.code === "unreachable" && await server.isThere(signal);
    if (signal.aborted || answered) return;
    showAway(core, refused ? { code: "page-not-allowed" } : trouble);
  };
  const atHand = known ?? outside.formAtHand();
  const [form, party] = await Promise.all([
    atHand
      ? { ok: true as const, body: atHand }
      : untilAnswered(outside, () => server.readForm(signal), signal, away),
    token ? untilAnswered(outside, () => server.readParty(token, signal), signal, away) : null,
  ]);
  if (signal.aborted) return;
  answered = true;
  if (!form.ok) return showAway(core, form.trouble);
  if (!token || !party) return showFirst(core, form.body);
  if (party.ok) return await arrive(core, form.body, { token, view: party.body }, signal);
  if (!endsVisit(party.trouble)) return showAway(core, party.trouble);
  core.forgetToken();
  showFirst(core, form.body, party.trouble);
}

/** Says why the form is not there; a page is told once of what lasts. */
function showAway(core: Core, trouble: Trouble) {
  const before = core.state();
  const known = before.step === "away" && before.trouble.code === trouble.code;
  core.show({ step: "away", trouble }, known ? [] : [trouble]);
}

/** Looks for the invitation of the name that was typed. A press while the line is away tries at once. */
export async function findInvitation(core: Core, state: FindState) {
  if (state.busy && !state.trouble) return;
  const signal = core.findingSignal();
  const { form, name, secondFact, subject } = state;
  if (!name.trim()) return showFind(core, { busy: false }, { code: "name-missing" });

  showFind(core, { busy: true });
  const fact = secondFact.trim();
  const found = await untilAnswered(
    core.outside,
    () =>
      core.server.find({
        name,
        ...(fact && { secondFact: fact }),
        ...(subject && { subject }),
      }, signal),
    signal,
    (trouble) => showFind(core, { busy: true }, trouble),
  );
  if (signal.aborted) return;
  if (!found.ok) {
    const { trouble } = found;
    const again = fact && trouble.code === "invitation-not-found";
    const asksSecondFact = state.asksSecondFact || trouble.code === "second-fact-needed";
    const said: Trouble = again ? { code: "not-found-again" } : trouble;
    return showFind(core, { busy: false, asksSecondFact }, said);
  }
  const { token, ...view } = found.body;
  await arrive(core, form, { token, view }, signal);
}

/** Changes the first step as it stands: a note may be written meanwhile. */
function showFind(core: Core, change: Partial<FindState>, trouble?: Trouble) {
  const state = core.state();
  if (state.step !== "find") return;
  const { trouble: before, ...rest } = state;
  const lasts = change.busy && trouble?.code === before?.code;
  const said = trouble && { trouble };
  core.show({ ...rest, ...change, ...said }, trouble && !lasts ? [trouble] : []);
}

/** Changes what is typed into the first step; what is being looked for is no longer wanted. */
export function typeName(core: Core, state: FindState, change: TypedName) {
  core.findingSignal();
  const { trouble, ...rest } = state;
  const said = !state.busy && trouble && { trouble };
  core.show({ ...rest, ...change, busy: false, ...said });
}

/** Back to the first step; the draft stays on this device. */
export function leave(core: Core, form: SiteForm) {
  core.stop();
  core.live();
  core.forgetToken();
  showFirst(core, form);
}

async function arrive(core: Core, form: SiteForm, visit: Visit, signal: AbortSignal) {
  core.keepToken(visit.token);
  const desk = await untilAnswered(
    core.outside,
    async (): Promise<Outcome<ReplyDesk>> => {
      const body = await core.desk();
      return body ? { ok: true, body } : { ok: false, trouble: { code: "unreachable" } };
    },
    signal,
    (trouble) => showAway(core, trouble),
  );
  if (desk.ok && !signal.aborted) await desk.body.arrive(form, visit);
}

function showFirst(core: Core, form: SiteForm, trouble?: Trouble) {
  if (form.replies === "closed") return core.show({ step: "closed", form, note: noNote });
  core.show(findStep(form, trouble), trouble ? [trouble] : []);
}
