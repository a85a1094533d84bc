import type { ImportId, SiteId } from "../../shared/ids.ts";
import type { Query, Tx } from "../database/sql.ts";

export type PageKind =
  | "added"
  | "changed"
  | "merged"
  | "left"
  | "undecided"
  | "refused"
  | "problems"
  | "before";

export interface ImportPage {
  kind: PageKind;
  number: number;
  sealed: Uint8Array;
}

export async function insertPages(
  tx: Tx,
  siteId: SiteId,
  importId: ImportId,
  pages: readonly ImportPage[],
): Promise<void> {
  if (pages.length === 0) return;
  await tx`
    insert into import_pages (site_id, import_id, kind, number, sealed)
    select ${siteId}, ${importId}, kind, number, sealed
    from unnest(
      ${pages.map(({ kind }) => kind)}::text[],
      ${pages.map(({ number }) => number)}::integer[],
      ${pages.map(({ sealed }) => sealed)}::bytea[]
    ) as page(kind, number, sealed)
  `;
}

export async function deletePages(tx: Tx, siteId: SiteId, importId: ImportId): Promise<void> {
  await tx`
    delete from import_pages
    where site_id = ${siteId} and import_id = ${importId}
  `;
}

/** The page with this number, and whether there is one after it. */
export async function pageOf(
  sql: Query,
  siteId: SiteId,
  importId: ImportId,
  { kind, number }: Pick<ImportPage, "kind" | "number">,
): Promise<{ page: ImportPage | undefined; isLast: boolean }> {
  const pages = await sql<ImportPage>`
    select kind, number, sealed
    from import_pages
    where
      site_id = ${siteId} and import_id = ${importId} and kind = ${kind}
      and number in (${number}, ${number}::integer + 1)
    order by number
  `;
  const page = pages.find((each) => each.number === number);
  return { page, isLast: !pages.some((each) => each.number > number) };
}

/** The pages of these kinds, some at a time: those of a large list would fill the memory. */
export async function* pagesInTurn(
  sql: Query,
  siteId: SiteId,
  importId: ImportId,
  kinds: readonly PageKind[],
  most = 4,
): AsyncGenerator<ImportPage[]> {
  let after = { kind: "", number: 0 };
  for (;;) {
    const pages = await sql<ImportPage>`
      select kind, number, sealed
      from import_pages
      where
        site_id = ${siteId} and import_id = ${importId} and kind = any(${kinds})
        and (kind, number) > (${after.kind}, ${after.number}::integer)
      order by kind, number
      limit ${most}
    `;
    const last = pages.at(-1);
    if (!last) return;
    yield pages;
    if (pages.length < most) return;
    after = last;
  }
}

export async function pagesOf(
  sql: Query,
  siteId: SiteId,
  importId: ImportId,
  kinds: readonly PageKind[],
): Promise<ImportPage[]> {
  return await sql<ImportPage>`
    select kind, number, sealed
    from import_pages
    where site_id = ${siteId} and import_id = ${importId} and kind = any(${kinds})
    order by kind, number
  `;
}
