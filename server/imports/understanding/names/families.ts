const words =
  "family|household|familie|fam\\.?|familia|famille|famiglia|família|gezin|haushalt|clan|party of|rodzina|familjen|familien";
const before = new RegExp(`^(?:the |die |la |a |de |los )?(?:${words})\\s+(?<inner>\\S.*)$`, "iu");
const after = new RegExp(`^(?:the |die |la )?(?<inner>\\S.*?)\\s+(?:${words})$`, "iu");
const plural = /^The (?<inner>\p{Lu}[\p{L}'’-]*s|\p{Lu}[\p{L}'’-]*es)$/u;

/** The name inside "The Last Family", "Familie Last", "The Lasts"; undefined: no family. */
export function familyIn(text: string): string | undefined {
  if (text.length > 120) return undefined;
  const match = before.exec(text) ?? after.exec(text);
  if (match) return match.groups?.inner;
  const several = plural.exec(text)?.groups?.inner;
  return several?.replace(/['’]?s$/u, "");
}
