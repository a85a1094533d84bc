import type { Query } from "../database/sql.ts";
import { type PackedFile, packFile, typeOf } from "./packed-file.ts";
import { contentOf } from "./widget-files.ts";

/** How many files of earlier builds stay packed in memory: some 100 kB each. */
const remembered = 32;

/** Gives files of builds that were kept, packed; those asked for last are at hand. */
export function createKeptFiles() {
  const files = new Map<string, Promise<PackedFile | undefined>>();

  return async (sql: Query, path: string, version?: string): Promise<PackedFile | undefined> => {
    const type = typeOf(path.replace(/^assets\//, ""));
    if (!type) return undefined;
    const key = `${version ?? "any"} ${path}`;
    const file = files.get(key) ?? read(sql, path, type, version);
    files.delete(key);
    files.set(key, file);
    const oldest = files.keys().next();
    if (files.size > remembered && !oldest.done) files.delete(oldest.value);
    // Only what is there is remembered: it may be kept a moment later.
    const forget = () => files.get(key) === file && files.delete(key);
    file.then((found) => found || forget(), forget);
    return await file;
  };
}

async function read(
  sql: Query,
  path: string,
  type: string,
  version?: string,
): Promise<PackedFile | undefined> {
  const content = await contentOf(sql, path, version);
  return content && await packFile(new Uint8Array(content), type);
}
