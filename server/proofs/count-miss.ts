import type { Deps } from "../deps.ts";
import { type Suspicion, type Use, useLimits } from "../http/limits.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { bucketsOf, type From } from "./buckets.ts";

/** What is counted of answers that tell of guessing. */
export function missBuckets({ misses }: Suspicion, route: string, from: From): Use[] {
  return bucketsOf("missed ", misses?.limits ?? [], route, from);
}

/**
 * Counts what a caller was told, if it tells of guessing. Exactly the code of the answer decides: whoever watches when
 * a proof is asked for learns nothing that the answer did not say.
 */
export async function countMiss(
  { sql, now }: Pick<Deps, "sql" | "now">,
  suspicion: Suspicion,
  route: string,
  { site, address }: { site: SiteHead; address: string },
  error: unknown,
): Promise<void> {
  if (!(error instanceof Problem) || !suspicion.misses?.codes.includes(error.code)) return;
  await useLimits(sql, missBuckets(suspicion, route, { address, site: site.id }), now());
}
