import { dirname, join } from "node:path";
import { canInstall, installPackages } from "./apt.ts";
import { runCommand } from "./command.ts";
import { findProgram } from "./find-program.ts";

const debian = "/usr/lib/postgresql";
const homebrew = ["/opt/homebrew/opt", "/usr/local/opt"];

/** The folder with the system's `initdb` and `pg_ctl`, installed now if it can be. */
export async function findPostgres(): Promise<string> {
  const found = await programFolder() ?? await installed();
  if (found) return found;
  throw new Error("No PostgreSQL found: install its server, or set TEST_DATABASE_URL to one.");
}

async function programFolder(): Promise<string | undefined> {
  const kegs = await Promise.all(homebrew.map((folder) => entries(folder)));
  const folders = [
    ...await entries(debian),
    ...kegs.flat().filter((keg) => keg.includes("/postgresql")),
  ].map((folder) => join(folder, "bin"));
  const initdb = await findProgram("initdb", folders);
  // What stands on PATH may be a link; the other programs stand beside what it points to.
  return initdb && dirname(await Deno.realPath(initdb));
}

/** Newest first: `16` before `15`. */
async function entries(folder: string): Promise<string[]> {
  try {
    const names = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name);
    const newestFirst = names.sort((a, b) => b.localeCompare(a, "en", { numeric: true }));
    return newestFirst.map((name) => join(folder, name));
  } catch {
    return [];
  }
}

async function installed(): Promise<string | undefined> {
  if (!await canInstall()) return undefined;
  // The first package brings the switch that keeps the second from starting a server on port 5432.
  await installPackages("postgresql-common");
  const setting = "s/^#? *create_main_cluster.*/create_main_cluster = false/";
  await runCommand(["sed", "-i", "-E", setting, "/etc/postgresql-common/createcluster.conf"], {
    seconds: 10,
  });
  await installPackages("postgresql");
  return await programFolder();
}

if (import.meta.main) Deno.stdout.writeSync(new TextEncoder().encode(`${await findPostgres()}\n`));
