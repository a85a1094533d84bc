import type { Deps } from "../deps.ts";
import { fullness, type Suspicion, useLimits } from "../http/limits.ts";
import type { AnyRoute } from "../http/route.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { bucketsOf } from "./buckets.ts";
import { makeChallenge } from "./challenge.ts";
import { checkProof } from "./check-proof.ts";
import { missBuckets } from "./count-miss.ts";

/** A call of a route that may grow suspicious, before its verb runs. */
export interface Suspect {
  route: AnyRoute & { suspicion: Suspicion };
  site: SiteHead;
  address: string;
  /** The header that carries a proof. */
  proof: string | null;
  /** Seconds until the next call without one; 0: this one may go ahead. */
  wait: number;
  /** It filled in what no person sees. */
  trapped: boolean;
}

// Whoever waits instead of solving: when the trap or the whole site's pace is the reason, there is no better number.
const someWait = 60;

/**
 * Lets a call go ahead, or asks for a proof of work. It looks at how often was called, at what callers have been told,
 * and at the trap; never at whether this name would be found, so the asking says nothing of the guest list.
 * Problems: `proof-needed`, `too-many-requests`.
 */
export async function clearCall(
  deps: Pick<Deps, "sql" | "now" | "keys">,
  { route, site, address, proof, wait, trapped }: Suspect,
): Promise<void> {
  const purpose = `${route.method} ${route.path}`;
  const now = deps.now();
  const from = { address, site: site.id };
  const misses = missBuckets(route.suspicion, purpose, from);
  const proven = bucketsOf("proven ", route.suspicion.proven, purpose, from);
  const full = await fullness(deps.sql, [...misses, ...proven], now);
  const missed = full.slice(0, misses.length);
  misses.forEach(({ per, calls, seconds }, at) => {
    const isFull = (missed[at] ?? 0) + 1 / calls > 1;
    if (per !== "site" && isFull) {
      throw new Problem("too-many-requests", undefined, {}, Math.ceil(seconds / calls));
    }
  });

  const keys = await deps.keys.forSite(site);
  if (proof !== null && await checkProof(deps, keys, purpose, proof)) {
    const wait = await useLimits(deps.sql, proven, now);
    if (wait > 0) throw new Problem("too-many-requests", undefined, {}, wait);
    return;
  }
  const guessed = missed.some((part) => part >= 0.5);
  if (proof === null && !trapped && !guessed && wait === 0) return;
  const challenge = await makeChallenge(keys, purpose, Math.max(...full), now);
  throw new Problem(
    "proof-needed",
    "Solve the challenge (ALTCHA, version 2) and repeat the request with its payload in the header Proof.",
    { challenge },
    wait || someWait,
  );
}
