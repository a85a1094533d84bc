import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";

/** The `Proof` header for a challenge, made by ALTCHA's own library. */
export async function solveProof(challenge: unknown): Promise<string> {
  const asked = challenge as Challenge;
  const solution = await solveChallenge({ challenge: asked, deriveKey });
  return btoa(JSON.stringify({ challenge: asked, solution }));
}
