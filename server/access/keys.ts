import { createCipheriv, createDecipheriv, createHmac } from "node:crypto";
import type { SiteId } from "../../shared/ids.ts";

/**
 * What a site's key can do. `row` is the identity of the row that the text is kept in: a sealed text moved
 * to another row, or another site, does not open.
 */
export interface SiteKeys {
  seal(value: unknown, row: string): Promise<Uint8Array>;
  unseal<Value>(sealed: Uint8Array, row: string): Promise<Value>;
  /** The same for what is bytes already. */
  sealBytes(bytes: Uint8Array, row: string): Promise<Uint8Array>;
  unsealBytes(sealed: Uint8Array, row: string): Promise<Uint8Array>;
  /** A keyed digest of 32 bytes; digests of different purposes have nothing to do with each other. */
  mac(purpose: string, text: string): Promise<Uint8Array>;
}

export interface Keys {
  /** A new site's own key, wrapped by the newest master key. */
  newSiteKey(siteId: SiteId): Promise<Uint8Array>;
  forSite(site: { id: SiteId; keySealed: Uint8Array }): Promise<SiteKeys>;
  /** The server's own key, for what belongs to no site: people who sign in. */
  readonly server: SiteKeys;
}

export interface MasterKey {
  /** 0 to 255, written beside every key it wraps. */
  version: number;
  bytes: Uint8Array;
}

const cipher = "aes-256-gcm";
const nonceLength = 12;
const tagLength = 16;
// A site's keys are some kB and derived in a millisecond; this many are kept.
const mostCached = 5000;

/**
 * Envelope encryption: AES-256-GCM under a key per site, which a versioned master key wraps (OWASP Cryptographic
 * Storage). The first master key wraps new site keys; older ones still open theirs.
 */
export async function createKeys(masters: readonly MasterKey[]): Promise<Keys> {
  const [newest, oldest] = [masters[0], masters.at(-1)];
  if (!newest || !oldest) throw new Error("Cannot make keys without a master key.");
  const wrapping = new Map<number, Uint8Array>();
  for (const { version, bytes } of masters) {
    if (wrapping.has(version)) throw new Error(`Cannot tell two master keys ${version} apart.`);
    wrapping.set(version, await derive(await importRoot(bytes), "wrap"));
  }
  const wrap = { version: newest.version, key: wrapping.get(newest.version) as Uint8Array };
  const cache = new Map<SiteId, { keySealed: Uint8Array; keys: Promise<SiteKeys> }>();
  // Of the oldest key: a new one in front must not make strangers of all who sign in.
  const server = await deriveKeys(oldest.bytes, "server");

  function newSiteKey(siteId: SiteId): Promise<Uint8Array> {
    const sealed = encrypt(wrap.key, crypto.getRandomValues(new Uint8Array(32)), siteId);
    return Promise.resolve(Uint8Array.of(wrap.version, ...sealed));
  }

  async function openSiteKey(id: SiteId, keySealed: Uint8Array): Promise<SiteKeys> {
    const master = wrapping.get(keySealed[0] ?? -1);
    if (!master) {
      throw new Error(`Cannot open the key of ${id}: its master key is not in MASTER_KEYS.`);
    }
    return await deriveKeys(decrypt(master, keySealed.subarray(1), id), id);
  }

  function forSite({ id, keySealed }: { id: SiteId; keySealed: Uint8Array }): Promise<SiteKeys> {
    const cached = cache.get(id);
    if (cached && sameBytes(cached.keySealed, keySealed)) return cached.keys;
    const keys = openSiteKey(id, keySealed);
    const [first] = cache.keys();
    if (first && cache.size >= mostCached) cache.delete(first);
    cache.set(id, { keySealed, keys });
    keys.catch(() => cache.delete(id));
    return keys;
  }

  return { newSiteKey, forSite, server };
}

async function deriveKeys(bytes: Uint8Array, owner: string): Promise<SiteKeys> {
  const root = await importRoot(bytes);
  const [sealing, macKey] = await Promise.all([derive(root, "seal"), derive(root, "mac")]);
  // Every request makes some of these, of a few bytes each: a trip through WebCrypto, on a thread of
  // its own, would cost more than the work.
  const sealBytes = (bytes: Uint8Array, row: string) =>
    Promise.resolve(encrypt(sealing, bytes, `${owner}|${row}`));
  const unsealBytes = (sealed: Uint8Array, row: string) =>
    new Promise<Uint8Array>((resolve) => resolve(decrypt(sealing, sealed, `${owner}|${row}`)));
  return {
    sealBytes,
    unsealBytes,
    seal: (value, row) => sealBytes(new TextEncoder().encode(JSON.stringify(value)), row),
    unseal: async <Value>(sealed: Uint8Array, row: string): Promise<Value> =>
      JSON.parse(new TextDecoder().decode(await unsealBytes(sealed, row))),
    mac(purpose, text) {
      const digest = createHmac("sha256", macKey).update(`${purpose}|${text}`).digest();
      return Promise.resolve(new Uint8Array(digest));
    },
  };
}

function importRoot(bytes: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", bytes.slice(), "HKDF", false, ["deriveBits"]);
}

/** A key of 32 bytes for one purpose (RFC 5869). */
async function derive(root: CryptoKey, purpose: string): Promise<Uint8Array> {
  const info = new TextEncoder().encode(`wedding-rsvp ${purpose}`);
  const hkdf = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info };
  return new Uint8Array(await crypto.subtle.deriveBits(hkdf, root, 256));
}

/** The nonce, the text, the tag. */
function encrypt(key: Uint8Array, bytes: Uint8Array, row: string): Uint8Array {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceLength));
  const sealing = createCipheriv(cipher, key, nonce).setAAD(new TextEncoder().encode(row));
  const parts = [nonce, sealing.update(bytes), sealing.final(), sealing.getAuthTag()];
  return new Uint8Array(Buffer.concat(parts));
}

function decrypt(key: Uint8Array, sealed: Uint8Array, row: string): Uint8Array {
  const [nonce, tag] = [sealed.subarray(0, nonceLength), sealed.subarray(-tagLength)];
  const opening = createDecipheriv(cipher, key, nonce, { authTagLength: tagLength })
    .setAAD(new TextEncoder().encode(row)).setAuthTag(tag);
  const text = opening.update(sealed.subarray(nonceLength, -tagLength));
  return Buffer.concat([text, opening.final()]);
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
