const words =
  "family|household|familie|fam\\.?|familia|famille|famiglia|família|gezin|haushalt|clan|party of|rodzina|familjen|familien";
const before = new RegExp(`^(?:the |die |la |a |de |los )?(?:${words})\\s+(?<inner>\\S.*)$`, "iu");
const after = new RegExp(`^(?:the |die |la )?(?<inner>\\S.*?)\\s+(?:${words})$`, "iu");
const plural = /^The (?<inner>\p{Lu}[\p{L}'’-]*s|\p{Lu}[\p{L}'’-]*es)$/u;
// Spanish has no plural of names, German has.
const spanish = /^Los (?<inner>\p{Lu}[\p{L}'’-]*(?: (?:y |de |del )?\p{Lu}[\p{L}'’-]*){0,2})$/u;
const german = /^Die (?<inner>\p{Lu}[\p{L}'’-]*s)$/u;

/** The name inside "The Last Family", "Familie Last", "The Lasts", "Los Last"; undefined: no family. */
export function familyIn(text: string): string | undefined {
  if (text.length > 120) return undefined;
  const match = before.exec(text) ?? after.exec(text);
  // "Jane Last and family"
  if (match) {
    return match.groups?.inner?.replace(
      /\s*(?:[&+]|\s(?:and|und|et|y|e|en|plus|with|mit|con))$/iu,
      "",
    );
  }
  const inSpanish = spanish.exec(text)?.groups?.inner;
  if (inSpanish) return inSpanish;
  const several = (plural.exec(text) ?? german.exec(text))?.groups?.inner;
  return several?.replace(/['’]?s$/u, "");
}
