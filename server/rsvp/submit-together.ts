import type { Actor, Change, News } from "../../shared/changes.ts";
import type { PartyId, SiteId } from "../../shared/ids.ts";
import type { InvitationView } from "../../shared/party.ts";
import type { SavedReply } from "../../shared/reply.ts";
import { chainChanges } from "../changes/chain.ts";
import type { LockedSite } from "../changes/changes.ts";
import { isRefused } from "../database/errors.ts";
import { gather } from "../database/gather.ts";
import type { Sql } from "../database/sql.ts";
import type { Deps } from "../deps.ts";
import type { Headcounts } from "../headcount/count.ts";
import { Problem } from "../problem.ts";
import { type SubmissionState, submissionStates } from "./party-state.ts";
import { writeSubmissions, type WrittenSubmission } from "./write-submissions.ts";

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

/** How far a site is after the submissions of this flight that were decided already. */
interface Ahead {
  before: LockedSite;
  site: LockedSite;
  headcounts: Headcounts;
  changes: Change[];
  written: WrittenSubmission[];
  wake: Deps["wake"];
}

type Taken = PromiseSettledResult<Submitted | undefined>;

/**
 * Takes submissions that arrive at the same moment, of many sites, in two statements: one that reads, one that writes. Those of one site are
 * decided in turn, each on what the one before left behind. Undefined: something else happened on the site
 * meanwhile and nothing was written; `changeSite`, which waits for its turn, is the way.
 */
export const submitTogether = gather<AskedSubmission, Submitted | undefined>({
  answer: takeAll,
  most: 32,
  seat: ({ siteId, partyId }) => `${siteId} ${partyId}`,
});

async function takeAll(sql: Sql, asked: readonly AskedSubmission[]): Promise<Taken[]> {
  const states = await submissionStates(sql, asked);
  const ahead = new Map<SiteId, Ahead>();
  const decided: { taken: Taken; news: boolean }[] = [];
  for (const [place, one] of asked.entries()) {
    decided.push(await decideOne(one, states[place], ahead));
  }
  const written = await write(sql, [...ahead.values()], asked.length);
  return decided.map(({ taken, news }, place) => {
    const siteId = asked[place]?.siteId;
    const isTaken = !news || (siteId !== undefined && written.has(siteId));
    return isTaken ? taken : { status: "fulfilled", value: undefined };
  });
}

async function decideOne(
  { siteId, by, decide, deps }: AskedSubmission,
  state: SubmissionState | undefined,
  ahead: Map<SiteId, Ahead>,
): Promise<{ taken: Taken; news: boolean }> {
  try {
    if (!state?.site) throw new Problem("site-not-found");
    const so: Ahead = ahead.get(siteId) ?? {
      ...{ before: state.site, site: state.site, headcounts: state.headcounts },
      ...{ changes: [], written: [], wake: deps.wake },
    };
    const { site, headcounts } = so;
    const { news, written, result } = await decide(site, { ...state, site, headcounts });
    const taken: Taken = { status: "fulfilled", value: result };
    if (!written) return { taken, news: false };
    const changes = chainChanges(site, news, by, deps.now());
    const last = changes.at(-1);
    const moved = written.headcounts.map(({ eventId, headcount }) => [eventId, headcount] as const);
    ahead.set(siteId, {
      ...so,
      site: last ? { ...site, changeNumber: last.number, lastHash: last.hash } : site,
      headcounts: new Map([...headcounts, ...moved]),
      changes: [...so.changes, ...changes],
      written: [...so.written, written],
    });
    return { taken, news: true };
  } catch (reason) {
    return { taken: { status: "rejected", reason }, news: false };
  }
}

/** The sites that were written, whose followers are woken. */
async function write(sql: Sql, ahead: readonly Ahead[], flight: number): Promise<Set<SiteId>> {
  if (ahead.length === 0) return new Set();
  try {
    const written = await writeSubmissions(
      sql,
      ahead.map(({ before, changes, written }) => ({ site: before, changes, written })),
    );
    for (const { site, changes, wake } of ahead) if (written.has(site.id)) wake(site.id, changes);
    return written;
  } catch (error) {
    // What the database does not take of one must not be the end of the others: each goes alone.
    if (flight > 1 && isRefused(error)) return new Set();
    throw error;
  }
}
