import { Buffer } from "node:buffer";
import { limits } from "./limits.ts";
import { broken, encrypted } from "./refused.ts";

/** One file in a zip, still packed. */
export interface ZipEntry {
  name: string;
  deflated: boolean;
  packed: Uint8Array;
  crc32: number;
}

const endSignature = 0x06054b50;
const bigEndSignature = 0x06064b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const full = 0xffffffff;

const cutOff = () =>
  broken("The workbook is broken or was cut off. Download or save it again, and upload that.");

/** The files of a zip by its directory, none unpacked. Of one name the first counts. */
export function readZip(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, ZipEntry>();
  try {
    let at = startOfDirectory(view);
    while (at + 4 <= view.length && view.readUInt32LE(at) === entrySignature) {
      const { entry, next } = readEntry(view, at);
      if (!entries.has(entry.name)) entries.set(entry.name, entry);
      if (entries.size > limits.zipEntries) throw broken("The workbook has too many parts.");
      at = next;
    }
  } catch (error) {
    // A place that is not in the file: it ends before what it promises.
    if (error instanceof RangeError) throw cutOff();
    throw error;
  }
  if (entries.size === 0) throw cutOff();
  return entries;
}

function startOfDirectory(view: Buffer): number {
  const first = Math.max(0, view.length - endLength - 0xffff);
  for (let at = view.length - endLength; at >= first; at -= 1) {
    if (view.readUInt32LE(at) !== endSignature) continue;
    const start = view.readUInt32LE(at + 16);
    return start === full ? startOfBigDirectory(view, at) : start;
  }
  throw cutOff();
}

// Zip64: what writes without knowing the size in advance uses it for small files too.
function startOfBigDirectory(view: Buffer, end: number): number {
  const at = Number(view.readBigUInt64LE(end - 20 + 8));
  if (view.readUInt32LE(at) !== bigEndSignature) throw cutOff();
  return Number(view.readBigUInt64LE(at + 48));
}

function readEntry(view: Buffer, at: number): { entry: ZipEntry; next: number } {
  const flags = view.readUInt16LE(at + 8);
  const method = view.readUInt16LE(at + 10);
  const nameLength = view.readUInt16LE(at + 28);
  const extraLength = view.readUInt16LE(at + 30);
  const nameEnd = at + 46 + nameLength;
  const extra = view.subarray(nameEnd, nameEnd + extraLength);
  const { size, local } = sizeAndPlace(view, at, extra);
  if (flags & 1) throw encrypted();
  if (method !== 0 && method !== 8) throw broken("The workbook is packed in an unusual way.");
  if (view.readUInt32LE(local) !== localSignature) throw cutOff();
  const start = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
  if (start + size > view.length) throw cutOff();
  const name = view.toString("utf8", at + 46, nameEnd).replaceAll("\\", "/");
  const packed = view.subarray(start, start + size);
  const entry = { name, deflated: method === 8, packed, crc32: view.readUInt32LE(at + 16) };
  return { entry, next: nameEnd + extraLength + view.readUInt16LE(at + 32) };
}

function sizeAndPlace(view: Buffer, at: number, extra: Buffer): { size: number; local: number } {
  const size = view.readUInt32LE(at + 20);
  const local = view.readUInt32LE(at + 42);
  const big = bigNumbers(extra);
  // They stand there only for those that do not fit, in this order.
  if (view.readUInt32LE(at + 24) === full) big.shift();
  return {
    size: size === full ? big.shift() ?? full : size,
    local: local === full ? big.shift() ?? full : local,
  };
}

function bigNumbers(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length;) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      const places = Array.from({ length: length >> 3 }, (_, index) => at + 4 + 8 * index);
      return places.map((place) => Number(extra.readBigUInt64LE(place)));
    }
    at += 4 + length;
  }
  return [];
}
