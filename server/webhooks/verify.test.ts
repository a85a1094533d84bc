import assert from "node:assert/strict";
import { Webhook as StandardWebhook } from "standardwebhooks";
import { Webhook as SvixWebhook } from "svix";
import { newSecret, signDelivery } from "./sign.ts";
import vectors from "./vectors.json" with { type: "json" };
import { verifyDelivery } from "./verify.ts";

Deno.test.sanitizer({ ops: true, resources: true });

const [vector] = vectors.vectors;
assert.ok(vector);
const { secret, id, body, signature } = vector;
const now = new Date(vector.timestamp * 1000);

function aDelivery(overrides: Record<string, string> = {}): Headers {
  return new Headers({
    "webhook-id": id,
    "webhook-timestamp": String(vector?.timestamp),
    "webhook-signature": signature,
    ...overrides,
  });
}

Deno.test("verifyDelivery() accepts the published vector, with and without whsec_", () => {
  for (const each of [secret, secret.replace("whsec_", "")]) {
    const verification = verifyDelivery({
      headers: aDelivery(),
      body,
      secrets: [newSecret(), each],
      now,
    });

    assert.deepEqual(verification, { verified: true, id, at: now });
  }
});

Deno.test("verifyDelivery() finds the right signature among others", () => {
  const headers = aDelivery({ "webhook-signature": vectors.multiSignatureHeader });

  assert.ok(verifyDelivery({ headers, body, secrets: [secret], now }).verified);
});

Deno.test("verifyDelivery() takes exactly five minutes either way, and not a second more", async () => {
  const at = (seconds: number) =>
    verifyDelivery({
      headers: aDelivery(),
      body,
      secrets: [secret],
      now: new Date(now.getTime() + seconds * 1000),
    });

  assert.ok((await at(300)).verified);
  assert.ok((await at(-300)).verified);
  assert.deepEqual(await at(301), { verified: false, reason: "too-old" });
  assert.deepEqual(await at(-301), { verified: false, reason: "too-new" });
});

const refusals: [string, Record<string, string>, string][] = [
  ["no id", { "webhook-id": "" }, "missing-header"],
  ["no timestamp", { "webhook-timestamp": "" }, "missing-header"],
  ["no signature", { "webhook-signature": "" }, "missing-header"],
  ["a timestamp in words", { "webhook-timestamp": "hello" }, "bad-timestamp"],
  ["a timestamp with a tail", { "webhook-timestamp": "1614265330abc" }, "bad-timestamp"],
  ["a timestamp past all dates", { "webhook-timestamp": "9".repeat(30) }, "bad-timestamp"],
  ["another id", { "webhook-id": `${id}x` }, "no-matching-signature"],
  [
    "the right signature under another version",
    { "webhook-signature": signature.replace("v1,", "v2,") },
    "no-matching-signature",
  ],
  ...vectors.invalidSignatureHeaders.map((header): [string, Record<string, string>, string] => [
    `the signature ${header}`,
    { "webhook-signature": header },
    "no-matching-signature",
  ]),
];

for (const [name, overrides, reason] of refusals) {
  Deno.test(`verifyDelivery() refuses ${name}`, () => {
    const headers = aDelivery(overrides);

    assert.deepEqual(
      verifyDelivery({ headers, body, secrets: [secret], now }),
      { verified: false, reason },
    );
  });
}

Deno.test("verifyDelivery() refuses another body or another secret, and throws on an empty one", () => {
  const headers = aDelivery();
  const refused = { verified: false, reason: "no-matching-signature" };

  assert.deepEqual(
    verifyDelivery({ headers, body: body + "\n", secrets: [secret], now }),
    refused,
  );
  assert.deepEqual(verifyDelivery({ headers, body, secrets: [newSecret()], now }), refused);
  assert.deepEqual(verifyDelivery({ headers, body, secrets: [], now }), refused);
  assert.throws(() => verifyDelivery({ headers, body, secrets: [""], now }), /empty/);
});

Deno.test("verifyDelivery() accepts what both libraries sign, Svix's own header names included", () => {
  const at = new Date();
  const secret = newSecret();
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const bySvix = new Headers({
    "svix-id": "msg_1",
    "svix-timestamp": timestamp,
    "svix-signature": new SvixWebhook(secret).sign("msg_1", at, body),
  });
  const byStandard = new Headers({
    "webhook-id": "msg_1",
    "webhook-timestamp": timestamp,
    "webhook-signature": new StandardWebhook(secret).sign("msg_1", at, body),
  });
  const given = { body, secrets: [secret], now: at };

  assert.ok(verifyDelivery({ ...given, headers: bySvix, names: "svix" }).verified);
  assert.ok(verifyDelivery({ ...given, headers: byStandard }).verified);
  assert.deepEqual(
    verifyDelivery({ ...given, headers: bySvix }),
    { verified: false, reason: "missing-header" },
  );
});

Deno.test("verifyDelivery() checks the bytes as sent, not the text they decode to", () => {
  const at = new Date();
  const secret = newSecret();
  const headers = signDelivery({ id: "msg_1", at, body: "caf\ufffd", secrets: [secret] });

  const verification = verifyDelivery({
    headers: new Headers(headers),
    body: new Uint8Array([0x63, 0x61, 0x66, 0xe9]),
    secrets: [secret],
    now: at,
  });

  assert.deepEqual(verification, { verified: false, reason: "no-matching-signature" });
});
