import { isUnspaced, joinedWords, joinWords } from "../../guests/name-words.ts";
import { joinLike, type Pair, pairWords } from "../../guests/pair-words.ts";
import { type NameForm, shown } from "./name-form.ts";
import { type Reason, reason } from "./reasons.ts";

/** From what is certainly one name to what is only a first name. */
export const likenesses = [
  "same",
  "other-order",
  "more-names",
  "short-form",
  "one-letter",
  "initial",
  "first-name",
] as const;
export type Likeness = (typeof likenesses)[number];

export interface NameLikeness {
  how: Likeness;
  reasons: Reason[];
}

/** How like two names are; undefined: not at all. The same whichever comes first. */
export function compareNames(one: NameForm, other: NameForm): NameLikeness | undefined {
  const [first, second] = one.key <= other.key ? [one, other] : [other, one];
  const like = likeness(first, second);
  if (!like || first.generation === second.generation) return like;
  const differs = reason("generation-differs", { one: wholeName(first), other: wholeName(second) });
  return { ...like, reasons: [...like.reasons, differs] };
}

function likeness(one: NameForm, other: NameForm): NameLikeness | undefined {
  if (one.spelled.join(" ") === other.spelled.join(" ")) {
    return { how: "same", reasons: [reason("same-name", { name: wholeName(one) })] };
  }
  if (sameUnspaced(one, other)) return otherOrder(one, other);
  const canJoin = one.words.length !== other.words.length;
  const ours = canJoin ? joinLike(one.words, other.words) : one.words;
  const theirs = canJoin ? joinLike(other.words, one.words) : other.words;
  const pairs = pairWords(ours, theirs);
  const [left, right] = [ours.length - pairs.length, theirs.length - pairs.length];
  if (left === 0 && right === 0) return allPaired(one, other, pairs, ours);
  const begins = pairs.find(({ typed, listed }) => typed === ours[0] && listed === theirs[0]);
  if (!begins) return undefined;
  const sure = pairs.filter(({ how }) => how !== "initial");
  if ((left === 0 || right === 0) && pairs.length > 1 && sure.length > 0) {
    const paired = new Set(pairs.flatMap(({ typed, listed }) => [typed, listed]));
    const names = [...ours, ...theirs].filter((word) => !paired.has(word)).map(shown).join(" ");
    return {
      how: weakest("more-names", pairs),
      reasons: [...pairs.flatMap(saidOfPair), reason("more-names", { names })],
    };
  }
  return begins.how === "same" || begins.how === "same name"
    ? {
      how: "first-name",
      reasons: begins.how === "same"
        ? [reason("first-name", { name: shown(begins.typed) })]
        : saidOfPair(begins),
    }
    : undefined;
}

function allPaired(
  one: NameForm,
  other: NameForm,
  pairs: Pair[],
  ours: NameForm["words"],
): NameLikeness {
  const reasons = pairs.flatMap(saidOfPair);
  const inOrder = ours.map((word) => pairs.find(({ typed }) => typed === word)?.listed);
  const places = inOrder.map((word) => other.words.findIndex((each) => each.word === word?.word));
  const moved = places.some((place, at) => at > 0 && place < (places[at - 1] ?? 0));
  if (!moved && reasons.length === 0) {
    return { how: "same", reasons: [reason("same-name", { name: wholeName(one) })] };
  }
  const turned = moved ? otherOrder(one, other) : undefined;
  return {
    how: weakest(turned ? "other-order" : "same", pairs),
    reasons: [...turned?.reasons ?? [], ...reasons],
  };
}

function otherOrder(one: NameForm, other: NameForm): NameLikeness {
  const names = { one: wholeName(one), other: wholeName(other) };
  return { how: "other-order", reasons: [reason("other-order", names)] };
}

function weakest(how: Likeness, pairs: readonly Pair[]): Likeness {
  const each = pairs.map((pair): Likeness =>
    pair.how === "initial"
      ? "initial"
      : pair.how === "misspelt"
      ? "one-letter"
      : pair.how === "same name"
      ? "short-form"
      : "same"
  );
  return likenesses[Math.max(...[how, ...each].map((like) => likenesses.indexOf(like)))] ?? how;
}

function saidOfPair({ typed, listed, how }: Pair): Reason[] {
  const [short, long] = byLength(shown(typed), shown(listed));
  switch (how) {
    case "same":
      return [];
    case "same name":
      return short.length < long.length
        ? [reason("short-form", { short, full: long })]
        : [reason("same-given-name", { one: short, other: long })];
    case "misspelt":
      return [reason("one-letter", { one: short, other: long })];
    case "initial":
      return [reason("initial", { initial: short, name: long })];
    default:
      return how satisfies never;
  }
}

function byLength(one: string, other: string): [string, string] {
  const before = one.length === other.length ? one <= other : one.length < other.length;
  return before ? [one, other] : [other, one];
}

// Names in scripts without spaces: family name first or last, in one word or two.
function sameUnspaced(one: NameForm, other: NameForm): boolean {
  if (!isUnspaced(one.words) || !isUnspaced(other.words)) return false;
  const written = [joinWords(other.words), ...joinedWords(other.words)];
  return [joinWords(one.words), ...joinedWords(one.words)].some((name) => written.includes(name));
}

function wholeName({ words, generation }: NameForm): string {
  const name = words.map(shown).join(" ");
  return generation ? `${name} ${generation}` : name;
}
