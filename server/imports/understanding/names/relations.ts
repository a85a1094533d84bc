import { isFirstOnly, isGiven } from "./one-person.ts";
import { isNeverFirstName } from "./placeholders.ts";
import type { Part } from "./split-parts.ts";

const always =
  "husband|wife|spouse|fianc[eé]e?|boyfriend|girlfriend|ehemann|ehefrau|freundin|esposo|esposa|marido|novio|" +
  "novia|marito|moglie|conjointe?|compagnon|compagne";
// People are called like these too.
const inSmallLetters =
  "partner|partnerin|date|son|daughter|freund|sohn|tochter|hijo|hija|mari|fils|fille|figlio|figlia|pareja";
const whose = "(?:his|her|their|my|the|seine?|ihre?|su|el|la|sa|sua|il)";
const relation = new RegExp(`^(?:${whose}\\s+)?(?:${always})\\s+(?<name>\\p{L}.*)$`, "iu");
const smallRelation = new RegExp(
  `^(?:${whose}\\s+)?(?:${inSmallLetters})\\s+(?<name>\\p{L}.*)$`,
  "u",
);

/** "husband Tom", "her wife Jane Doe": the name alone. undefined: no relation is said. */
export function nameOfRelation(part: string): string | undefined {
  if (part.length > 200) return undefined;
  const name = (relation.exec(part) ?? smallRelation.exec(part))?.groups?.name;
  return name && (/^\p{Lu}/u.test(name) || isGiven(name.split(/\s/u)[0])) ? name : undefined;
}

/**
 * "Jane and guest Poe" is Jane Poe and a seat. Of somebody who has a last name already, the name beside the seat is kept as
 * a remark: it may be anybody's.
 */
export function withoutGuestNames(parts: readonly Part[], remarks: string[]): Part[] {
  return parts.reduce<Part[]>((read, part) => {
    const [, seat = "", family = ""] = /^(\p{L}+)\s+(\p{Lu}.*)$/u.exec(part.text) ?? [];
    const before = read.at(-1);
    if (!before || !family || !isNeverFirstName(seat)) return [...read, part];
    const isShared = isFirstOnly(before.text);
    if (!isShared) remarks.push(part.text);
    const host = isShared ? { ...before, text: `${before.text} ${family}` } : before;
    return [...read.slice(0, -1), host, { ...part, text: seat }];
  }, []);
}
