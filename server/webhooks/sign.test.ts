import assert from "node:assert/strict";
import fc from "fast-check";
import { Webhook as StandardWebhook } from "standardwebhooks";
import { Webhook as SvixWebhook } from "svix";
import { newSecret, signDelivery } from "./sign.ts";
import vectors from "./vectors.json" with { type: "json" };
import { verifyDelivery } from "./verify.ts";

Deno.test.sanitizer({ ops: true, resources: true });

const libraries = {
  standardwebhooks: (secret: string) => new StandardWebhook(secret),
  svix: (secret: string) => new SvixWebhook(secret),
};
const body = '{"attending":42,"note":"Zoë 🥂"}';

for (const vector of vectors.vectors) {
  Deno.test(`signDelivery() makes the published signature: ${vector.name}`, () => {
    const { secret, id, timestamp, body, signature } = vector;

    const headers = signDelivery({
      id,
      at: new Date(timestamp * 1000),
      body,
      secrets: [secret, secret.replace("whsec_", "")],
    });

    assert.deepEqual(headers, {
      "webhook-id": id,
      "webhook-timestamp": String(timestamp),
      "webhook-signature": `${signature} ${signature}`,
    });
  });
}

Deno.test("newSecret() gives 32 bytes, other ones every time", () => {
  const secrets = Array.from({ length: 100 }, newSecret);

  assert.equal(new Set(secrets).size, 100);
  for (const secret of secrets) {
    assert.match(secret, /^whsec_/);
    assert.equal(Uint8Array.fromBase64(secret.slice("whsec_".length)).length, 32);
  }
});

for (const [name, library] of Object.entries(libraries)) {
  Deno.test(`${name} accepts a delivery while the secret is rotated, by the old and by the new one`, () => {
    const [oldSecret, newerSecret] = [newSecret(), newSecret()];

    const headers = signDelivery({
      id: "delivery_1",
      at: new Date(),
      body,
      secrets: [newerSecret, oldSecret],
    });

    assert.doesNotThrow(() => library(oldSecret).verify(body, headers));
    assert.doesNotThrow(() => library(newerSecret).verify(body, headers));
    assert.throws(() => library(newSecret()).verify(body, headers), /No matching signature/);
  });

  Deno.test(`${name} refuses another secret, a changed body and an old or early delivery`, async () => {
    const secret = newSecret();
    const sign = (secondsFromNow: number) =>
      signDelivery({
        id: "delivery_1",
        at: new Date(Date.now() + secondsFromNow * 1000),
        body,
        secrets: [secret],
      });
    const headers = await sign(0);
    const [old, early] = [await sign(-310), await sign(310)];

    assert.throws(() => library(newSecret()).verify(body, headers), /No matching signature/);
    assert.throws(() => library(secret).verify(body + " ", headers), /No matching signature/);
    assert.throws(
      () => library(secret).verify(body, { ...headers, "webhook-id": "delivery_2" }),
      /No matching signature/,
    );
    assert.throws(() => library(secret).verify(body, old), /too old/);
    assert.throws(() => library(secret).verify(body, early), /too new/);
  });
}

Deno.test("signDelivery() and verifyDelivery() agree with both libraries on any text", () => {
  const secrets = fc.uint8Array({ minLength: 24, maxLength: 64 })
    .map((bytes) => `whsec_${bytes.toBase64()}`);
  const bodies = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.integer({ min: 0, max: 0xffff }))
      .map((units) => String.fromCharCode(...units)),
  );

  fc.assert(
    fc.property(
      bodies,
      fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/),
      fc.array(secrets, { minLength: 1, maxLength: 3 }),
      (body, id, secrets) => {
        const now = new Date();
        const headers = signDelivery({ id, at: now, body, secrets });
        const bytes = new TextEncoder().encode(body);

        for (const secret of secrets) {
          const verify = { headers: new Headers(headers), secrets: [secret], now };
          const at = new Date(Math.floor(now.getTime() / 1000) * 1000);
          assert.deepEqual(verifyDelivery({ ...verify, body }), { verified: true, id, at });
          assert.deepEqual(verifyDelivery({ ...verify, body: bytes }), {
            verified: true,
            id,
            at,
          });
          new StandardWebhook(secret).verify(body, headers, { jsonParse: false });
          new SvixWebhook(secret).verify(body, headers);
        }
      },
    ),
    { numRuns: 200 },
  );
});

Deno.test("signDelivery() refuses what nobody could verify, without telling the secret", () => {
  const at = new Date();
  const sign = (id: string, secrets: string[]) => signDelivery({ id, at, body, secrets });

  assert.throws(() => sign("delivery_1", []), /no secret/);
  assert.throws(() => sign("delivery_1", ["whsec_"]), /empty/);
  assert.throws(() => sign("delivery.1", [newSecret()]), /bad id/);
  assert.throws(() => sign("delivery 1", [newSecret()]), /bad id/);
  assert.throws(() => sign("", [newSecret()]), /bad id/);
  assert.throws(
    () => sign("delivery_1", ["whsec_not*base64"]),
    (error: Error) =>
      !Deno.inspect(error).includes("not*base64") && /not base64/.test(error.message),
  );
});
