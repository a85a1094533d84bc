import type { Query, Tx } from "../database/sql.ts";
import type { Bytes } from "./open-packing.ts";

/** Whether all files of a build are there: they are kept in one transaction. */
export async function isKept(sql: Query, version: string): Promise<boolean> {
  const rows = await sql`
    select
    from widget_files
    where version = ${version}
    limit 1
  `;
  return rows.length > 0;
}

export async function insertFile(
  tx: Tx,
  { version, path, content }: { version: string; path: string; content: Bytes },
  keptAt: Date,
): Promise<void> {
  await tx`
    insert into widget_files (version, path, content, kept_at)
    values (${version}, ${path}, ${content}, ${keptAt})
    on conflict (version, path) do nothing
  `;
}

/** A file of one build, or, by a name that has the content's hash, of any. */
export async function contentOf(
  sql: Query,
  path: string,
  version?: string,
): Promise<Uint8Array | undefined> {
  const [file] = await sql<{ content: Uint8Array }>`
    select content
    from widget_files
    where path = ${path} and version = coalesce(${version ?? null}, version)
    limit 1
  `;
  return file?.content;
}
