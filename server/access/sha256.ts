import { createHash } from "node:crypto";

/** Of a few bytes: a trip through WebCrypto would cost more than the digest. */
export function sha256(text: string): Uint8Array {
  return new Uint8Array(createHash("sha256").update(text).digest());
}
