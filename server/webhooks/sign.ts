import { createHmac } from "node:crypto";

const prefix = "whsec_";

export type DeliveryHeader = "webhook-id" | "webhook-timestamp" | "webhook-signature";

/** What one endpoint and we share: 32 random bytes, written the way Standard Webhooks does. */
export function newSecret(): string {
  return prefix + crypto.getRandomValues(new Uint8Array(32)).toBase64();
}

/**
 * The headers of one delivery. While a secret is rotated out there are two, and one signature for
 * each, so that a receiver which knows either of them accepts.
 */
export function signDelivery(
  { id, at, body, secrets }: { id: string; at: Date; body: string; secrets: readonly string[] },
): Record<DeliveryHeader, string> {
  // A full stop in the id would let two different deliveries have the same signed text.
  if (!/^[!-~]+$/.test(id) || id.includes(".")) throw new Error(`Cannot sign: bad id ${id}`);
  if (secrets.length === 0) throw new Error("Cannot sign: there is no secret");
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => signature(secret, id, timestamp, body));
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signatures.join(" "),
  };
}

/** One entry of the signature header: `v1,` and the HMAC-SHA256 of `id.timestamp.body`. */
export function signature(
  secret: string,
  id: string,
  timestamp: string,
  body: string | Uint8Array,
): string {
  const head = `${id}.${timestamp}.`;
  const hmac = createHmac("sha256", secretBytes(secret));
  const signed = typeof body === "string"
    ? hmac.update(head + body)
    : hmac.update(head).update(body);
  return `v1,${signed.digest("base64")}`;
}

function secretBytes(secret: string): Uint8Array<ArrayBuffer> {
  const text = secret.startsWith(prefix) ? secret.slice(prefix.length) : secret;
  let bytes;
  try {
    bytes = Uint8Array.fromBase64(text);
  } catch {
    // The cause would carry the secret into logs.
    throw new Error("Cannot use the secret: it is not base64");
  }
  if (bytes.length === 0) throw new Error("Cannot use the secret: it is empty");
  return bytes;
}
