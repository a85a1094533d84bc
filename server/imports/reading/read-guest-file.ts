import { Problem } from "../../problem.ts";
import { createRows, type Rows } from "./collect-rows.ts";
import { type FileKind, fileKind } from "./file-kind.ts";
import { limits } from "./limits.ts";
import { createNotices, type Notices } from "./notices.ts";
import { tooLarge } from "./refused.ts";
import type { FileHint, HowRead, ReadFile } from "./table.ts";

/**
 * Bytes of a file that people have → its sheets. What it is, is told by the bytes; the name is a hint.
 * In requests use a `FileWorker`: this takes its time. Problems: `file-…`, `too-many-rows`, `too-many-columns`,
 * `cell-too-long`. `tell` hears of the bytes that are done, where they take long.
 */
export async function readGuestFile(
  bytes: Uint8Array,
  hint: FileHint = {},
  tell: (done: number) => void = () => {},
): Promise<ReadFile> {
  if (bytes.length > limits.bytes) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    throw tooLarge(`${size} MB; at most ${limits.bytes / 1024 / 1024} MB are taken.`);
  }
  const notices = createNotices();
  const rows = createRows(notices);
  const how = await readKind(fileKind(bytes), { bytes, hint, tell }, rows, notices);
  const sheets = rows.finish();
  if (sheets.every((sheet) => sheet.rows.length === 0)) {
    throw new Problem("file-empty", "There is nothing in the file.");
  }
  if (isNamedOtherwise(how.format, hint.name ?? "")) {
    notices.add({ code: "named-otherwise", value: how.format });
  }
  return { sheets, how, notices: notices.list() };
}

interface Given {
  bytes: Uint8Array;
  hint: FileHint;
  tell: (done: number) => void;
}

// Each reader is loaded when a file needs it: most are CSV, and their readers need not wait for the others.
async function readKind(
  file: FileKind,
  { bytes, hint, tell }: Given,
  rows: Rows,
  notices: Notices,
): Promise<HowRead> {
  switch (file.kind) {
    case "xlsx": {
      const { readXlsx } = await import("./xlsx/read-xlsx.ts");
      return await readXlsx(file.parts, rows, notices, tell);
    }
    case "ods": {
      const { readOds } = await import("./ods/read-ods.ts");
      return await readOds(file.parts, rows, notices, tell);
    }
    case "vcard": {
      const { readVcards } = await import("./vcard/read-vcards.ts");
      return readVcards(bytes, rows, notices);
    }
    case "text": {
      const { readDelimited } = await import("./read-delimited.ts");
      return readDelimited(bytes, hint, rows, notices);
    }
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
