export type Severity = "error" | "warning";

interface Told {
  severity: Severity;
  /** In {brackets}: the value, or a parameter of the problem. */
  sentence: string;
}

/** Everything that can be wrong with a row. An error stops the row, a warning does not. */
export const importProblems = {
  "no-name": {
    severity: "error",
    sentence: "Nobody is named in this row.",
  },
  "not-a-name": {
    severity: "error",
    sentence: "“{value}” is not a name.",
  },
  "name-too-long": {
    severity: "error",
    sentence: "This name has {length} characters; at most {most} are possible.",
  },
  "cell-broken": {
    severity: "error",
    sentence: "The spreadsheet could not work out this cell: {value}.",
  },
  "host-not-found": {
    severity: "error",
    sentence: "“{value}” comes along with somebody who is not in this file.",
  },
  "example-left-out": {
    severity: "error",
    sentence: "This row is the template's own example; it is left out.",
  },
  "too-many-in-party": {
    severity: "error",
    sentence: "The party “{party}” has {count} guests; at most {most} are possible.",
  },
  "seat-unnamed": {
    severity: "warning",
    sentence: "Nobody is named in this row of the party “{party}”; an open seat was added.",
  },
  "family-size-unknown": {
    severity: "warning",
    sentence: "“{value}” does not say how many they are; one open seat was added.",
  },
  "first-name-missing": {
    severity: "warning",
    sentence: "The first name of {name} is not in this file.",
  },
  "name-order-unsure": {
    severity: "warning",
    sentence: "“{value}” was read as {name}: last name, comma, first name.",
  },
  "read-as-two": {
    severity: "warning",
    sentence: "“{value}” was read as two people: {one} and {other}.",
  },
  "children-uncounted": {
    severity: "warning",
    sentence: "“{value}” does not say how many children; one open seat was added.",
  },
  "count-not-known": {
    severity: "warning",
    sentence: "“{value}” is not a number of people.",
  },
  "count-too-small": {
    severity: "warning",
    sentence: "{count} are invited, but {named} are named; all of them were kept.",
  },
  "none-invited": {
    severity: "warning",
    sentence:
      "The number invited is {value}; this row's guests ({count}) were kept without an invitation.",
  },
  "mail-not-valid": {
    severity: "warning",
    sentence: "“{value}” is not a mail address; it was kept as a note.",
  },
  "mail-mistyped": {
    severity: "warning",
    sentence: "“{value}” looks mistyped.",
  },
  "phone-not-valid": {
    severity: "warning",
    sentence: "“{value}” is not a telephone number of {country}; it was kept as a note.",
  },
  "phone-rounded": {
    severity: "warning",
    sentence: "The spreadsheet has rounded this number, and its last digits are lost: {value}.",
  },
  "phone-country-guessed": {
    severity: "warning",
    sentence: "“{value}” was read as the international number {number}.",
  },
  "address-too-long": {
    severity: "warning",
    sentence: "This address has {length} characters; it was kept as a note.",
  },
  "cell-too-long": {
    severity: "warning",
    sentence: "This cell has {length} characters; it was kept as a note.",
  },
  "addresses-differ": {
    severity: "warning",
    sentence:
      "Rows of the party “{party}” have different addresses; they may be two parties of one name.",
  },
  "guest-elsewhere": {
    severity: "warning",
    sentence: "“{value}” is on the list in the party “{party}”, and stays there.",
  },
  "age-not-known": {
    severity: "warning",
    sentence: "“{value}” is not an age; the guest was taken for an adult.",
  },
  "reply-not-known": {
    severity: "warning",
    sentence: "“{value}” is not a reply that is known; it was left as no reply yet.",
  },
  "reply-empty": {
    severity: "warning",
    sentence:
      "{count} cells of the column “{value}” are empty, and others say “no reply yet”; they were read as invited, no reply yet.",
  },
  "reply-of-some": {
    severity: "warning",
    sentence: "{count} of {seats} attend, but not who; it was left as no reply yet.",
  },
  "seat-reply-unknown": {
    severity: "warning",
    sentence: "Whether the open seat is taken is not in this file.",
  },
  "replies-differ": {
    severity: "warning",
    sentence: "Two columns give different replies for one event; it was left as no reply yet.",
  },
  "rows-differ": {
    severity: "warning",
    sentence:
      "Two rows of “{value}” give different replies for one event; it was left as no reply yet.",
  },
  "replied-uninvited": {
    severity: "warning",
    sentence: "Not invited in one column, but replied in another; the invitation was kept.",
  },
  "invitation-not-known": {
    severity: "warning",
    sentence: "“{value}” does not say whether this guest is invited.",
  },
  "event-not-chosen": {
    severity: "warning",
    sentence:
      "The column “{value}” does not say which event it is about; its cells were kept as answers.",
  },
  "meal-not-known": {
    severity: "warning",
    sentence: "“{value}” is not on the menu; it was kept as an answer.",
  },
} as const satisfies Record<string, Told>;
export type ImportProblemCode = keyof typeof importProblems;

/** What could not be used stays as a note of the party. */
export const keptAsNote: ReadonlySet<ImportProblemCode> = new Set([
  "count-not-known",
  "age-not-known",
  "invitation-not-known",
]);
