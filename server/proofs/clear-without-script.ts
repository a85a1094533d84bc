import type { Deps } from "../deps.ts";
import { useLimits } from "../http/limits.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { bucketsOf } from "./buckets.ts";
import { countMiss } from "./count-miss.ts";
import { finding, trapped, withoutScript } from "./paces.ts";

/**
 * Lets a call of the form without script go ahead, or has it wait: there nobody can solve a challenge.
 * Problem: `too-many-requests`.
 */
export async function clearWithoutScript(
  { sql, now }: Pick<Deps, "sql" | "now">,
  asked: { what: "find" | "note"; site: SiteHead; address: string; trapped: boolean },
): Promise<void> {
  const from = { address: asked.address, site: asked.site.id };
  const uses = [
    ...bucketsOf("plain ", withoutScript[asked.what], asked.what, from),
    ...(asked.trapped ? bucketsOf("trapped ", trapped, asked.what, from) : []),
  ];
  const wait = await useLimits(sql, uses, now());
  if (wait > 0) throw new Problem("too-many-requests", undefined, {}, wait);
}

/** Counts a wrong answer of the form without script among those of the form itself. */
export function countMissWithoutScript(
  deps: Pick<Deps, "sql" | "now">,
  asked: { site: SiteHead; address: string },
  error: unknown,
): Promise<void> {
  return countMiss(deps, finding.suspicion, "POST /v1/sites/:site/find", asked, error);
}
