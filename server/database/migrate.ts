import { isUndefinedTable, isUniqueViolation } from "./errors.ts";
import {
  type Migration,
  migrationNames,
  migrationsFolder,
  readMigrations,
} from "./migration-files.ts";
import type { Query, Sql } from "./sql.ts";

// Each script is one transaction. Whoever holds this lock migrates; other processes wait and then find it done.
const lock = "select pg_advisory_xact_lock(81051104);";

const table = `
  create table if not exists migrations (
    number integer primary key,
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null default now()
  );
`;

/** Applies the migrations that the database does not have yet. Says which. */
export async function migrate(
  sql: Sql,
  folder: string = migrationsFolder,
): Promise<{ applied: number[] }> {
  const migrations = await readMigrations(folder);
  const applied: number[] = [];
  if (await lastApplied(sql) === undefined) await sql.script(lock + table);

  for (const migration of migrations.slice(await countApplied(sql, migrations))) {
    if (await apply(sql, migration)) applied.push(migration.number);
  }
  await countApplied(sql, migrations);
  return { applied };
}

/** Whether the database has every migration that this code knows. */
export async function isMigrated(sql: Query, folder: string = migrationsFolder): Promise<boolean> {
  const known = await migrationNames(folder);
  return (await lastApplied(sql) ?? -1) >= known.length;
}

/** False when another process was faster. */
async function apply(sql: Sql, { number, name, text, sha256 }: Migration): Promise<boolean> {
  // First in the script, so that who comes second fails here and changes nothing.
  const record = `
    insert into migrations (number, name, sha256)
    values (${number}, '${name}', '${sha256}');
  `;
  try {
    await sql.script(lock + record + text);
    return true;
  } catch (error) {
    if (isUniqueViolation(error, "migrations_pkey")) return false;
    throw new Error(`Migration ${name} failed and changed nothing.`, { cause: error });
  }
}

/** How many of the migrations are applied, after making sure that they are these. */
async function countApplied(sql: Query, migrations: Migration[]): Promise<number> {
  const rows = await sql<{ number: number; name: string; sha256: string }>`
    select number, name, sha256
    from migrations
    order by number
  `;
  const unknown = rows.at(migrations.length);
  if (unknown) {
    throw new Error(
      `The database is newer than this program: it has migration ${unknown.name}, which is unknown here.`,
    );
  }
  for (const [index, row] of rows.entries()) {
    const migration = migrations[index];
    if (row.number !== migration?.number || row.sha256 !== migration.sha256) {
      throw new Error(
        `The database was migrated with another ${row.name}: an applied migration never changes, write a new one.`,
      );
    }
  }
  return rows.length;
}

/** 0 before the first migration, nothing before the table of migrations exists. */
async function lastApplied(sql: Query): Promise<number | undefined> {
  try {
    const [row] = await sql<{ last: number }>`
      select coalesce(max(number), 0) as last
      from migrations
    `;
    return row?.last;
  } catch (error) {
    if (isUndefinedTable(error)) return undefined;
    throw error;
  }
}
