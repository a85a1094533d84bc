import { z } from "zod";
import { ages } from "./events.ts";
import { idSchema } from "./ids.ts";
import { importFieldSchema, importSources } from "./import-fields.ts";
import { contactSchema } from "./party.ts";
import { lineSchema } from "./text.ts";

/** What becomes of a party of the file. */
export const importKinds = ["added", "changed", "merged", "left", "undecided", "refused"] as const;
export type ImportKind = (typeof importKinds)[number];

/** An entry of the file by the row in which it begins (`party 12`, `party 12 guest 0`), or one of the list by its id. */
const entrySchema = z.string().max(80).regex(
  /^(?:party \d{1,7}(?: guest \d{1,3})?|(?:party|guest)_[0-9a-z]{1,32})$/,
);

export const importChoices = ["merge", "keep-apart", "skip"] as const;
/**
 * Two entries are one (`merge`), two (`keep-apart`), or the one of the file is left out (`skip`). Parties that are one have all
 * guests of both; which guests are one person is decided for each of them.
 */
export const importChoiceSchema = z.enum(importChoices);
export type ImportChoice = z.infer<typeof importChoiceSchema>;

/** Any two entries, whether they were found to be alike or not. */
export const importDecisionSchema = z.strictObject({
  one: entrySchema,
  other: entrySchema,
  choice: importChoiceSchema,
});
export type ImportDecision = z.infer<typeof importDecisionSchema>;

/** Which of two values stays where the list and the file differ. */
export const importFieldChoiceSchema = z.strictObject({
  /** As `changes` of the preview names them. */
  party: entrySchema,
  field: z.string().max(160),
  take: z.enum(["list", "file"]),
});
export type ImportFieldChoice = z.infer<typeof importFieldChoiceSchema>;

const rowNumber = z.int().min(1).max(10_000_000);
const columnIndex = z.int().min(0).max(1000);
const cellText = z.string().max(10_000);

/** What the couple changes about how a file is read. What is left out stays; lists are put into what was chosen before. */
export const importChangesSchema = z.strictObject({
  sheet: z.string().max(200).optional(),
  /** null: the table has no headers. */
  headerRow: rowNumber.nullable().optional(),
  columns: z.array(z.strictObject({ index: columnIndex, field: importFieldSchema })).max(640)
    .optional(),
  /** The event that a column is about; `every`: all of them. */
  events: z.array(z.strictObject({
    index: columnIndex,
    event: z.union([idSchema("event"), z.literal("every")]),
  })).max(640).optional(),
  /** Of telephone numbers without a country's number; two letters. */
  country: z.string().regex(/^[A-Z]{2}$/).optional(),
  /** Events to which new guests are invited of whom the file does not say. */
  inviteTo: z.array(idSchema("event")).max(40).optional(),
  /** Cells put right; null: as the file has it. */
  repairs: z.array(
    z.strictObject({ row: rowNumber, column: columnIndex, value: cellText.nullable() }),
  )
    .max(20_000).optional(),
  /** Every repair that is proposed is taken. */
  allRepairs: z.boolean().optional(),
  /** `choice` null: as it is proposed. */
  decisions: z.array(importDecisionSchema.extend({ choice: importChoiceSchema.nullable() }))
    .max(20_000).optional(),
  /** For every duplicate that nobody decides about; null: each needs a decision. */
  undecided: importChoiceSchema.nullable().optional(),
  fields: z.array(importFieldChoiceSchema).max(20_000).optional(),
  /** Saves what the columns mean under this name, for the next file with the same headers. */
  saveMapping: lineSchema(80).optional(),
});
export type ImportChanges = z.infer<typeof importChangesSchema>;

const count = z.int().min(0);

export const importColumnSchema = z.strictObject({
  /** From 0. Two columns may have the same header. */
  index: count,
  header: z.string(),
  field: importFieldSchema,
  /** How its meaning was found; `chosen`: by the couple, here or in a saved mapping. */
  sure: z.enum(["known", "likely", "guess", "chosen"]),
  /** Up to three different values. */
  samples: z.array(z.string()),
});

export const importCountsSchema = z.strictObject({
  /** Each row that was read is in exactly one of the others. */
  rows: z.strictObject({
    read: count,
    added: count,
    changed: count,
    merged: count,
    left: count,
    undecided: count,
    refused: count,
    blank: count,
    headers: count,
    totals: count,
  }),
  parties: z.strictObject({
    added: count,
    changed: count,
    merged: count,
    left: count,
    undecided: count,
  }),
  /** Guests and open seats that are added, and guests who are changed. */
  guests: z.strictObject({
    added: count,
    openSeats: count,
    /** Of those added: invited to nothing, since neither the file nor `inviteTo` says to what. They could answer for nothing. */
    uninvited: count.default(0),
    changed: count,
  }),
  /** Replies that are noted. */
  replies: count,
  problems: z.strictObject({ errors: count, warnings: count }),
});
export type ImportCounts = z.infer<typeof importCountsSchema>;

export const importSchema = z.strictObject({
  id: idSchema("import"),
  state: z.enum(["preview", "accepted", "undone"]),
  createdAt: z.iso.datetime(),
  /** Of the file, where it had one. */
  fileName: z.string().nullable(),
  source: z.enum(importSources),
  how: z.strictObject({
    format: z.enum(["csv", "xlsx", "ods", "vcard", "text"]),
    encoding: z.string().optional(),
    /** False: the bytes do not say, this is the likeliest. */
    encodingSure: z.boolean().optional(),
    delimiter: z.enum([",", ";", "\t", "|"]).optional(),
  }),
  sheets: z.array(z.strictObject({ name: z.string(), rows: count })),
  sheet: z.string(),
  headerRow: z.int().nullable(),
  columns: z.array(importColumnSchema),
  country: z.string(),
  inviteTo: z.array(idSchema("event")),
  undecided: importChoiceSchema.nullable(),
  allRepairs: z.boolean(),
  /** The name of the saved mapping that was used. */
  mapping: z.string().nullable(),
  counts: importCountsSchema,
  /** What was seen while reading, and put right or to be known. */
  notices: z.array(z.strictObject({
    code: z.string(),
    sheet: z.string().optional(),
    row: z.int().optional(),
    column: z.int().optional(),
    value: z.string().optional(),
  })),
  /** The changes of the log that it wrote. */
  changes: z.strictObject({ first: z.int(), last: z.int() }).nullable(),
});
export type ImportHead = z.infer<typeof importSchema>;

const reasonSchema = z.strictObject({ code: z.string(), sentence: z.string() });

const importMatchSchema = z.strictObject({
  one: z.string(),
  other: z.string(),
  /** What the other is called. */
  name: z.string(),
  class: z.enum(["exact", "likely"]),
  score: z.number(),
  reasons: z.array(reasonSchema),
  /** What happens; null: somebody has to decide. */
  choice: importChoiceSchema.nullable(),
});
export type ImportMatch = z.infer<typeof importMatchSchema>;

export const importedPartySchema = z.strictObject({
  party: z.string(),
  kind: z.enum(importKinds).exclude(["refused"]),
  rows: z.array(z.int()),
  name: z.string(),
  /** The party of the list that it is. */
  listed: idSchema("party").nullable(),
  /** The party of the file that it was put together with. */
  mergedInto: z.string().nullable(),
  contact: contactSchema,
  guests: z.array(z.strictObject({
    guest: z.string(),
    row: z.int(),
    /** null: an open seat. */
    name: z.string().nullable(),
    age: z.enum(ages),
    listed: idSchema("guest").nullable(),
    /** What the file says of each event. */
    events: z.record(
      z.string(),
      z.enum(["invited", "attending", "declined", "pending", "unsure", "not-invited"]),
    ),
  })),
  /** Where the list and the file differ, or two entries of the file. */
  changes: z.array(z.strictObject({
    /** The entry of the file that says so. */
    party: z.string(),
    field: z.string(),
    list: z.string().nullable(),
    file: z.string(),
    /** Which of them stays; null: neither, until somebody chooses. */
    take: z.enum(["list", "file"]).nullable(),
  })),
  /** Who it may be on the list, or in the file. */
  duplicates: z.array(importMatchSchema),
});
export type ImportedParty = z.infer<typeof importedPartySchema>;

export const importProblemSchema = z.strictObject({
  sheet: z.string(),
  row: z.int(),
  column: z.strictObject({ index: z.int(), header: z.string() }).optional(),
  value: z.string(),
  code: z.string(),
  severity: z.enum(["error", "warning"]),
  sentence: z.string(),
  /** What the cell could be instead. */
  repair: z.string().optional(),
});
export type ImportProblem = z.infer<typeof importProblemSchema>;

export const refusedRowSchema = z.strictObject({
  row: z.int(),
  cells: z.array(z.string()),
  reasons: z.array(z.string()),
});
export type RefusedRow = z.infer<typeof refusedRowSchema>;

export const importQuerySchema = z.strictObject({
  /** Which parties, or rows, or problems are listed. */
  show: z.enum([...importKinds, "problems"]).default("undecided"),
  page: z.coerce.number().int().min(0).max(10_000).default(0),
});
export type ImportQuery = z.infer<typeof importQuerySchema>;

/** An import and a page of what was asked for; the other lists are empty. */
export const importPreviewSchema = z.strictObject({
  import: importSchema,
  parties: z.array(importedPartySchema),
  refused: z.array(refusedRowSchema),
  problems: z.array(importProblemSchema),
  /** `page` of the next; null: this is the last. */
  next: z.int().nullable(),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

export const importsSchema = z.strictObject({ imports: z.array(importSchema) });

export const newImportQuerySchema = z.strictObject({
  /** Of the file, for what comes without a form. */
  name: z.string().max(300).optional(),
});
