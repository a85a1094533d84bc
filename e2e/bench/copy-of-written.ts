import { join } from "node:path";
import postgres from "postgres";

// What a preview keeps is not what accepting it writes.
const apart = ["imports", "import_pages"];

export interface WrittenRows extends AsyncDisposable {
  /** Puts the rows, all in one transaction, into tables of the same form, indexes too. */
  copy(): Promise<void>;
}

/**
 * Every row that a site has in any table, in files that the server itself reads: nothing puts them into tables faster.
 * With their foreign keys the tables check what the real ones check; without them they are filled faster than these can be.
 */
export async function copyOfWritten(
  url: string,
  siteId: string,
  { foreignKeys }: { foreignKeys: boolean },
): Promise<WrittenRows> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  // The server may be another account's.
  const folder = await Deno.makeTempDir({ prefix: "wedding-rsvp-copy-" });
  await Deno.chmod(folder, 0o777);
  const found = await sql<{ name: string }[]>`
    select columns.table_name as name
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and column_name = 'site_id' and table_type = 'BASE TABLE'
  `;
  const rows: string[] = [];
  for (const { name } of found) {
    if (apart.includes(name) || name.startsWith("floor_")) continue;
    const { count } = await sql.unsafe(
      `copy (select * from ${name} where site_id = '${siteId}') to '${join(folder, name)}'`,
    );
    if (count === 0) continue;
    await sql.unsafe(`create table floor_${name} (like ${name} including all)`);
    rows.push(name);
  }
  const keys = foreignKeys ? await keysOf(sql, rows) : [];
  for (const { name, key } of keys) await sql.unsafe(`alter table floor_${name} add ${key}`);
  const written = inOrder(rows, keys);
  return {
    async copy() {
      await sql.begin(async (tx) => {
        for (const name of written) {
          await tx.unsafe(`copy floor_${name} from '${join(folder, name)}'`);
        }
      });
    },
    async [Symbol.asyncDispose]() {
      for (const name of written.toReversed()) await sql.unsafe(`drop table floor_${name}`);
      await sql.end();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

interface ForeignKey {
  name: string;
  target: string;
  /** As a table is told to have it. */
  key: string;
}

/** The foreign keys of these tables, with each other and with those that belong to no site. */
async function keysOf(sql: postgres.Sql, names: readonly string[]): Promise<ForeignKey[]> {
  const keys = await sql<ForeignKey[]>`
    select conrelid::regclass::text as name, confrelid::regclass::text as target,
      pg_get_constraintdef(oid) as key
    from pg_constraint
    where contype = 'f' and conrelid::regclass::text in ${sql(names)}
  `;
  return keys.map(({ name, target, key }) => ({
    ...{ name, target },
    key: names.includes(target)
      ? key.replace(`REFERENCES ${target}(`, `REFERENCES floor_${target}(`)
      : key,
  }));
}

/** Each table after those that its keys refer to. */
function inOrder(names: readonly string[], keys: readonly ForeignKey[]): string[] {
  const ordered: string[] = [];
  const isReady = (name: string) =>
    keys.every((key) =>
      key.name !== name || !names.includes(key.target) || ordered.includes(key.target)
    );
  while (ordered.length < names.length) {
    const next = names.find((name) => !ordered.includes(name) && isReady(name));
    if (!next) throw new Error("Tables refer to each other in a circle.");
    ordered.push(next);
  }
  return ordered;
}
