/** What is read at most. What is beyond is refused with the number, never cut off. */
export const limits = {
  bytes: 20 * 1024 * 1024,
  /** In all sheets together; the first of each is not counted, it holds headers. */
  rows: 20_000,
  /** Of a text file; a row may have several. */
  lines: 1_000_000,
  /** Our own export of the largest wedding has 574. */
  columns: 640,
  cellCharacters: 10_000,
  /** Cells with something in them, in all sheets together. */
  cells: 600_000,
  /** Of all cells together: a workbook says a text once and uses it a million times. */
  characters: 40_000_000,
  sheets: 100,

  /** Of a workbook's parts, counted while they are unpacked. */
  unpackedBytes: 256 * 1024 * 1024,
  /** Sheets that repeat themselves pack 50 to 1, bombs 1,000 to 1. */
  unpackedRatio: 200,
  /** Below this the ratio says nothing. */
  unpackedAnyway: 8 * 1024 * 1024,
  zipEntries: 10_000,

  milliseconds: 30_000,
  /** Of one code; the rest is told as a number. */
  notices: 500,
} as const;
