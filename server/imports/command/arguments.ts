import { parseArgs } from "node:util";
import { type ImportChoice, importChoices } from "../../../shared/imports.ts";

export interface Arguments {
  file: string;
  site: string;
  server: string;
  key: string;
  sheet: string | undefined;
  /** null: the table has none. */
  headerRow: number | null | undefined;
  country: string | undefined;
  columns: { column: string; means: string }[];
  inviteTo: string[];
  undecided: ImportChoice | undefined;
  allRepairs: boolean;
  saveMapping: string | undefined;
  /** `ask`: on a terminal; elsewhere the preview stays. */
  then: "ask" | "accept" | "look";
  refused: boolean;
  all: boolean;
}

/** The arguments cannot be understood; the message says which. */
export class WrongArguments extends Error {}

export const usage = `deno task import FILE --site SLUG [options]

Reads a guest list and shows what putting it on the site's list would do. On a terminal it then asks.

  --site SLUG            the wedding
  --server URL           where it is kept; default: RSVP_SERVER, else http://localhost:8787
  --key KEY              an API key of a planner; better in RSVP_KEY, where other programs do not see it
  --sheet NAME           which sheet of a workbook
  --header-row NUMBER    the row with the headers, or “none”
  --map COLUMN=MEANING   what a column means, by its header or as #3; again for each
                         first-name, last-name, name, party, mail, phone, plus-ones, note, ignored, …;
                         reply:Dinner, invited:Dinner, meal:Dinner; partner-first-name, child-1-name, …
  --invite-to EVENT      events for new guests of whom the file does not say; again for each
  --country CODE         of telephone numbers without a country’s number, such as PT
  --undecided CHOICE     for likely duplicates: ${importChoices.join(", ")}
  --all-repairs          take every repair that is proposed
  --save-mapping NAME    keep what the columns mean for the next file with the same headers
  --accept               put it on the list without asking
  --dry-run              only show, and keep nothing
  --refused              write the rows that are refused beside the file, with the reasons
  --all                  show every party and row, not the first of each

Ends with 0: done; 1: refused by the server; 2: wrong arguments; 3: nothing written, somebody has to decide;
4: done, but for rows that were refused.`;

const options = {
  site: { type: "string" },
  server: { type: "string" },
  key: { type: "string" },
  sheet: { type: "string" },
  "header-row": { type: "string" },
  map: { type: "string", multiple: true, default: [] as string[] },
  "invite-to": { type: "string", multiple: true, default: [] as string[] },
  country: { type: "string" },
  undecided: { type: "string" },
  "all-repairs": { type: "boolean", default: false },
  "save-mapping": { type: "string" },
  accept: { type: "boolean", default: false },
  "dry-run": { type: "boolean", default: false },
  refused: { type: "boolean", default: false },
  all: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

/** Every mistake at once; undefined: only help was asked for. */
export function readArguments(
  words: readonly string[],
  environment: { RSVP_SERVER?: string | undefined; RSVP_KEY?: string | undefined },
): Arguments | undefined {
  const { values, positionals } = parse(words);
  if (values.help) return undefined;
  const wrong: string[] = [];
  const [file = ""] = positionals;
  if (positionals.length !== 1) wrong.push("Name one file.");
  const { site = "" } = values;
  if (!site) wrong.push("Say which wedding: --site SLUG.");
  const key = values.key ?? environment.RSVP_KEY ?? "";
  if (!key) wrong.push("A key is missing: set RSVP_KEY, or --key KEY.");
  const server = values.server ?? environment.RSVP_SERVER ?? "http://localhost:8787";
  if (!/^https?:$/.test(URL.parse(server)?.protocol ?? "")) {
    wrong.push(`--server: “${server}” is no address.`);
  }
  const undecided = importChoices.find((choice) => choice === values.undecided);
  if (values.undecided !== undefined && !undecided) {
    wrong.push(`--undecided is one of ${importChoices.join(", ")}.`);
  }
  const country = values.country?.toUpperCase();
  if (country !== undefined && !/^[A-Z]{2}$/.test(country)) {
    wrong.push("--country is two letters, such as PT.");
  }
  const headerRow = rowOf(values["header-row"]);
  if (Number.isNaN(headerRow)) wrong.push("--header-row is a number from 1, or “none”.");
  const columns = values.map.map((text) => {
    const at = text.lastIndexOf("=");
    if (at < 1) wrong.push(`--map: “${text}” is not COLUMN=MEANING.`);
    return { column: text.slice(0, at).trim(), means: text.slice(at + 1).trim() };
  });
  if (values.accept && values["dry-run"]) wrong.push("--accept and --dry-run exclude each other.");
  if (wrong.length > 0) throw new WrongArguments(wrong.join("\n"));
  return {
    ...{ file, site, key, server, sheet: values.sheet, headerRow, country, columns, undecided },
    inviteTo: values["invite-to"],
    allRepairs: values["all-repairs"],
    saveMapping: values["save-mapping"],
    then: values.accept ? "accept" : values["dry-run"] ? "look" : "ask",
    refused: values.refused,
    all: values.all,
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw new WrongArguments(error instanceof Error ? error.message : String(error));
  }
}

function rowOf(text: string | undefined): number | null | undefined {
  if (text === undefined) return undefined;
  if (text === "none") return null;
  return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : NaN;
}
