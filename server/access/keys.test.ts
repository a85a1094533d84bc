import assert from "node:assert/strict";
import { newId } from "../../shared/ids.ts";
import { createKeys, type MasterKey } from "./keys.ts";

function aMaster(version: number): MasterKey {
  return { version, bytes: crypto.getRandomValues(new Uint8Array(32)) };
}

Deno.test("what a site's key seals, it unseals, whatever the value", async () => {
  const keys = await createKeys([aMaster(1)]);
  const id = newId("site");
  const site = await keys.forSite({ id, keySealed: await keys.newSiteKey(id) });

  for (const value of ["ana@example.com", { phone: "+351 9", list: [1, null] }, "", "Zoë 💍"]) {
    assert.deepEqual(await site.unseal(await site.seal(value, "a|b|c"), "a|b|c"), value);
  }
});

Deno.test("the same text sealed twice looks different", async () => {
  const { server } = await createKeys([aMaster(1)]);

  const [one, other] = [await server.seal("nuts", "row"), await server.seal("nuts", "row")];

  assert.notDeepEqual(one, other);
});

Deno.test("a sealed text that was moved to another row, or changed, does not open", async () => {
  const { server } = await createKeys([aMaster(1)]);
  const sealed = await server.seal("nuts", "replies|guest_1|note");
  const tampered = sealed.slice();
  tampered[tampered.length - 1] = (tampered.at(-1) ?? 0) ^ 1;

  await assert.rejects(server.unseal(sealed, "replies|guest_2|note"));
  await assert.rejects(server.unseal(tampered, "replies|guest_1|note"));
  await assert.rejects(server.unseal(new Uint8Array(5), "replies|guest_1|note"));
});

Deno.test("a site's key opens nothing of another site", async () => {
  const keys = await createKeys([aMaster(1)]);
  const [id, otherId] = [newId("site"), newId("site")];
  const site = await keys.forSite({ id, keySealed: await keys.newSiteKey(id) });
  const other = await keys.forSite({ id: otherId, keySealed: await keys.newSiteKey(otherId) });

  const sealed = await site.seal("nuts", "row");

  await assert.rejects(other.unseal(sealed, "row"));
  assert.notDeepEqual(await site.mac("link", "a"), await other.mac("link", "a"));
});

Deno.test("a site's wrapped key does not open as another site's", async () => {
  const keys = await createKeys([aMaster(1)]);
  const keySealed = await keys.newSiteKey(newId("site"));

  await assert.rejects(keys.forSite({ id: newId("site"), keySealed }));
});

Deno.test("digests of different purposes have nothing to do with each other", async () => {
  const { server } = await createKeys([aMaster(1)]);

  assert.deepEqual(await server.mac("mail", "a"), await server.mac("mail", "a"));
  assert.notDeepEqual(await server.mac("mail", "a"), await server.mac("phone", "a"));
  assert.equal((await server.mac("mail", "a")).length, 32);
});

Deno.test("with a new master key in front, sites and people of the old one are still known", async () => {
  const [old, fresh] = [aMaster(1), aMaster(2)];
  const id = newId("site");
  const before = await createKeys([old]);
  const keySealed = await before.newSiteKey(id);
  const sealed = await (await before.forSite({ id, keySealed })).seal("nuts", "row");

  const after = await createKeys([fresh, old]);

  assert.equal(await (await after.forSite({ id, keySealed })).unseal(sealed, "row"), "nuts");
  assert.deepEqual(await after.server.mac("mail", "a"), await before.server.mac("mail", "a"));
  assert.equal((await after.newSiteKey(id))[0], 2);
});

Deno.test("without its master key a site's key does not open, and the reason names no secret", async () => {
  const id = newId("site");
  const keySealed = await (await createKeys([aMaster(1)])).newSiteKey(id);
  const keys = await createKeys([aMaster(2)]);

  await assert.rejects(keys.forSite({ id, keySealed }), /master key is not in MASTER_KEYS/);
});

Deno.test("a wrapped key that did not open is tried again, not remembered as broken", async () => {
  const keys = await createKeys([aMaster(1)]);
  const id = newId("site");
  const keySealed = await keys.newSiteKey(id);

  await assert.rejects(keys.forSite({ id, keySealed: keySealed.slice(0, 20) }));

  assert.ok(await keys.forSite({ id, keySealed }));
});

Deno.test("master keys must be there, and be told apart by their versions", async () => {
  await assert.rejects(createKeys([]), /without a master key/);
  await assert.rejects(createKeys([aMaster(1), aMaster(1)]), /two master keys 1 apart/);
});

Deno.test("what was sealed opens by the recipe alone: HKDF, then AES-256-GCM over nonce, text and tag", async () => {
  const master = aMaster(1);
  const { server } = await createKeys([master]);
  const sealed = await server.seal("nuts", "row");

  const root = await crypto.subtle.importKey("raw", master.bytes.slice(), "HKDF", false, [
    "deriveKey",
  ]);
  const info = new TextEncoder().encode("wedding-rsvp seal");
  const hkdf = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info };
  const aes = { name: "AES-GCM", length: 256 };
  const key = await crypto.subtle.deriveKey(hkdf, root, aes, false, ["decrypt"]);
  const additionalData = new TextEncoder().encode("server|row");
  const gcm = { name: "AES-GCM", iv: sealed.slice(0, 12), additionalData };
  const opened = await crypto.subtle.decrypt(gcm, key, sealed.slice(12));

  assert.equal(new TextDecoder().decode(opened), '"nuts"');
});
