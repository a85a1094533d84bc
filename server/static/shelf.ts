import { type PackedFile, packFile, typeOf } from "./packed-file.ts";

/**
 * Gives the files of a folder, read and compressed once and again only after they were built anew. Names are single names
 * without a slash, so nothing outside the folder can be meant.
 */
export function createShelf(folder: URL): (name: string) => Promise<PackedFile | undefined> {
  const kept = new Map<string, { version: string; file: Promise<PackedFile> }>();

  return async (name) => {
    const type = typeOf(name);
    if (!type) return undefined;
    const path = new URL(name, folder);
    const version = await stampOf(path);
    if (!version) return undefined;
    const known = kept.get(name);
    if (known?.version === version) return known.file;
    const file = Deno.readFile(path).then((bytes) => packFile(bytes, type));
    kept.set(name, { version, file });
    file.catch(() => kept.delete(name));
    return file;
  };
}

/** Is another one when the file was written again; undefined: there is none. */
export async function stampOf(path: URL): Promise<string | undefined> {
  try {
    const { isFile, mtime, size } = await Deno.stat(path);
    return isFile ? `${mtime?.getTime()} ${size}` : undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
