import { readArray, writeArray } from "./array-text.ts";

/**
 * How values of one Postgres type are written and read. Writing never throws, because postgres.js
 * would lose count of its statements: what does not fit is written as a text that every server refuses.
 */
export interface Codec {
  write: (value: unknown) => string;
  read: (text: string) => unknown;
}

const misfit = "\0";

/** What has no other form than its text. */
export const plainText: Codec = { write: writePlain, read: (text) => text };
const number: Codec = { write: writePlain, read: Number };
const long: Codec = { write: writePlain, read: readLong };
const truth: Codec = { write: writePlain, read: (text) => text === "t" };
const instant: Codec = { write: writePlain, read: (text) => new Date(text) };
const bytes: Codec = { write: writeBytes, read: (text) => Uint8Array.fromHex(text.slice(2)) };
const json: Codec = { write: writeJson, read: (text) => JSON.parse(text) };

// [the type's oid, the oid of arrays of it, codec]; these oids are the same in every Postgres.
const types: readonly (readonly [number, number, Codec])[] = [
  [16, 1000, truth], // boolean
  [17, 1001, bytes], // bytea
  [18, 1002, plainText], // "char"
  [19, 1003, plainText], // name
  [20, 1016, long], // int8
  [21, 1005, number], // int2
  [23, 1007, number], // int4
  [25, 1009, plainText], // text
  [26, 1028, number], // oid
  [114, 199, json], // json
  [700, 1021, number], // float4
  [701, 1022, number], // float8
  [1042, 1014, plainText], // char(n)
  [1043, 1015, plainText], // varchar
  [1082, 1182, plainText], // date
  [1083, 1183, plainText], // time
  [1114, 1115, plainText], // timestamp
  [1184, 1185, instant], // timestamptz
  [1186, 1187, plainText], // interval
  [1700, 1231, plainText], // numeric
  [2950, 2951, plainText], // uuid
  [3802, 3807, json], // jsonb
];

/**
 * The codecs of both engines by oid. A parameter is sent without a type and the statement decides,
 * from the column or the cast beside it, so that an array is an array for `text[]` and JSON for `jsonb`.
 * Types that are not listed arrive as text.
 */
export const codecs: ReadonlyMap<number, Codec> = new Map(
  types.flatMap(([oid, arrayOid, codec]) => [[oid, codec], [arrayOid, arrayOf(codec)]]),
);

/** `change_number` → `changeNumber`. Only names of columns: what is inside JSON stays as it is. */
export function columnName(name: string): string {
  return name.replace(/(?<=[a-z0-9])_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

const aboutMisfits = " (or a value does not fit its place: JSON needs a jsonb column or ::jsonb)";

/** Says in words what a refused misfit is about. */
export function explainMisfit(error: unknown): unknown {
  if (error instanceof Error && "code" in error && error.code === "22021") {
    error.message = error.message.replace(aboutMisfits, "") + aboutMisfits;
  }
  return error;
}

function arrayOf(codec: Codec): Codec {
  return {
    write: (value) => Array.isArray(value) ? writeArray(value, codec.write) : writePlain(value),
    read: (text) => readArray(text, codec.read),
  };
}

function writePlain(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? misfit : value.toISOString();
  return typeof value === "object" || value === undefined ? misfit : String(value);
}

function writeBytes(value: unknown): string {
  return value instanceof Uint8Array ? `\\x${value.toHex()}` : misfit;
}

function writeJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? misfit;
  } catch {
    return misfit;
  }
}

function readLong(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number)) return number;
  throw new RangeError(`${text} does not fit a number; select it as text.`);
}
