// For pages without https, from which browsers keep their own cryptography.
import { block, compress, initial, wordsOf } from "./sha256.ts";

/** The first 32 bytes of PBKDF2 with HMAC-SHA-256. Password and salt are shorter than a block. */
export function pbkdf2(password: Uint8Array, salt: Uint8Array, iterations: number): Uint8Array {
  const inner = keyed(password, 0x36);
  const outer = keyed(password, 0x5c);
  const scratch = block();
  const hmac = (words: Uint32Array) => compress(outer, around(scratch, compress(inner, words)));

  let digest = hmac(ended(Uint8Array.of(...salt, 0, 0, 0, 1)));
  const key = digest.slice();
  for (let turn = 1; turn < iterations; turn++) {
    digest = hmac(around(scratch, digest));
    for (let at = 0; at < 8; at++) key[at] = (key[at] ?? 0) ^ (digest[at] ?? 0);
  }

  const bytes = new DataView(new ArrayBuffer(32));
  key.forEach((word, at) => bytes.setUint32(at * 4, word));
  return new Uint8Array(bytes.buffer);
}

/** HMAC's state after its block of key. */
function keyed(password: Uint8Array, pad: number): Uint32Array {
  const bytes = new Uint8Array(64).fill(pad);
  password.forEach((byte, at) => bytes[at] = byte ^ pad);
  return compress(initial, wordsOf(bytes));
}

/** A text as the last block after the one of key: with its end mark and the length of both. */
function ended(text: Uint8Array): Uint32Array {
  const bytes = new Uint8Array(64);
  bytes.set(text);
  bytes[text.length] = 0x80;
  const words = wordsOf(bytes);
  words[15] = (64 + text.length) * 8;
  return words;
}

/** The same of a digest. */
function around(scratch: Uint32Array, digest: Uint32Array): Uint32Array {
  scratch.fill(0).set(digest);
  scratch[8] = 0x80000000;
  scratch[15] = (64 + 32) * 8;
  return scratch;
}
