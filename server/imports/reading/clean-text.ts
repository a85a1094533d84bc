const plain = /^[\x20-\x7e]*$/;
const lineBreaks = /\r\n?|[\v\f\x85\u{2028}\u{2029}]/gu;
// Spaces that look like one, and the tab, which no cell needs.
const spaces = /[\t\p{Zs}]/gu;
// Controls, direction marks and overrides, zero-width characters, tags, what is no character. Two of them stay:
// the joiners (U+200C, U+200D) that Persian, Indic names and emoji are written with.
const unseen = /(?![\n\u{200c}\u{200d}])[\p{Cc}\p{Cf}\u{fff9}-\u{fffb}\u{fffe}\u{ffff}]/gu;
const halves = /\p{Cs}/gu;
/** A cell's text as it is kept; `removed`: something was in it that nobody sees and that is gone. */
export function cleanText(text: string): { text: string; removed: boolean } {
  if (plain.test(text)) return { text: text.trim(), removed: false };
  const spaced = text.replace(lineBreaks, "\n").replace(spaces, " ");
  const seen = spaced.replace(halves, "").replace(unseen, "");
  // The mark that a file starts with is no news, and some programs put it before each part.
  const removed = seen.length !== spaced.replaceAll("\u{feff}", "").length;
  return { text: trimJoiners(seen.normalize("NFC")), removed };
}

// At the ends of a text joiners join nothing.
function trimJoiners(text: string): string {
  const loose = (at: number) => /[\s\u{200c}\u{200d}]/u.test(text.charAt(at));
  let [start, end] = [0, text.length];
  while (start < end && loose(start)) start += 1;
  while (end > start && loose(end - 1)) end -= 1;
  return text.slice(start, end);
}
