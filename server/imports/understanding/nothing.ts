import type { Field, FieldKind } from "../recognising/fields.ts";

// Written where a cell would be empty.
const words = new Set(
  ("n/a|n/a.|n.a.|n.a|n. a.|n a|none|none.|no one|nobody|not applicable|keine|keiner|niemand|" +
    "entfällt|ninguno|ninguna|nadie|no aplica|aucun|aucune|nessuno|nessuna|nenhum|nenhuma|ninguém|" +
    "geen|ingen|brak").split("|"),
);
// "Nil" and "Na" are names of people and places, and these are none.
const inCapitals = new Set(["nil", "NIL", "NA"]);
// Said of whoever would come along, or of whom a party would be.
const alone = new Set(
  ("no|n|false|0|non|nein|nee|nej|single|singles|solo|alone|ledig|allein|individual|soltero|soltera|" +
    "célibataire|single guest").split("|"),
);
const openParty = new Set(
  "tbd|tba|tbc|unknown|unassigned|unbekannt|offen|to be decided".split("|"),
);

// Most cells of most lists begin with none of these.
const begins = new Set(
  [...words, ...inCapitals, ...alone, ...openParty, ..."-–—_./\\ "]
    .flatMap((word) => [word.toLowerCase(), word.toUpperCase()])
    .map((word) => word.charCodeAt(0)),
);

const ofPlaces = new Set<FieldKind>(["country", "region", "city"]);
const places = new Set<FieldKind>([
  ...[
    "address",
    "street",
    "street-2",
    "po-box",
    "postal-code",
    "envelope",
    "contact-name",
  ] as const,
  ...["country", "region", "city", "mail", "phone", "title", "suffix", "middle-name"] as const,
]);

/** Whether a cell says no more than an empty one: "N/A", "none", "–"; it depends on what the column means. */
export function saysNothing(text: string, field: Field): boolean {
  const { kind } = field;
  if (text.length > 20 || !begins.has(text.charCodeAt(0))) return false;
  if (!(kind === "party" || isOfPeople(kind) || places.has(kind))) return false;
  const low = text.toLowerCase();
  const nothing = isWordOfNobody(low);
  if (kind === "party") {
    return nothing || inCapitals.has(text) || alone.has(low) || openParty.has(low);
  }
  if (kind === "name" || kind === "first-name" || kind === "last-name") {
    const along = "who" in field && field.who !== "self";
    return nothing || (along && (inCapitals.has(text) || (kind === "name" && alone.has(low))));
  }
  return nothing || (inCapitals.has(text) && !ofPlaces.has(kind));
}

/** Whether a part of a name cell names nobody: "Jane & N/A". */
export function namesNobody(part: string): boolean {
  return part.length <= 20 && isWordOfNobody(part.toLowerCase());
}

function isOfPeople(kind: FieldKind): boolean {
  return kind === "name" || kind === "first-name" || kind === "last-name" || kind === "children" ||
    kind === "plus-ones";
}

function isWordOfNobody(low: string): boolean {
  return words.has(low) || /^[-–—_./\\\s]+$/.test(low);
}

/** Yes or no where a name could stand. Most short words of most languages are somebody's name. */
export function plainMark(text: string): boolean | undefined {
  if (/^(?:yes|y|x|ja|oui|true|1|✓|✔|✅|☑)$/iu.test(text)) return true;
  return /^(?:no|n|nein|non|false|0|✗|✘|❌|☐)$/iu.test(text) ? false : undefined;
}
