import type { PersonKind, Who } from "../../../shared/import-fields.ts";
import type { Field } from "./fields.ts";
import { personKinds } from "../../../shared/import-fields.ts";
import { foldHeader } from "./fold-header.ts";
import { knownHeaders } from "./words/all-words.ts";

// Who a header speaks of, before or after what it says of them. One person each, or numbered.
const partner =
  "partner|spouse|husband|wife|significant other|ehepartner|partnerin|ehefrau|ehemann|conyuge|" +
  "esposo|esposa|pareja|conjoint|conjointe|coniuge|conjuge|echtgenoot";
const child =
  "child|kid|kind|nino|hijo|enfant|bambino|crianca|childs|dependent|related child|related daughter|" +
  "related son";
const companion =
  "companion|additional guest|plus one|plus 1|begleitung|begleitperson|acompanante|accompagnant|" +
  "accompagnatore|extra guest|other guest|secondary guest|second guest|plus one guest";
const about = "(?: (?<rest>.+))?";
const partnerHeader = new RegExp(`^(?:related )?(?:${partner})(?: (?<n>\\d+))?${about}$`, "u");
const childHeader = new RegExp(`^(?:${child}) (?<n>\\d+)${about}$|^(?:${child}) (?<only>.+)$`, "u");
const companionHeader = new RegExp(
  `^(?:${companion})(?: (?<n>\\d+))?${about}$|^(?:name of )(?:${companion})$`,
  "u",
);
const numberedGuest = /^(?:guest|gast|invitado|invite|person|member) (?<n>\d+)(?: (?<rest>.+))?$/u;

/** What a header says of somebody who is invited along: "Partner Last Name", "Child 2", "Companion|Mail". */
export function fieldOfCompanion(header: string): Field | undefined {
  const folded = foldHeader(header);
  const found = partnerOf(folded) ?? childOf(folded) ?? companionOf(folded) ?? guestOf(folded);
  return found && { kind: found.kind, who: found.who };
}

interface Said {
  kind: PersonKind;
  who: Who;
}

function partnerOf(folded: string): Said | undefined {
  const match = partnerHeader.exec(folded);
  return match ? said("partner", match.groups?.rest) : undefined;
}

function childOf(folded: string): Said | undefined {
  const groups = childHeader.exec(folded)?.groups;
  // A card's first child has no number.
  if (/^related (?:child|son|daughter|kind)$/.test(folded)) return { kind: "name", who: "child-1" };
  if (!groups) return undefined;
  return said(`child-${clamp(groups.n)}`, groups.n ? groups.rest : groups.only);
}

// "Plus One" alone may hold a number or yes; it is a person's column only with a number or a name to it.
function companionOf(folded: string): Said | undefined {
  const match = companionHeader.exec(folded);
  const { n, rest } = match?.groups ?? {};
  if (!match || (!n && !rest && !folded.startsWith("name of"))) {
    return folded === "companion" ? { kind: "name", who: "companion-1" } : undefined;
  }
  return said(`companion-${clamp(n)}`, rest);
}

// Of numbered guests the first is the row's own.
function guestOf(folded: string): Said | undefined {
  const groups = numberedGuest.exec(folded)?.groups;
  if (!groups) return undefined;
  const number = clamp(groups.n);
  return said(number === 1 ? "self" : `companion-${number - 1}`, groups.rest);
}

function said(who: Who, rest: string | undefined): Said | undefined {
  if (!rest || rest === "s name" || rest === "value") return { kind: "name", who };
  const kind = knownHeaders.get(rest.replace(/^s /, ""))?.kind;
  const known = personKinds.find((each) => each === kind);
  return known && { kind: known, who };
}

function clamp(number: string | undefined): number {
  return Math.min(60, Math.max(1, Number(number ?? 1)));
}
