import type { Sql } from "../database/sql.ts";
import { checkChains } from "./check-chains.ts";
import { type Content, contentOf } from "./content.ts";
import { copyTable } from "./copy-table.ts";
import { checkEmpty, checkVersions, prepareTarget } from "./prepare-target.ts";
import { statement } from "./statement.ts";
import { tablesInOrder } from "./tables.ts";

export interface Moved {
  tables: { name: string; rows: number }[];
  sites: number;
  changes: number;
}

/** Told again and again, for whoever waits. */
export type Progress = (table: string, rows: number, of: number) => void;

/**
 * Writes everything that is in one database into another that is empty, in one transaction: before it commits every table
 * has been compared and every site's log read anew. What fails leaves nothing.
 */
export async function moveAll(source: Sql, target: Sql, progress: Progress): Promise<Moved> {
  await prepareTarget(target);
  await checkVersions(source, target);
  const moved = await source.begin((from) =>
    target.begin(async (to) => {
      // How values are written as text, so that both sides write them alike.
      await to`set local datestyle to 'ISO'`;
      await to`set local intervalstyle to 'postgres'`;
      await to`set local bytea_output to 'hex'`;
      // It waits while the other side reads.
      await to`set local idle_in_transaction_session_timeout to 0`;
      const tables = await tablesInOrder(to);
      const names = tables.map(({ quoted }) => quoted).join(", ");
      await to(statement(`lock table ${names} in exclusive mode`));
      await checkEmpty(to, tables);
      const counts: Moved["tables"] = [];
      for (const table of tables) {
        const { name, quoted } = table;
        const before = await contentOf(from, quoted);
        await copyTable(from, to, table, (rows) => progress(name, rows, before.rows));
        compare(name, before, await contentOf(to, quoted));
        counts.push({ name, rows: before.rows });
      }
      return { tables: counts, ...await checkChains(to) };
    })
  );
  // A planner without statistics takes the wrong index.
  await target.script("analyze");
  return moved;
}

function compare(name: string, before: Content, after: Content): void {
  if (before.rows !== after.rows) {
    throw new Error(`${name} has ${before.rows} rows, of which ${after.rows} arrived.`);
  }
  if (before.hash !== after.hash) throw new Error(`${name} did not arrive as it was.`);
}
