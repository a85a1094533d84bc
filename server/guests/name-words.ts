import { foldLetters } from "./fold-letters.ts";

const mostWords = 8;
const longestWord = 40;
const longestName = 400;

const titles = setOf(
  "mr mrs ms miss mx mister missus dr doctor prof professor sir dame lady lord rev reverend pastor",
  "rabbi imam capt captain col colonel lt lieutenant maj major sgt hon judge uncle aunt auntie aunty",
  "herr hr frau fr fraulein ing dipl dipling mag med hc onkel tante oma opa grandma grandpa",
  "sr sra srta senor senora senorita don dona sig signor signora signorina dott dottor dottssa",
  "mme mlle monsieur madame mademoiselle dhr mevr mevrouw meneer mw drs pani the and und et",
);
const suffixes = setOf(
  "jr sr junior senior ii iii iv phd md mba msc bsc esq dds dvm jd obe mbe cbe kc qc rn cpa",
);
// Between other words these belong to a surname or join two names: never what tells people apart.
const particles = setOf(
  "van von vom zu zum zur der den dem des de del della dello degli dei di da das do dos du d",
  "l la le les lo los las dela delos el al ul ibn bin bint binti ben bat bar abu umm af av ap ab",
  "ferch mac mc nic ni ua san santa santo sao st saint ter ten te tot op nee geb geborene",
  "and und et y og och en",
);

const unspaced =
  /^[\p{Script=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]+$/u;

export interface NameWord {
  word: string;
  /** Words written with a hyphen between them have the same number. */
  group: number;
  particle: boolean;
  /** Written in brackets or quotation marks: what this person is called. */
  called: boolean;
}

/** The words of a name for storing and searching, folded, and hyphenated words also as one. */
export function nameWords(name: string): string[] {
  const words = readName(name);
  return [...new Set([...words.map(({ word }) => word), ...joinedWords(words)])].slice(
    0,
    mostWords,
  );
}

/** The words of a name in the order in which they are said. */
export function readName(name: string): NameWord[] {
  const words = withoutTitles(inSpokenOrder(name)).flatMap((chunk, group) =>
    wordsIn(chunk).map((word) => ({ word, group, called: /^["“”„«([]/u.test(chunk) }))
  ).slice(0, mostWords);
  return words.map((word, at) => ({
    ...word,
    particle: at > 0 && at < words.length - 1 && particles.has(word.word),
  }));
}

/** Hyphenated words as one, and a Chinese, Japanese or Korean name as one in both orders. */
export function joinedWords(words: readonly NameWord[]): string[] {
  const groups = Map.groupBy(words, ({ group }) => group).values();
  const joined = [...groups].filter((group) => group.length > 1).map(joinWords);
  return isUnspaced(words) ? [joinWords(words), joinWords(words.toReversed()), ...joined] : joined;
}

export function joinWords(words: readonly NameWord[]): string {
  return cut(words.map(({ word }) => word).join(""));
}

/** Whether this is a name in a script that needs no spaces. */
export function isUnspaced(words: readonly NameWord[]): boolean {
  return words.length > 0 && words.every(({ word }) => unspaced.test(word));
}

// "Silva, Ana" is Ana Silva, but "Ana Silva, PhD" stays as it is.
function inSpokenOrder(name: string): string[] {
  const parts = foldLetters(name.slice(0, longestName))
    .replace(/&/g, " and ")
    .replace(/\.(?=\p{L}{2})/gu, ". ")
    .split(/[,،;]/u)
    .map((part) => part.split(/\s+/u).filter((chunk) => wordsIn(chunk).length > 0))
    .filter((part) => part.length > 0);
  const [first = [], ...rest] = parts;
  const after = rest.filter((part) => part.every((chunk) => suffixes.has(bare(chunk))));
  const before = rest.filter((part) => !after.includes(part));
  return [...before.flat(), ...first, ...after.flat()];
}

// Two words always stay: "Mrs Smith" cut down to "Smith" would open for everybody of that name.
function withoutTitles(chunks: string[]): string[] {
  let from = 0;
  let to = chunks.length;
  while (to - from > 2 && suffixes.has(bare(chunks[to - 1]))) to--;
  while (to - from > 2 && titles.has(bare(chunks[from]))) from++;
  return chunks.slice(from, to);
}

function wordsIn(chunk: string): string[] {
  return (chunk.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []).map(cut);
}

function bare(chunk = ""): string {
  return chunk.replace(/[^\p{L}\p{N}]/gu, "");
}

function cut(word: string): string {
  return word.length > longestWord ? [...word].slice(0, longestWord).join("") : word;
}

function setOf(...lines: string[]): Set<string> {
  return new Set(lines.join(" ").split(" "));
}
