import { Buffer } from "node:buffer";
import { encrypted, unknownType } from "./refused.ts";
import { readZip, type ZipEntry } from "./zip.ts";

export type FileKind =
  | { kind: "xlsx" | "ods"; parts: Map<string, ZipEntry> }
  | { kind: "vcard" }
  | { kind: "text" };

const saveAs = "Save it as .xlsx or CSV, and upload that.";

// What people upload instead of a list, by its first bytes.
const others: [start: string, what: string][] = [
  ["%PDF", "a PDF. Ask for the list as a workbook or CSV."],
  ["\x89PNG", "a picture. Ask for the list as a workbook or CSV."],
  ["\xff\xd8\xff", "a picture. Ask for the list as a workbook or CSV."],
  ["GIF8", "a picture. Ask for the list as a workbook or CSV."],
  ["{\\rtf", `a text document. Copy its table into a spreadsheet. ${saveAs}`],
  ["\x1f\x8b", "a packed file. Unpack it first."],
  ["7z\xbc\xaf", "a packed file. Unpack it first."],
  ["Rar!", "a packed file. Unpack it first."],
];

/** What a file is, by its content: names and types are wrong often enough. */
export function fileKind(bytes: Uint8Array): FileKind {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  if (start.startsWith("PK")) return workbookKind(readZip(bytes));
  if (start.startsWith("\xd0\xcf\x11\xe0")) throw oldExcel(bytes);
  const other = others.find(([magic]) => start.startsWith(magic));
  if (other) throw unknownType(`This is ${other[1]}`);
  // UTF-16 has a zero at every other place.
  const text = start.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "").replaceAll("\0", "")
    .trimStart();
  if (/^BEGIN:VCARD/i.test(text)) return { kind: "vcard" };
  if (/^(<!doctype html|<html|<table)/i.test(text)) {
    throw unknownType(
      `This is a web page, whatever its name says. Open it in a spreadsheet. ${saveAs}`,
    );
  }
  if (/^<\?xml/i.test(text)) throw unknownType(`This is an XML file. ${saveAs}`);
  return { kind: "text" };
}

function workbookKind(parts: Map<string, ZipEntry>): FileKind {
  const names = [...parts.keys()];
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook/i)) return { kind: "xlsx", parts };
  const mimetype = parts.get("mimetype");
  const type = mimetype && !mimetype.deflated ? Buffer.from(mimetype.packed).toString() : "";
  if (type.includes("opendocument.spreadsheet")) return { kind: "ods", parts };
  if (type.includes("opendocument")) throw unknownType(`This is no spreadsheet. ${saveAs}`);
  if (parts.has("content.xml")) return { kind: "ods", parts };
  if (has(/^Index\/.*\.iwa$|^Index\.zip$/)) {
    throw unknownType("This is a Numbers document. Export it as Excel or CSV, and upload that.");
  }
  if (has(/^(word|ppt)\//)) {
    throw unknownType(`This is a document, no spreadsheet. Copy its table into one. ${saveAs}`);
  }
  // A workbook whose parts have unusual names says where they are.
  if (parts.has("_rels/.rels")) return { kind: "xlsx", parts };
  throw unknownType("This is a packed file. Unpack it, and upload the list that is in it.");
}

// Both old workbooks and new ones with a password are kept in this container.
function oldExcel(bytes: Uint8Array): Error {
  const name = Buffer.from("EncryptedPackage", "utf16le");
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name)) {
    return encrypted();
  }
  return unknownType(`This is a workbook of an Excel before 2007. ${saveAs}`);
}
