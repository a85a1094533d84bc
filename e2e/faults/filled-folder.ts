import { join } from "node:path";
import { openPglite } from "../../server/database/pglite.ts";
import { pgliteTemplate } from "../../server/testing/pglite-template.ts";

/** Puts an embedded database without rows into a folder, quicker than a server makes one. */
export async function fillFolder(folder: string): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  const loadFrom = await pgliteTemplate("migrated");
  await (await openPglite(join(folder, "database"), { loadFrom })).close();
}
