import { createHash } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { migrate } from "../database/migrate.ts";
import { migrationsFolder, readMigrations } from "../database/migration-files.ts";
import { openPglite } from "../database/pglite.ts";

const cache = fileURLToPath(new URL("../../node_modules/.cache/wedding-rsvp", import.meta.url));
const pglitePackage = new URL("../package.json", import.meta.resolve("@electric-sql/pglite"));

/** A data folder of PGlite to load, so that a test need not wait for a database to be made. */
export async function pgliteTemplate(kind: "empty" | "migrated"): Promise<Blob> {
  const file = join(cache, `${kind}-${await keyOf(kind)}.tar`);
  await Deno.mkdir(cache, { recursive: true });
  // Test files run side by side: the first makes the template, the others wait for it.
  using lock = await Deno.open(join(cache, `${kind}.lock`), { write: true, create: true });
  await lock.lock(true);
  const found = await read(file);
  if (found) return found;

  const made = await make(kind);
  for await (const { name } of Deno.readDir(cache)) {
    if (name.startsWith(`${kind}-`)) await Deno.remove(join(cache, name));
  }
  const beginning = `${file}.part`;
  await Deno.writeFile(beginning, made.stream());
  await Deno.rename(beginning, file);
  return made;
}

async function make(kind: "empty" | "migrated"): Promise<Blob> {
  const from = kind === "migrated" ? { loadFrom: await pgliteTemplate("empty") } : {};
  const sql = await openPglite("memory", from);
  if (kind === "migrated") await migrate(sql);
  await sql.script("checkpoint");
  const tar = await sql.dump();
  await sql.close();
  return tar;
}

async function keyOf(kind: "empty" | "migrated"): Promise<string> {
  const hash = createHash("sha256").update(await Deno.readTextFile(pglitePackage));
  if (kind === "migrated") {
    for (const { name, sha256 } of await readMigrations(migrationsFolder)) {
      hash.update(`${name} ${sha256}\n`);
    }
  }
  return hash.digest("hex").slice(0, 16);
}

async function read(file: string): Promise<Blob | undefined> {
  try {
    return new Blob([await Deno.readFile(file)]);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
