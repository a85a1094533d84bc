import type { Age } from "../../../../shared/events.ts";
import { foldAnswer } from "../answers/fold-answer.ts";
import { readNumber } from "./numbers.ts";

/** Words that hold a place for somebody and are nobody's name. */
const guests = setOf(
  "guest|guests|guest name|guests name|plus one|plus 1|plusone|plus guest|+1|+ 1|+one|1+|" +
    "unknown|unknown guest|unnamed|unnamed guest|name unknown|unknown name|tbd|tba|tbc|tbd guest|" +
    "guest tbd|guest tba|name tbd|name tba|to be determined|to be announced|to be confirmed|" +
    "to be decided|anonymous|nn|n n|noname|no name|a guest|one guest|plus one guest|" +
    "plus one tbd|plus one tba|plus one name tbd|his guest|her guest|their guest|his date|her date|" +
    "date|partner|spouse|significant other|boyfriend|girlfriend|husband|wife|fiance|fiancee|" +
    "companion|escort|date tbd|guest unknown|additional guest|extra guest|xx|xxx|someone|" +
    "gast|gaste|begleitung|begleitperson|in begleitung|partnerin|freund|freundin|ehemann|ehefrau|" +
    "unbekannt|noch offen|noch unbekannt|offen|plus eins|" +
    "invitado|invitada|acompanante|su acompanante|mas uno|por confirmar|por definir|pareja|" +
    "esposa|esposo|novio|novia|anonimo|desconocido|sin nombre|" +
    "invite|invitee|accompagnant|accompagnante|accompagnateur|inconnu|conjoint|conjointe|" +
    "a determiner|a confirmer|plus un|ospite|accompagnatore|accompagnatrice|da definire|" +
    "da confermare|convidado|convidada|acompanhante|a definir|a confirmar|introducee|onbekend|" +
    "osoba towarzyszaca|ledsager|ledsagare|folge|folje|gosc|partnerem|同伴者|ゲスト|嘉宾|동반인",
);
const kids = setOf(
  "child|children|kid|kids|son|daughter|sons|daughters|their kids|their children|little one|" +
    "little ones|kind|kinder|sohn|tochter|nino|nina|ninos|ninas|hijo|hija|hijos|hijas|enfant|" +
    "enfants|bambino|bambini|figli|figlio|crianca|criancas|filhos|kinderen|barn|dzieci|dziecko|kindern",
);
const severalKids = setOf(
  "children|kids|sons|daughters|their kids|their children|little ones|kinder|ninos|ninas|hijos|" +
    "hijas|enfants|bambini|figli|criancas|filhos|kinderen|barn|dzieci|kindern",
);
const infants = setOf("baby|babies|infant|infants|newborn|saugling|bebe|bebes|neonato|toddler");
const families = setOf(
  "family|familie|familia|famille|famiglia|the family|fam|household|fam|gezin|rodzina|familj|su familia|sa famille|his family|her family|their family|y familia",
);
const adults = setOf("adult|adults|erwachsener|erwachsene|adulto|adultos|adulte|adultes|adulti");

const hostAfter =
  /^(?:a |the )?(?:guest|plus one|plus 1|\+1|date|partner|gast|begleitung|invitad[oa]|acompanante|invitee?|ospite|convidad[oa]|acompanhante) (?:of|for|von|de|del|di|do|da|van) (.+)$/;
const hostBefore = /^(.+?)['’]s? (?:guest|plus one|plus 1|\+ ?1|date|partner|begleitung)$/i;

export type Placeholder =
  | { seats: Age[]; kind: "seats"; uncounted?: boolean }
  | { kind: "family" }
  | { kind: "host"; host: string };

/** What a part of a name cell is, if it is no name: "Plus One", "2 kids", "family", "Guest of Jane". */
export function readPlaceholder(part: string): Placeholder | undefined {
  if (part.length > 80) return undefined;
  const folded = foldAnswer(part);
  if (folded === "") return /^\?+$/.test(part.trim()) ? seats(1, "adult") : undefined;
  if (families.has(folded)) return { kind: "family" };
  if (/^\d{1,2}$/.test(folded)) return undefined;
  const counted = countedSeats(folded);
  if (counted) return counted;
  const host = hostAfter.exec(folded)?.[1];
  if (host) return { kind: "host", host };
  const before = part.length < 60 ? hostBefore.exec(part)?.[1] : undefined;
  return before ? { kind: "host", host: before } : undefined;
}

/** A number that stands after a plus: "+ 2". */
export function extraSeats(part: string): number | undefined {
  return readNumber(foldAnswer(part).replace(/^\+ ?/, ""));
}

// Nobody's first name, whatever last name stands beside it.
const never = setOf(
  "guest|guests|guest 1|guest 2|guest 3|plus one|plus 1|+1|plusone|tbd|tba|tbc|unknown|unnamed|" +
    "anonymous|begleitung|begleitperson|invitado|invitada|acompanante|accompagnant|accompagnatore|" +
    "acompanhante|n n|introducee|unbekannt|desconocido",
);

/** Whether a first name alone says that nobody is named: "Guest" of "Guest Smith". */
export function isNeverFirstName(first: string): boolean {
  return never.has(foldAnswer(first));
}

export function isPlaceholder(text: string): boolean {
  return readPlaceholder(text) !== undefined;
}

// "2 kids", "guest 3" (the third, so one seat), "+2", "plus 2".
function countedSeats(folded: string): Placeholder | undefined {
  const age = ageOf(folded);
  if (age) return seats(1, age, severalKids.has(folded));
  // "TBD TBD": both columns of a name, or both words of it.
  if (folded.split(" ").every((word) => never.has(word))) return seats(1, "adult");
  const plus = /^(?:plus|\+) ?(\w+)$/.exec(folded);
  const extra = plus && readNumber(plus[1] ?? "");
  if (extra) return seats(extra, "adult");
  const [, number = "", what = ""] = /^(?:\+|plus )? ?(\S+) (.+)$/.exec(folded) ?? [];
  const count = readNumber(number);
  const whose = count === undefined ? undefined : ageOf(what);
  if (count !== undefined && whose) return seats(count, whose);
  const numbered = /^(.+?) ?\d{1,2}$/.exec(folded)?.[1];
  const of = numbered === undefined ? undefined : ageOf(numbered);
  return of && seats(1, of);
}

function ageOf(folded: string): Age | undefined {
  if (guests.has(folded) || adults.has(folded)) return "adult";
  if (kids.has(folded)) return "child";
  return infants.has(folded) ? "infant" : undefined;
}

function seats(count: number, age: Age, uncounted = false): Placeholder {
  return { kind: "seats", seats: Array.from({ length: count }, () => age), uncounted };
}

function setOf(words: string): Set<string> {
  return new Set(words.split("|"));
}
