import type { SiteId } from "../../shared/ids.ts";
import type { Sql } from "../database/sql.ts";
import { statement } from "../moving/statement.ts";

/**
 * Every row of a site in every table that keeps any, as the database has it: whoever did nothing left it as it was. The
 * limits are none of it: they count calls, refused ones too.
 */
export async function siteAsStored(sql: Sql, siteId: SiteId): Promise<Record<string, string[]>> {
  const tables = await sql<{ name: string }>`
    select table_name as name
    from information_schema.columns
    where table_schema = 'public' and column_name = 'site_id'
    order by table_name
  `;
  const stored = await Promise.all(tables.map(async ({ name }) => {
    const query = statement(
      `select item::text as row from ${name} as item where site_id = `,
      " order by 1",
    );
    return [name, (await sql<{ row: string }>(query, siteId)).map(({ row }) => row)];
  }));
  return Object.fromEntries(stored);
}
