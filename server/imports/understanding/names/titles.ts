import { foldWord } from "./fold-word.ts";

// Said before every name, and no part of any.
const courtesies = setOf(
  "mr mrs ms miss mx mister missus herr hr frau fr fraulein sr sra srta senor senora senorita don " +
    "dona sig signor signora signorina sigra mme mlle monsieur madame mademoiselle dhr mevr mevrouw " +
    "meneer mw messrs pan pani bay bayan mesdames",
);
const firstNamesToo = setOf("don dona pan pani bay miss");
// Earned, and written with the name.
const ranks = setOf(
  "dr doctor prof professor sir dame lady lord rev reverend pastor rabbi imam capt captain col " +
    "colonel lt lieutenant maj major sgt sergeant hon judge dott dottssa ing mag dra fr father",
);
const suffixes = setOf(
  "jr sr junior senior ii iii iv v phd md mba esq esquire dds dvm jd obe mbe cbe kc qc rn cpa ret",
);
const anyTitle = new Set([...courtesies, ...ranks, ...suffixes]);

export interface TakenApart {
  /** The courtesy titles before the name. */
  title: string | null;
  /** The words of the name, ranks among them. */
  words: string[];
  /** How many of the words are ranks before the name. */
  ranks: number;
  suffix: string | null;
}

const plainName = /^[A-Za-z]+(?: [A-Za-z]+)*$/;

/** Titles and suffixes apart from the name between them. */
export function takeApart(name: string): TakenApart {
  if (plainName.test(name)) {
    const words = name.split(" ");
    // Most names have none of all these, and that is seen sooner than which of them stands where.
    if (!words.some((word) => anyTitle.has(word.toLowerCase()))) {
      return { title: null, words, ranks: 0, suffix: null };
    }
  }
  const spaced = name.includes(".") ? name.replace(/\.(?=\p{L}{2})/gu, ". ") : name;
  const words = spaced.split(/\s+/u).filter(Boolean);
  const title: string[] = [];
  while (isCourtesyOf(words)) title.push(words.shift() ?? "");
  let rankCount = 0;
  while (rankCount < words.length && isRank(words[rankCount] ?? "")) rankCount++;
  const suffix: string[] = [];
  while (words.length > rankCount + 1 && isSuffix(words.at(-1) ?? "")) {
    suffix.unshift(words.pop() ?? "");
  }
  return {
    title: title.length > 0 ? title.join(" ") : null,
    words,
    ranks: rankCount,
    suffix: suffix.length > 0 ? suffix.join(" ").replace(/^,\s*/, "") : null,
  };
}

export function isSuffix(word: string): boolean {
  return suffixes.has(bare(word));
}

export function isRank(word: string): boolean {
  return ranks.has(bare(word));
}

// "M." is Monsieur, "M" an initial; Don Smith is called Don, and Don Pedro García is not.
function isCourtesyOf(words: readonly string[]): boolean {
  const [word = ""] = words;
  if (words.length === 2 && firstNamesToo.has(bare(word))) return false;
  return courtesies.has(bare(word)) || word === "M.";
}

/** Whether the text begins with a title before a name. */
export function isCourtesy(text: string): boolean {
  return isCourtesyOf(text.split(/\s+/u));
}

function bare(word: string): string {
  return foldWord(word);
}

function setOf(words: string): Set<string> {
  return new Set(words.split(" "));
}
