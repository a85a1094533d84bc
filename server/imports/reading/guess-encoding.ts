import { analyse } from "chardet";

const sampleBytes = 64 * 1024;
const western = /^(windows-125[24]|ISO-8859-(1|9|15)|ASCII)$/;

// What names and notes in western Europe's languages are written with; the rest of a page's letters is rare.
const usual = /[áàâäãåæçéèêëíìîïñóòôöõøœúùûüßÁÀÂÄÅÆÇÉÈÊÍÑÓÔÖØÚÜ]/u;
const punctuation = /[‘’“”„–—…•€£°«»¿¡ºª´®©™\u{a0}]/u;

/** The encoding of bytes that are not UTF-8, as `TextDecoder` names it. */
export function guessEncoding(bytes: Uint8Array): string {
  const sample = telling(bytes);
  const [best] = analyse(sample);
  if (best && !western.test(best.name) && best.confidence >= 25 && known(best.name)) {
    return new TextDecoder(best.name).encoding;
  }
  // No detector tells these two apart in the few letters of a guest list; looking at the neighbours does.
  return likeliness(sample, "macintosh") > likeliness(sample, "windows-1252")
    ? "macintosh"
    : "windows-1252";
}

/** The lines that are not ASCII: the others tell nothing, and there may be many before the first of these. */
function telling(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(sampleBytes);
  let filled = 0;
  let start = 0;
  let tells = false;
  for (let at = 0; at <= bytes.length && filled < sampleBytes; at += 1) {
    const byte = bytes[at] ?? 0x0a;
    if (byte > 0x7f) tells = true;
    if (byte !== 0x0a && byte !== 0x0d) continue;
    if (tells) {
      const line = bytes.subarray(start, Math.min(at + 1, start + sampleBytes - filled));
      sample.set(line, filled);
      filled += line.length;
    }
    start = at + 1;
    tells = false;
  }
  return sample.subarray(0, filled);
}

function known(name: string): boolean {
  try {
    return Boolean(new TextDecoder(name));
  } catch {
    return false;
  }
}

function likeliness(sample: Uint8Array, encoding: string): number {
  const letters = [...new TextDecoder(encoding).decode(sample)];
  return letters.reduce((sum, letter, index) => {
    if (letter <= "\x7f") return sum;
    return sum + fits(letter, letters[index - 1] ?? " ", letters[index + 1] ?? " ");
  }, 0);
}

function fits(letter: string, before: string, after: string): number {
  const inWord = /\p{L}/u.test(before) && /\p{L}/u.test(after);
  // A capital does not follow a small letter.
  if (/\p{Lu}/u.test(letter) && /\p{Ll}/u.test(before)) return -2;
  if (/\p{Ll}/u.test(letter) && /\p{Lu}{2}/u.test(before + after)) return -1;
  if (usual.test(letter)) return 1;
  if (/\p{L}/u.test(letter)) return 0.2;
  if (punctuation.test(letter)) return inWord && letter !== "’" ? -1 : 0.5;
  return inWord ? -2 : -1;
}
