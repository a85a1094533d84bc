import { timingSafeEqual } from "node:crypto";
import { signature } from "./sign.ts";

export type Verification =
  | { verified: true; id: string; at: Date }
  | { verified: false; reason: Unverified };

export type Unverified =
  | "missing-header"
  | "bad-timestamp"
  | "too-old"
  | "too-new"
  | "no-matching-signature";

const toleranceMs = 300_000;

/**
 * Did someone who knows one of the secrets send exactly these bytes, not long ago? `body` is the raw
 * body: parsing and writing JSON again changes it. `names` is `svix` for senders that keep Svix's
 * own header names, as Resend does.
 */
export function verifyDelivery(
  { headers, body, secrets, now, names = "webhook" }: {
    headers: Headers;
    body: string | Uint8Array;
    secrets: readonly string[];
    now: Date;
    names?: "webhook" | "svix";
  },
): Verification {
  const id = headers.get(`${names}-id`);
  const timestamp = headers.get(`${names}-timestamp`);
  const given = headers.get(`${names}-signature`);
  if (!id || !timestamp || !given) return { verified: false, reason: "missing-header" };

  if (!/^\d{1,12}$/.test(timestamp)) return { verified: false, reason: "bad-timestamp" };
  const at = new Date(Number(timestamp) * 1000);
  const ageMs = Math.floor(now.getTime() / 1000) * 1000 - at.getTime();
  if (ageMs > toleranceMs) return { verified: false, reason: "too-old" };
  if (ageMs < -toleranceMs) return { verified: false, reason: "too-new" };

  const expected = secrets.map((each) => signature(each, id, timestamp, body));
  const entries = given.split(" ");
  // Every pair is compared, so that the time says nothing about which secret or entry matched.
  const matches = expected.flatMap((each) => entries.map((entry) => sameText(each, entry)));
  if (!matches.includes(true)) return { verified: false, reason: "no-matching-signature" };
  return { verified: true, id, at };
}

function sameText(expected: string, given: string): boolean {
  const encoder = new TextEncoder();
  const [one, other] = [encoder.encode(expected), encoder.encode(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}
