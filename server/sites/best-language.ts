/** Of the languages a site offers, the one that an Accept-Language header likes best; else the site's first. */
export function bestLanguage(offered: readonly string[], accepted: string | null): string {
  const liked = (accepted ?? "").split(",").map(readRange)
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight);
  for (const { tag } of liked) {
    const exact = offered.find((language) => language.toLowerCase() === tag);
    const near = exact ?? offered.find((language) => primaryOf(language) === primaryOf(tag));
    if (near) return near;
  }
  return offered[0] ?? "en";
}

/** `pt-BR;q=0.8` */
function readRange(range: string): { tag: string; weight: number } {
  const [tag = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
  return { tag, weight: weight === undefined ? 1 : Number(weight) };
}

function primaryOf(tag: string): string {
  return tag.toLowerCase().split("-")[0] ?? "";
}
