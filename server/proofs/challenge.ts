import { type Challenge, createChallenge, randomInt } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { secretsFor } from "./secrets.ts";
import type { SiteKeys } from "../access/keys.ts";

// A key takes less than a millisecond on a laptop, and the least work 50 to 100 of them.
const cost = 1000;
const leastKeys = 50;
// An old phone needs a second or two for the most work; how it was measured stands in DECISIONS.md.
const mostTimes = 4;

/** How long a challenge may be solved: somebody may put the telephone away meanwhile. */
export const challengeSeconds = 600;

/**
 * A challenge of ALTCHA's protocol, version 2, for one route of one site. `pressure`, from 0 to 1, says how much is going
 * on: the work grows with it, up to what an old phone can do.
 */
export async function makeChallenge(
  keys: SiteKeys,
  purpose: string,
  pressure: number,
  now: Date,
): Promise<Challenge> {
  const least = Math.round(leastKeys * (1 + (mostTimes - 1) * pressure));
  return await createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost,
    counter: randomInt(2 * least, least),
    deriveKey,
    expiresAt: new Date(now.getTime() + challengeSeconds * 1000),
    ...await secretsFor(keys, purpose),
  });
}
