import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { etagOf } from "../http/etag.ts";

/** A built file as it is sent: each way of packing it with its own tag. */
export interface Kept {
  type: string;
  packed: Record<Packing, { bytes: Uint8Array<ArrayBuffer>; etag: string }>;
}

export type Packing = "br" | "gzip" | "identity";

const types: Record<string, string> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
  woff2: "font/woff2",
};

/**
 * Gives the files of a folder, read and compressed once and again only after they were built anew. Names are single names
 * without a slash, so nothing outside the folder can be meant.
 */
export function createShelf(folder: URL): (name: string) => Promise<Kept | undefined> {
  const kept = new Map<string, { version: string; file: Promise<Kept> }>();

  return async (name) => {
    const extension = /^[\w-]+(?:\.[\w-]+)*\.(\w+)$/.exec(name)?.[1] ?? "";
    const type = Object.hasOwn(types, extension) ? types[extension] : undefined;
    if (!type) return undefined;
    const path = new URL(name, folder);
    const version = await versionOf(path);
    if (!version) return undefined;
    const known = kept.get(name);
    if (known?.version === version) return known.file;
    const file = take(path, type);
    kept.set(name, { version, file });
    file.catch(() => kept.delete(name));
    return file;
  };
}

async function versionOf(path: URL): Promise<string | undefined> {
  try {
    const { isFile, mtime, size } = await Deno.stat(path);
    return isFile ? `${mtime?.getTime()} ${size}` : undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

async function take(path: URL, type: string): Promise<Kept> {
  const bytes = await Deno.readFile(path);
  const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  const [br, gz, etag] = await Promise.all([
    promisify(brotliCompress)(bytes, best),
    promisify(gzip)(bytes, { level: 9 }),
    etagOf(bytes),
  ]);
  const tag = (suffix: string) => etag.replace(/"$/, `${suffix}"`);
  return {
    type,
    packed: {
      br: { bytes: new Uint8Array(br), etag: tag("-br") },
      gzip: { bytes: new Uint8Array(gz), etag: tag("-gz") },
      identity: { bytes, etag },
    },
  };
}
