import { join } from "node:path";
import postgres from "postgres";

// What a preview keeps is not what accepting it writes.
const apart = ["imports", "import_pages"];

export interface WrittenRows extends AsyncDisposable {
  /** Puts the rows, all in one transaction, into tables of the same form, indexes too. */
  copy(): Promise<void>;
}

/** Every row that a site has in any table, in files that the server itself reads: nothing puts them into tables faster. */
export async function copyOfWritten(url: string, siteId: string): Promise<WrittenRows> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  // The server may be another account's.
  const folder = await Deno.makeTempDir({ prefix: "wedding-rsvp-copy-" });
  await Deno.chmod(folder, 0o777);
  const found = await sql<{ name: string }[]>`
    select columns.table_name as name
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and column_name = 'site_id' and table_type = 'BASE TABLE'
  `;
  const written: string[] = [];
  for (const { name } of found) {
    if (apart.includes(name) || name.startsWith("floor_")) continue;
    const { count } = await sql.unsafe(
      `copy (select * from ${name} where site_id = '${siteId}') to '${join(folder, name)}'`,
    );
    if (count === 0) continue;
    await sql.unsafe(`create table floor_${name} (like ${name} including all)`);
    written.push(name);
  }
  return {
    async copy() {
      await sql.begin(async (tx) => {
        for (const name of written) {
          await tx.unsafe(`copy floor_${name} from '${join(folder, name)}'`);
        }
      });
    },
    async [Symbol.asyncDispose]() {
      for (const name of written) await sql.unsafe(`drop table floor_${name}`);
      await sql.end();
      await Deno.remove(folder, { recursive: true });
    },
  };
}
