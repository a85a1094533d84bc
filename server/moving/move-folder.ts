import { join } from "node:path";
import { lockFolder } from "../database/lock.ts";
import { openPglite } from "../database/pglite.ts";
import { connectPostgres } from "../database/postgres.ts";
import { moveAll, type Moved, type Progress } from "./move-all.ts";

/** Moves the embedded database of a folder that no server has open. The folder stays as it is. */
export async function moveFolder(
  folder: string,
  databaseUrl: string,
  progress: Progress,
): Promise<Moved> {
  if (!await isThere(join(folder, "database"))) {
    throw new Error(`There is no embedded database in ${folder}. Set DATA_FOLDER to where it is.`);
  }
  const release = await lockFolder(join(folder, "database.lock"));
  try {
    const target = await connectPostgres(databaseUrl, { poolSize: 1 });
    try {
      const source = await openPglite(join(folder, "database"));
      try {
        return await moveAll(source, target, progress);
      } finally {
        await source.close();
      }
    } finally {
      await target.close();
    }
  } finally {
    release();
  }
}

async function isThere(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, (error) => {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  });
}
