import { verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import type { SiteKeys } from "../access/keys.ts";
import { sha256 } from "../access/sha256.ts";
import type { Deps } from "../deps.ts";
import { useLimits } from "../http/limits.ts";
import { challengeSeconds } from "./challenge.ts";
import { readProof } from "./proof.ts";
import { secretsFor } from "./secrets.ts";

/**
 * Whether this is the solution of a challenge that was made here, for this purpose, has not ended and was not used
 * before. Uses it up, for every process: of two calls with the same proof one goes ahead.
 */
export async function checkProof(
  { sql, now }: Pick<Deps, "sql" | "now">,
  keys: SiteKeys,
  purpose: string,
  header: string,
): Promise<boolean> {
  const proof = readProof(header);
  const at = now();
  if (!proof || proof.challenge.parameters.expiresAt * 1000 < at.getTime()) return false;
  const { verified } = await verifySolution({
    ...proof,
    deriveKey,
    ...await secretsFor(keys, purpose),
  });
  if (!verified) return false;
  // A bucket for one call, that is not empty again before the challenge has ended.
  const used = { per: "caller", calls: 1, seconds: challengeSeconds + 1 } as const;
  const caller = sha256(proof.challenge.signature);
  return await useLimits(sql, [{ ...used, name: "proof", caller }], at) === 0;
}
