import { baseOf } from "./languages.ts";

/**
 * The languages to speak, best first. What the couple wrote on the page stands above the list in its settings: the
 * element's own attribute, then the page's `lang`. What the guest's browser asks for is followed among the languages
 * that the couple offers, as on the server's own page; then the couple's first one.
 */
export function wishesOf(
  written: readonly string[],
  asked: readonly string[],
  offered?: readonly string[],
): string[] {
  const bases = offered?.map(baseOf);
  return [
    ...written.filter(Boolean),
    ...asked.filter((tag) => !bases || bases.includes(baseOf(tag))),
    ...offered?.slice(0, 1) ?? [],
  ];
}
