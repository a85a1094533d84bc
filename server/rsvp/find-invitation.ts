import type { FindInvitation, FoundInvitation } from "../../shared/party.ts";
import { visitToken } from "../access/personal-link.ts";
import type { Deps } from "../deps.ts";
import { findParty, nobody } from "../guests/find-party.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { atEvenPace, type Pace } from "./even-pace.ts";
import { viewParty } from "./read-party.ts";

type Asking = Pick<Deps, "sql" | "now" | "keys">;

const visitMs = 12 * 60 * 60 * 1000;

/**
 * Opens the invitation of whoever has this name, for twelve hours. Says nothing of who else is invited: a name that nobody
 * has, a second fact that is wrong and a site that takes links alone are answered alike.
 * Problems: `invitation-not-found`, `second-fact-needed`.
 */
export function findInvitation(
  deps: Asking,
  site: SiteHead,
  asked: FindInvitation,
  pace?: Pace,
): Promise<FoundInvitation> {
  return atEvenPace(() => find(deps, site, asked), pace);
}

async function find(
  deps: Asking,
  site: SiteHead,
  asked: FindInvitation,
): Promise<FoundInvitation> {
  const { finding } = site.settings;
  if (finding.by === "link") throw new Problem("invitation-not-found");
  if (finding.secondFact === "always" && asked.secondFact === undefined) {
    throw new Problem("second-fact-needed");
  }
  const found = await findParty(deps, site, asked);
  // A miss goes all the way too, as nobody: as much work as a hit.
  const party = typeof found === "string" ? nobody : found;
  const view = await viewParty(deps, site, party);
  const until = new Date(deps.now().getTime() + visitMs);
  const token = await visitToken(await deps.keys.forSite(site), party, until);
  if (found === "several" && asked.secondFact === undefined) {
    throw new Problem("second-fact-needed");
  }
  if (typeof found === "string") throw new Problem("invitation-not-found");
  return { ...view, token };
}
