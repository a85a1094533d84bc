import { fileURLToPath } from "node:url";
import { migrate } from "./migrate.ts";
import { openPglite } from "./pglite.ts";
import { describeSchema } from "./schema.ts";

export const schemaFile = fileURLToPath(new URL("schema.sql", import.meta.url));

if (import.meta.main) {
  const sql = await openPglite("memory");
  await migrate(sql);
  await Deno.writeTextFile(schemaFile, await describeSchema(sql));
  await sql.close();
}
