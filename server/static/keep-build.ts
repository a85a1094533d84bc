import type { Deps } from "../deps.ts";
import type { Build } from "./build.ts";
import { insertFile, isKept } from "./widget-files.ts";

const most = { bytes: 1_048_576, files: 200 };

/**
 * Keeps a build for as long as there is the database, so that pages that pin its version, and pages that were opened before
 * an upgrade, find its files for ever. Several servers may keep the same one at once.
 */
export async function keepBuild(
  { sql, now }: Pick<Deps, "sql" | "now">,
  { version, files }: Build,
): Promise<void> {
  if (await isKept(sql, version)) return;
  const tooLarge = [...files].find(([, { length }]) => length > most.bytes);
  if (tooLarge || files.size > most.files) {
    const what = tooLarge ? `${tooLarge[0]} is` : `${files.size} files are`;
    throw new Error(`The build is not kept: ${what} more than a page should load.`);
  }
  // In one order for all: two servers that keep it at once wait for each other and never in a circle.
  const sorted = [...files].toSorted(([a], [b]) => a < b ? -1 : 1);
  await sql.begin(async (tx) => {
    await Promise.all(
      sorted.map(([path, content]) => insertFile(tx, { version, path, content }, now())),
    );
  });
}
