import type { Tx } from "./sql.ts";

/**
 * For a transaction that writes very much. Statistics that were gathered while a table was empty, or while nobody could see
 * its rows yet, say that it has none however it grows; every check of a foreign key then walks through all rows of the site.
 * Tables of which that is known are looked at again: this transaction sees what it has written.
 */
export async function renewStatistics(tx: Tx): Promise<void> {
  await tx`
    do $$
    declare
      misjudged regclass;
    begin
      for misjudged in
        select oid
        from pg_class
        where
          relkind = 'r' and relnamespace = current_schema()::regnamespace
          and reltuples >= 0 and reltuples < relpages
        order by oid
      loop
        execute format('analyze %s', misjudged);
      end loop;
    end
    $$
  `;
}
