import type { SiteKeys } from "../access/keys.ts";

/**
 * What challenges are signed with: of the site's key and of the route, so that no other site's and no other route's
 * proof is worth anything here, and the operator has no secret more to keep.
 */
export async function secretsFor(keys: SiteKeys, purpose: string) {
  const [challenge, answer] = await Promise.all([
    keys.mac("proof challenge", purpose),
    keys.mac("proof answer", purpose),
  ]);
  return { hmacSignatureSecret: challenge.toHex(), hmacKeySignatureSecret: answer.toHex() };
}
