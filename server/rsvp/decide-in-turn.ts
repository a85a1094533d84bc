import type { Actor, Change, News } from "../../shared/changes.ts";
import type { PartyId, SiteId } from "../../shared/ids.ts";
import type { InvitationView } from "../../shared/party.ts";
import type { SavedReply } from "../../shared/reply.ts";
import { chainChanges } from "../changes/chain.ts";
import type { LockedSite } from "../changes/changes.ts";
import type { Deps } from "../deps.ts";
import type { Headcounts } from "../headcount/count.ts";
import { Problem } from "../problem.ts";
import type { SubmissionState } from "./party-state.ts";
import type { SiteWriting, WrittenSubmission } from "./write-submissions.ts";

export interface Submitted {
  reply: SavedReply;
  changeNumber: number;
  view: InvitationView;
}

/** What is to become of a submission. Nothing written: it was taken before. */
export interface Decided {
  news: News[];
  written?: WrittenSubmission;
  result: Submitted;
}

export interface AskedSubmission {
  siteId: SiteId;
  partyId: PartyId;
  key: string;
  by: Actor;
  /** May refuse by throwing a Problem. */
  decide(site: LockedSite, state: SubmissionState): Promise<Decided>;
  deps: Pick<Deps, "now" | "wake">;
}

/** How far a site is after the submissions that were decided already. */
export interface Ahead extends SiteWriting {
  site: LockedSite;
  changes: Change[];
  written: WrittenSubmission[];
  /** The site and its numbers as these leave them. */
  then: LockedSite;
  headcounts: Headcounts;
  wake: Deps["wake"];
}

export interface DecidedInTurn {
  /** In the order in which they were asked; as they are once `ahead` is written. */
  outcomes: PromiseSettledResult<Submitted>[];
  /** Which of them, refusals too, rest on what is to be written of their site. */
  rest: boolean[];
  ahead: Ahead[];
}

/** Decides submissions that were read at the same moment one after the other: those of one site each on what the one before left. */
export async function decideInTurn(
  asked: readonly AskedSubmission[],
  states: readonly SubmissionState[],
): Promise<DecidedInTurn> {
  const ahead = new Map<SiteId, Ahead>();
  const outcomes: PromiseSettledResult<Submitted>[] = [];
  const rest: boolean[] = [];
  for (const [place, one] of asked.entries()) {
    outcomes.push(await decideOne(one, states[place], ahead));
    rest.push(ahead.has(one.siteId));
  }
  return { outcomes, rest, ahead: [...ahead.values()] };
}

async function decideOne(
  { siteId, by, decide, deps }: AskedSubmission,
  state: SubmissionState | undefined,
  ahead: Map<SiteId, Ahead>,
): Promise<PromiseSettledResult<Submitted>> {
  try {
    if (!state?.site) throw new Problem("site-not-found");
    const so = ahead.get(siteId) ?? aheadOf(state.site, state.headcounts, deps);
    const { then, headcounts } = so;
    const { news, written, result } = await decide(then, { ...state, site: then, headcounts });
    if (written) ahead.set(siteId, goOn(so, chainChanges(then, news, by, deps.now()), written));
    return { status: "fulfilled", value: result };
  } catch (reason) {
    return { status: "rejected", reason };
  }
}

function aheadOf(site: LockedSite, headcounts: Headcounts, { wake }: Pick<Deps, "wake">): Ahead {
  return { site, changes: [], written: [], then: site, headcounts, wake };
}

function goOn(so: Ahead, changes: readonly Change[], written: WrittenSubmission): Ahead {
  const last = changes.at(-1);
  const moved = written.headcounts.map(({ eventId, headcount }) => [eventId, headcount] as const);
  return {
    ...so,
    changes: [...so.changes, ...changes],
    written: [...so.written, written],
    then: last ? { ...so.then, changeNumber: last.number, lastHash: last.hash } : so.then,
    headcounts: new Map([...so.headcounts, ...moved]),
  };
}
