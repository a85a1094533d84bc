import lists from "./nicknames.data.json" with { type: "json" };

const related = readLists(Object.values(lists).flat());

/**
 * The word and every other name that the same person may go by, both ways. Two short forms of one
 * name count when they are near each other; two names that share a short form do not.
 */
export function equivalents(word: string): Set<string> {
  return new Set([word, ...related.get(spelling(word)) ?? []]);
}

/** Whether both words may stand for the same name: spelt differently, short or in full. */
export function sameName(one: string, other: string): boolean {
  return sameSpelling(one, other) ||
    (related.get(spelling(one))?.has(other) ?? false) ||
    (related.get(spelling(other))?.has(one) ?? false);
}

/** Whether this is a given name, as far as the lists know. */
export function isGivenName(word: string): boolean {
  return related.has(spelling(word));
}

/** Whether the words differ at most in how an umlaut is written: Müller, Mueller, Muller. */
export function sameSpelling(one: string, other: string): boolean {
  return one === other || spelling(one) === spelling(other);
}

/** Other ways in which the word may be spelt on the guest list, for searching. */
export function spellings(word: string): string[] {
  const short = spelling(word);
  const plain = [...short.matchAll(/(?<![aeou])[aou](?![aeiou])/gu)];
  const each = plain.flatMap(({ 0: vowel, index }) =>
    (vowel === "a" ? ["ae", "aa"] : [`${vowel}e`])
      .map((long) => short.slice(0, index) + long + short.slice(index + 1))
  );
  const all = short.replace(/(?<![aeou])[ou](?![aeiou])/gu, "$&e");
  return [...new Set([short, ...each, all])].filter((other) => other !== word);
}

/** The word with umlauts and doubled vowels written the short way: what `sameSpelling` compares. */
export function spelling(word: string): string {
  if (!/[aou]e|aa/.test(word)) return word;
  // Before a vowel or at the end the e is a sound of its own: Joe is not Jo.
  return word.replace(/(?<![aeou])([aou])e(?=[^aeiouy])/gu, "$1").replaceAll("aa", "a");
}

// "katherine catherine: kate katie | kathy": spellings of the full name, then groups of short forms.
function readLists(lines: string[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const relate = (words: string[], others: string[]) => {
    for (const word of words) {
      const known = found.get(spelling(word)) ?? new Set();
      found.set(spelling(word), known);
      for (const other of others) if (other !== word) known.add(other);
    }
  };
  for (const line of lines) {
    const [full = [], ...groups] = line.split(/[:|]/).map((part) => part.trim().split(" "));
    relate(full, [...full, ...groups.flat()]);
    for (const group of groups) relate(group, [...full, ...group]);
  }
  return found;
}
