import type { Query } from "../database/sql.ts";

export interface Table {
  name: string;
  /** Quoted where it must be. */
  quoted: string;
  columns: { quoted: string; type: string }[];
}

interface ColumnRow {
  name: string;
  quoted: string;
  column: string;
  type: string;
}

/** Every table but that of the migrations, each after those that it refers to. */
export async function tablesInOrder(sql: Query): Promise<Table[]> {
  const columns = await sql<ColumnRow>`
    select
      relname::text as name,
      format('%I', relname) as quoted,
      format('%I', attname) as column,
      format_type(atttypid, atttypmod) as type
    from pg_class
    join pg_attribute on attrelid = pg_class.oid
    where
      relnamespace = 'public'::regnamespace
      and relkind = 'r'
      and relname <> 'migrations'
      and attnum > 0
      and not attisdropped
      and attgenerated = ''
    order by relname, attnum
  `;
  const references = await sql<{ name: string; target: string }>`
    select of.relname::text as name, target.relname::text as target
    from pg_constraint
    join pg_class as of on of.oid = conrelid
    join pg_class as target on target.oid = confrelid
    where contype = 'f' and conrelid <> confrelid
  `;
  const waiting = [...Map.groupBy(columns, ({ name }) => name)].map(([name, rows]): Table => ({
    name,
    quoted: rows[0]?.quoted ?? name,
    columns: rows.map(({ column, type }) => ({ quoted: column, type })),
  }));
  const ordered: Table[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ name }) =>
      !references.some((one) => one.name === name && waiting.some((t) => t.name === one.target))
    );
    if (next < 0) throw new Error("Cannot move tables that refer to each other in a circle.");
    ordered.push(...waiting.splice(next, 1));
  }
  return ordered;
}
