import { fileURLToPath } from "node:url";
import { join } from "node:path";

export interface Migration {
  number: number;
  /** As in `0001_name.sql`. */
  name: string;
  text: string;
  sha256: string;
}

export const migrationsFolder = fileURLToPath(new URL("migrations", import.meta.url));

/** The migrations of a folder in order: 1, 2, 3 … without a gap. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = await migrationNames(folder);
  return await Promise.all(names.map(async (name, index) => {
    // A checkout on Windows may have other line ends.
    const text = (await Deno.readTextFile(join(folder, name))).replaceAll("\r\n", "\n");
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return { number: index + 1, name, text, sha256: new Uint8Array(digest).toHex() };
  }));
}

export async function migrationNames(folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of Deno.readDir(folder)) {
    if (name.endsWith(".sql")) names.push(name);
  }
  names.sort();
  for (const [index, name] of names.entries()) {
    const wanted = String(index + 1).padStart(4, "0");
    if (!/^\d{4}_[a-z0-9_-]+\.sql$/.test(name)) {
      throw new Error(`A migration is named like ${wanted}_name.sql, not ${name}.`);
    }
    if (!name.startsWith(wanted)) {
      throw new Error(`Migrations count up without gaps: ${wanted} is missing before ${name}.`);
    }
  }
  return names;
}
