import { timingSafeEqual } from "node:crypto";
import type { PartyId } from "../../shared/ids.ts";
import type { SiteKeys } from "../access/keys.ts";
import { Problem } from "../problem.ts";
import type { SubmissionRow } from "./submissions.ts";

/** A keyed digest of what was sent, so that a repeated key can be told from a reused one. */
export function macOfBody(keys: SiteKeys, partyId: PartyId, body: unknown): Promise<Uint8Array> {
  return keys.mac("submission", `${partyId}|${JSON.stringify(body)}`);
}

/** True when this very press of Send was taken before. Throws when its key came with something else. */
export function checkRepeated(
  earlier: SubmissionRow | undefined,
  bodyMac: Uint8Array,
): earlier is SubmissionRow {
  if (!earlier) return false;
  if (!timingSafeEqual(earlier.bodyMac, bodyMac)) throw new Problem("idempotency-key-reused");
  return true;
}
