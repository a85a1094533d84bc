import type { Source } from "./fields.ts";
import { foldHeader } from "./fold-header.ts";
import type { Language } from "./words/all-words.ts";

interface Sign {
  source: Source;
  /** All of these headers, folded. */
  all: string[];
  /** And one of these, or one that matches. */
  any?: string[];
  like?: RegExp;
  /** And none of these. */
  none?: string[];
}

// The first whose headers are there. What looks alike stands in the order of how much it asks for.
const signs: Sign[] = [
  {
    source: "airlst",
    all: [],
    like: /^companion( \d+)? (first name|last name|email|e mail|salutation)/,
  },
  { source: "zola-list", all: ["total definitely invited"] },
  { source: "zola-template", all: ["name", "plus one"], any: ["additional guest 1"] },
  {
    source: "zola-template",
    all: ["name", "plus one", "email address", "street address 1", "state region"],
  },
  {
    source: "minted",
    all: ["name on envelope"],
    any: ["street address 1", "street address 2 optional"],
  },
  {
    source: "the-knot-replies",
    all: ["first name", "last name"],
    like: /.+ rsvp$/,
    any: ["party"],
  },
  {
    source: "the-knot-list",
    all: ["first name", "last name", "party"],
    any: ["my notes", "street address 1", "zip postal code"],
  },
  {
    source: "google-contacts",
    all: ["first name", "last name"],
    any: ["e mail 1 value", "phone 1 value"],
  },
  {
    source: "google-contacts-old",
    all: ["given name", "family name"],
    any: ["e mail 1 value", "phone 1 value", "group membership", "yomi name"],
  },
  {
    source: "outlook-old",
    all: ["first name", "last name"],
    any: ["internet free busy", "primary phone", "web page"],
  },
  {
    source: "outlook",
    all: ["first name", "last name", "e mail address"],
    any: ["home street", "categories"],
  },
  {
    source: "apple-contacts",
    all: ["full name", "first name", "last name"],
    any: ["e mail 1", "phone 1"],
  },
  {
    source: "aisle",
    all: ["name", "party", "side"],
    any: ["thank you", "save the date", "dietary notes"],
  },
  {
    source: "todays-bride",
    all: ["name", "number of people invited"],
    any: ["number attending", "rsvped"],
  },
  {
    source: "perfect-table-plan",
    all: ["display name"],
    any: ["not next to", "near to", "next to"],
  },
  { source: "joy", all: ["first name", "last name", "tags"], like: /^rsvp( |$)/ },
  {
    source: "zola-replies",
    all: ["first name", "last name", "meal choice"],
    none: ["party", "email", "email address", "tags"],
  },
];

/** Whose file this is, by its headers. */
export function sourceOf(headers: readonly string[], languages: readonly Language[]): Source {
  const folded = new Set(headers.filter((header) => header.length <= 300).map(foldHeader));
  const sign = signs.find(({ all, any, like, none }) =>
    all.every((header) => folded.has(header)) &&
    (any?.some((header) => folded.has(header)) ?? true) &&
    (!like || [...folded].some((header) => like.test(header))) &&
    !(none?.some((header) => folded.has(header)) ?? false)
  );
  return sign?.source ?? bySpeech(languages);
}

function bySpeech(languages: readonly Language[]): Source {
  const most = (language: Language) => languages.filter((each) => each === language).length;
  const [german, spanish, english] = [most("de"), most("es"), most("en")];
  if (german > english && german >= spanish) return "german-list";
  return spanish > english ? "spanish-list" : "list";
}
