import { pbkdf2 } from "./pbkdf2.ts";

/** A challenge of ALTCHA's protocol, version 2, as far as solving needs it. */
export interface Challenge {
  parameters: {
    algorithm: string;
    cost: number;
    keyLength: number;
    keyPrefix: string;
    nonce: string;
    salt: string;
  };
  signature?: string;
}

export interface Solution {
  counter: number;
  derivedKey: string;
}

type Derive = (password: Uint8Array<ArrayBuffer>) => Uint8Array | Promise<Uint8Array>;

// How many keys the browser derives beside each other: old phones have two quick cores or more.
const atOnce = 4;
// So long the page may be kept from answering a finger.
const sliceMs = 16;

/**
 * Finds the number whose key begins as the challenge says. The browser derives keys on threads of its own, so
 * the page stays responsive without a worker, which a strict CSP would refuse; a page without https has no such
 * threads and derives in slices. Null: stopped, or asked for what this form cannot do.
 */
export async function solve(
  { parameters }: Challenge,
  signal: AbortSignal,
  // A page without https has none, whatever the types say.
  subtle: SubtleCrypto | null = crypto.subtle ?? null,
): Promise<Solution | null> {
  if (parameters.algorithm !== "PBKDF2/SHA-256" || parameters.keyLength !== 32) return null;
  const salt = bytes(parameters.salt);
  const nonce = bytes(parameters.nonce);
  const derive = subtle ? byBrowser(subtle, salt, parameters.cost) : byHand(salt, parameters.cost);
  const together = subtle ? atOnce : 1;
  let answered = performance.now();

  for (let first = 0; !signal.aborted; first += together) {
    const counters = Array.from({ length: together }, (_, index) => first + index);
    const keys = await Promise.all(counters.map((counter) => derive(passwordOf(nonce, counter))));
    const found = keys.map(hex).findIndex((key) => key.startsWith(parameters.keyPrefix));
    const key = keys[found];
    if (key) return { counter: first + found, derivedKey: hex(key) };
    if (performance.now() - answered > sliceMs) {
      await new Promise((resolve) => setTimeout(resolve));
      answered = performance.now();
    }
  }
  return null;
}

function byBrowser(
  subtle: SubtleCrypto,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Derive {
  return async (password) => {
    const key = await subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
    const way = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
    return new Uint8Array(await subtle.deriveBits(way, key, 256));
  };
}

function byHand(salt: Uint8Array, iterations: number): Derive {
  return (password) => pbkdf2(password, salt, iterations);
}

function passwordOf(nonce: Uint8Array, counter: number): Uint8Array<ArrayBuffer> {
  const password = new Uint8Array(nonce.length + 4);
  password.set(nonce);
  new DataView(password.buffer).setUint32(nonce.length, counter);
  return password;
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function hex(key: Uint8Array): string {
  return Array.from(key, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
