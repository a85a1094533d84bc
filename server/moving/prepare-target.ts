import { migrate } from "../database/migrate.ts";
import type { Query, Sql } from "../database/sql.ts";
import { contentOf } from "./content.ts";
import type { Table } from "./tables.ts";

interface Applied {
  number: number;
  sha256: string;
}

/** Makes the tables where there are none. A database that holds anything else is not touched. */
export async function prepareTarget(target: Sql): Promise<void> {
  const there = await target<{ name: string }>`
    select relname::text as name
    from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
  `;
  if (there.length > 0 && !there.some(({ name }) => name === "migrations")) {
    throw new Error(
      `The database is not empty: it has ${
        there[0]?.name
      }. Make a new one with \`create database\`.`,
    );
  }
  await migrate(target);
}

/** Refuses to move between different versions of the tables. */
export async function checkVersions(source: Query, target: Query): Promise<void> {
  const [from, to] = [await appliedIn(source), await appliedIn(target)];
  const same = from.length === to.length &&
    from.every(({ sha256 }, index) => sha256 === to[index]?.sha256);
  if (same) return;
  throw new Error(
    `The folder is of another version (${from.length} migrations, not ${to.length}): ` +
      "start this version's server on it once, stop it, and come back.",
  );
}

export async function checkEmpty(target: Query, tables: readonly Table[]): Promise<void> {
  for (const { name, quoted } of tables) {
    const { rows } = await contentOf(target, quoted);
    if (rows > 0) {
      throw new Error(
        `The database is not empty: there are ${rows} rows in ${name}. ` +
          "Make a new one with `create database`.",
      );
    }
  }
}

async function appliedIn(sql: Query): Promise<Applied[]> {
  return await sql<Applied>`
    select number, sha256
    from migrations
    order by number
  `;
}
