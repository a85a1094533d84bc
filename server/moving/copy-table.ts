import type { Query, Tx } from "../database/sql.ts";
import { statement } from "./statement.ts";
import type { Table } from "./tables.ts";

const mostRows = 1000;
const mostBytes = 4_000_000;

/** Writes all rows of a table, slice by slice, as the texts that both engines write and read alike. */
export async function copyTable(
  from: Tx,
  to: Tx,
  { quoted, columns }: Table,
  copied: (rows: number) => void,
): Promise<void> {
  const slice = await sliceOf(from, quoted);
  const texts = columns.map(({ quoted }, index) => `${quoted}::text as c${index}`).join(", ");
  const write = statement(
    ...columns.map((_, index) =>
      index > 0 ? "::text[], " : `
        insert into ${quoted} (${columns.map(({ quoted }) => quoted).join(", ")})
        select ${columns.map(({ type }, index) => `c${index}::${type}`).join(", ")}
        from unnest(`
    ),
    `::text[]) as moved(${columns.map((_, index) => `c${index}`).join(", ")})`,
  );
  // Named as the table: a connection remembers what columns a text's answer has.
  await from(statement(`declare ${quoted} no scroll cursor for select ${texts} from ${quoted}`));
  for (let sum = 0;;) {
    const rows = await from<Record<string, string | null>>(
      statement(`fetch ${slice} from ${quoted}`),
    );
    if (rows.length === 0) break;
    await to(write, ...columns.map((_, index) => rows.map((row) => row[`c${index}`] ?? null)));
    copied(sum += rows.length);
  }
  await from(statement(`close ${quoted}`));
}

async function sliceOf(from: Query, quoted: string): Promise<number> {
  const [row] = await from<{ longest: number }>(
    statement(`
      select coalesce(max(length(moved::text)), 0) as longest
      from ${quoted} as moved
    `),
  );
  return Math.max(1, Math.min(mostRows, Math.floor(mostBytes / Math.max(1, row?.longest ?? 1))));
}
