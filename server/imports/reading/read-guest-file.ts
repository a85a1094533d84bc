import { Problem } from "../../problem.ts";
import { createRows, type Rows } from "./collect-rows.ts";
import { type FileKind, fileKind } from "./file-kind.ts";
import { limits } from "./limits.ts";
import { createNotices, type Notices } from "./notices.ts";
import { readOds } from "./ods/read-ods.ts";
import { readDelimited } from "./read-delimited.ts";
import { tooLarge } from "./refused.ts";
import type { FileHint, HowRead, ReadFile } from "./table.ts";
import { readVcards } from "./vcard/read-vcards.ts";
import { readXlsx } from "./xlsx/read-xlsx.ts";

/**
 * Bytes of a file that people have → its sheets. What it is, is told by the bytes; the name is a hint.
 * In requests use `readInWorker`: this takes its time. Problems: `file-…`, `too-many-rows`, `too-many-columns`,
 * `cell-too-long`.
 */
export async function readGuestFile(bytes: Uint8Array, hint: FileHint = {}): Promise<ReadFile> {
  if (bytes.length > limits.bytes) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    throw tooLarge(`${size} MB; at most ${limits.bytes / 1024 / 1024} MB are taken.`);
  }
  const notices = createNotices();
  const rows = createRows(notices);
  const how = await readKind(fileKind(bytes), bytes, hint, rows, notices);
  const sheets = rows.finish();
  if (sheets.every((sheet) => sheet.rows.length === 0)) {
    throw new Problem("file-empty", "There is nothing in the file.");
  }
  if (isNamedOtherwise(how.format, hint.name ?? "")) {
    notices.add({ code: "named-otherwise", value: how.format });
  }
  return { sheets, how, notices: notices.list() };
}

async function readKind(
  file: FileKind,
  bytes: Uint8Array,
  hint: FileHint,
  rows: Rows,
  notices: Notices,
): Promise<HowRead> {
  switch (file.kind) {
    case "xlsx":
      return await readXlsx(file.parts, rows, notices);
    case "ods":
      return await readOds(file.parts, rows, notices);
    case "vcard":
      return readVcards(bytes, rows, notices);
    case "text":
      return readDelimited(bytes, hint, rows, notices);
    default:
      return file satisfies never;
  }
}

const endings: Record<HowRead["format"], RegExp> = {
  csv: /\.(csv|tsv|tab|txt)$/i,
  text: /\.(csv|tsv|tab|txt)$/i,
  xlsx: /\.xls[xm]$/i,
  ods: /\.ods$/i,
  vcard: /\.(vcf|vcard)$/i,
};

function isNamedOtherwise(format: HowRead["format"], name: string): boolean {
  const known = Object.values(endings).some((ending) => ending.test(name)) || /\.xls$/i.test(name);
  return known && !endings[format].test(name);
}
