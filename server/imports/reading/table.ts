/** A file as people see it: sheets of rows of text. */
export interface ReadFile {
  sheets: Sheet[];
  how: HowRead;
  notices: Notice[];
}

export interface HowRead {
  format: "csv" | "xlsx" | "ods" | "vcard" | "text";
  /** As `TextDecoder` names it; workbooks have none. */
  encoding?: string;
  /** False: the bytes do not say, this is the likeliest. */
  encodingSure?: boolean;
  delimiter?: Delimiter;
}

export type Delimiter = "," | ";" | "\t" | "|";

/** Rows without anything in them are left out; their numbers are not given to others. */
export interface Sheet {
  name: string;
  rows: Row[];
}

/**
 * `number`: as the program that made the file counts it, from 1. Cells are trimmed text, NFC, without control characters;
 * empty ones at the end of a row are left out, so rows differ in length.
 */
export interface Row {
  number: number;
  cells: string[];
}

/** Something that was seen and put right, or should be known. `column` counts from 1. */
export interface Notice {
  code: NoticeCode;
  sheet?: string;
  row?: number;
  column?: number;
  value?: string;
}

export type NoticeCode =
  /** The file's name promises another format; `value` is what it is. */
  | "named-otherwise"
  /** Bytes that are no letter in the file's encoding; `value` is the cell with � in their place. */
  | "letters-lost"
  /** UTF-8 that was once read as something else: JosÃ©. */
  | "letters-garbled"
  /** Control characters and direction marks were taken out; `value` is what is left. */
  | "unseen-removed"
  /** 4.47911E+11, or more than 15 digits: the program that saved the file threw digits away. */
  | "number-rounded"
  /** A quote without its partner: the line was taken as it stands. */
  | "quotes-broken"
  /** Cells merged over several rows: each of those rows has the value. `value` is the range. */
  | "merged-repeated"
  /** The program did not save what the formula gave; the cell is empty. */
  | "formula-without-value"
  /** `#N/A` and the like; the cell is empty. */
  | "formula-error"
  /** The sheet was hidden; it is read like the others. */
  | "sheet-hidden"
  /** `value` rows, from `row` on, were hidden or filtered out; they are read like the others. */
  | "rows-hidden"
  | "columns-hidden"
  /** The workbook has macros; they were not looked at. */
  | "macros-ignored"
  /** A line of a card that is not understood. */
  | "line-left-out"
  /** The file ends within a card; what there is of it is read. */
  | "card-cut-off"
  /** A card of a group of people, not of a person; `value` is its name. */
  | "group-left-out"
  /** There are `value` more notices like this: "unseen-removed: 4210". */
  | "and-more";

/** What is known of a file beside its bytes: only hints, both are wrong often enough. */
export interface FileHint {
  name?: string;
  type?: string;
}
