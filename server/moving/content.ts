import type { Query } from "../database/sql.ts";
import { statement } from "./statement.ts";

/** What is in a table: how many rows, and a sum over the hashes of all of them, in whatever order. */
export interface Content {
  rows: number;
  hash: string;
}

export async function contentOf(sql: Query, quoted: string): Promise<Content> {
  const [content] = await sql<Content>(
    statement(`
      select
        count(*) as rows,
        coalesce(sum(hashtextextended(moved::text collate "C", 0)), 0)::text as hash
      from ${quoted} as moved
    `),
  );
  return content ?? { rows: 0, hash: "0" };
}
