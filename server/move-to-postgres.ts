// `deno task move-to-postgres`: the embedded database in DATA_FOLDER, whole, into the empty PostgreSQL of DATABASE_URL.
import { moveFolder } from "./moving/move-folder.ts";
import { movedText } from "./moving/moved-text.ts";

const encoder = new TextEncoder();
const print = (line: string) => void Deno.stdout.writeSync(encoder.encode(`${line}\n`));
const folder = Deno.env.get("DATA_FOLDER") || "data";
const databaseUrl = Deno.env.get("DATABASE_URL");

try {
  if (!databaseUrl) throw new Error("Set DATABASE_URL to an empty PostgreSQL database.");
  let told = "";
  const moved = await moveFolder(folder, databaseUrl, (table, rows, of) => {
    // A line for each table, and for the long ones one at each tenth.
    const line = `${table}: ${Math.floor((10 * rows) / of) * 10} %`;
    if (line !== told) print(line);
    told = line;
  });
  print(`\n${movedText(moved, folder)}`);
} catch (error) {
  print(`Nothing was moved. ${error instanceof Error ? error.message : String(error)}`);
  Deno.exit(1);
}
