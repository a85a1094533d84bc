import { createHmac } from "node:crypto";
import type { SiteId } from "../../shared/ids.ts";

/**
 * What a site's key can do. `row` is the identity of the row that the text is kept in: a sealed text moved
 * to another row, or another site, does not open.
 */
export interface SiteKeys {
  seal(value: unknown, row: string): Promise<Uint8Array>;
  unseal<Value>(sealed: Uint8Array, row: string): Promise<Value>;
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

const nonceLength = 12;
// A site's keys are some kB and derived in a millisecond; this many are kept.
const mostCached = 5000;

/**
 * Envelope encryption: AES-256-GCM under a key per site, which a versioned master key wraps (OWASP Cryptographic
 * Storage). The first master key wraps new site keys; older ones still open theirs.
 */
export async function createKeys(masters: readonly MasterKey[]): Promise<Keys> {
  const [newest, oldest] = [masters[0], masters.at(-1)];
  if (!newest || !oldest) throw new Error("Cannot make keys without a master key.");
  const wrapping = new Map<number, CryptoKey>();
  for (const { version, bytes } of masters) {
    if (wrapping.has(version)) throw new Error(`Cannot tell two master keys ${version} apart.`);
    wrapping.set(version, await deriveSealingKey(await importRoot(bytes), "wrap"));
  }
  const wrap = { version: newest.version, key: wrapping.get(newest.version) as CryptoKey };
  const cache = new Map<SiteId, { keySealed: Uint8Array; keys: Promise<SiteKeys> }>();
  // Of the oldest key: a new one in front must not make strangers of all who sign in.
  const server = await deriveKeys(oldest.bytes, "server");

  async function newSiteKey(siteId: SiteId): Promise<Uint8Array> {
    const sealed = await encrypt(wrap.key, crypto.getRandomValues(new Uint8Array(32)), siteId);
    return Uint8Array.of(wrap.version, ...sealed);
  }

  async function openSiteKey(id: SiteId, keySealed: Uint8Array): Promise<SiteKeys> {
    const master = wrapping.get(keySealed[0] ?? -1);
    if (!master) {
      throw new Error(`Cannot open the key of ${id}: its master key is not in MASTER_KEYS.`);
    }
    return deriveKeys(await decrypt(master, keySealed.subarray(1), id), id);
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
  const sealing = await deriveSealingKey(root, "seal");
  const macKey = new Uint8Array(await crypto.subtle.deriveBits(hkdf("mac"), root, 256));
  return {
    seal: (value, row) =>
      encrypt(sealing, new TextEncoder().encode(JSON.stringify(value)), `${owner}|${row}`),
    async unseal<Value>(sealed: Uint8Array, row: string): Promise<Value> {
      const bytes = await decrypt(sealing, sealed, `${owner}|${row}`);
      return JSON.parse(new TextDecoder().decode(bytes));
    },
    // Every request makes some, of a few bytes each: a trip through WebCrypto would cost more than the digest.
    mac(purpose, text) {
      const digest = createHmac("sha256", macKey).update(`${purpose}|${text}`).digest();
      return Promise.resolve(new Uint8Array(digest));
    },
  };
}

function importRoot(bytes: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", bytes.slice(), "HKDF", false, ["deriveKey", "deriveBits"]);
}

function deriveSealingKey(root: CryptoKey, purpose: string): Promise<CryptoKey> {
  const aes = { name: "AES-GCM", length: 256 };
  return crypto.subtle.deriveKey(hkdf(purpose), root, aes, false, ["encrypt", "decrypt"]);
}

function hkdf(purpose: string): HkdfParams {
  const info = new TextEncoder().encode(`wedding-rsvp ${purpose}`);
  return { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info };
}

async function encrypt(key: CryptoKey, bytes: Uint8Array, row: string): Promise<Uint8Array> {
  const iv = crypto.getRandomValues(new Uint8Array(nonceLength));
  const sealed = await crypto.subtle.encrypt(gcm(iv, row), key, bytes.slice());
  const whole = new Uint8Array(nonceLength + sealed.byteLength);
  whole.set(iv);
  whole.set(new Uint8Array(sealed), nonceLength);
  return whole;
}

async function decrypt(key: CryptoKey, sealed: Uint8Array, row: string): Promise<Uint8Array> {
  const algorithm = gcm(sealed.slice(0, nonceLength), row);
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed.slice(nonceLength)));
}

function gcm(iv: Uint8Array<ArrayBuffer>, row: string): AesGcmParams {
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(row) };
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
