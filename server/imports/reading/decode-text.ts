import { guessEncoding } from "./guess-encoding.ts";

export interface Decoded {
  text: string;
  encoding: string;
  /** False: the bytes do not say. */
  sure: boolean;
}

/** Bytes → text: by their byte order mark, as UTF-16 without one, as strict UTF-8, or by the likeliest guess. */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = byMark(bytes);
  if (marked) return { text: decode(bytes, marked), encoding: marked, sure: true };
  const wide = withoutMark(bytes);
  if (wide) return { text: decode(bytes, wide), encoding: wide, sure: false };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text, encoding: "utf-8", sure: true };
  } catch {
    return guessed(bytes);
  }
}

function guessed(bytes: Uint8Array): Decoded {
  // A file that was cut or pasted together: nearly all of it is UTF-8. Windows-1252 would garble every other name.
  const loose = decode(bytes, "utf-8");
  let [good, lost] = [0, 0];
  for (let at = 0; at < loose.length; at += 1) {
    const code = loose.charCodeAt(at);
    if (code === 0xfffd) lost += 1;
    else if (code > 0x7f) good += 1;
  }
  if (good > 4 * lost) return { text: loose, encoding: "utf-8", sure: false };
  const encoding = guessEncoding(bytes);
  return { text: decode(bytes, encoding), encoding, sure: false };
}

function byMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
}

// Of Latin text in UTF-16 every second byte is 0; in all else a 0 has no business.
function withoutMark(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 4096);
  const zeros = sample.reduce((sum, byte) => sum + Number(byte === 0), 0);
  const even = sample.reduce((sum, byte, at) => sum + Number(byte === 0 && at % 2 === 0), 0);
  const odd = zeros - even;
  if (odd > sample.length * 0.3 && even < odd / 10) return "utf-16le";
  if (even > sample.length * 0.3 && odd < even / 10) return "utf-16be";
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}
