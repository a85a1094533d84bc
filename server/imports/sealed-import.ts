import type { ImportId } from "../../shared/ids.ts";
import type { ImportHead } from "../../shared/imports.ts";
import type { SiteKeys } from "../access/keys.ts";
import type { ImportPage } from "./import-pages.ts";
import type { ImportRow } from "./imports.ts";
import { inTurns } from "./in-turns.ts";
import type { Choices } from "./planning/choices.ts";
import type { PlannedParty } from "./planning/plan.ts";
import { packPage, type PagedPlan, type PlanPage, unpackPage } from "./planning/plan-pages.ts";
import type { ReadFile } from "./reading/table.ts";

/** What is kept of an import beside its pages. */
export interface SealedHead {
  fileName: string | null;
  how: ReadFile["how"];
  notices: ReadFile["notices"];
  sheets: ImportHead["sheets"];
  choices: Choices;
  plan: PagedPlan["plan"];
  /** Of the parties: two previews with the same one say the same. */
  digest: string;
}

export function sealHead(keys: SiteKeys, id: ImportId, head: SealedHead): Promise<Uint8Array> {
  return keys.seal(head, `imports|${id}|head`);
}

export function openHead(keys: SiteKeys, row: ImportRow): Promise<SealedHead> {
  return keys.unseal(row.headSealed, `imports|${row.id}|head`);
}

export function sealFile(
  keys: SiteKeys,
  id: ImportId,
  packed: Uint8Array,
): Promise<Uint8Array> {
  return keys.seal(packed.toBase64(), fileRow(id));
}

/** The file, packed. */
export async function openFile(
  keys: SiteKeys,
  id: ImportId,
  sealed: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.fromBase64(await keys.unseal<string>(sealed, fileRow(id)));
}

const pagesAtOnce = 4;

/** The parties, rows and problems of a plan. */
export async function sealPlan(
  keys: SiteKeys,
  id: ImportId,
  pages: readonly PlanPage[],
): Promise<ImportPage[]> {
  return await inTurns(pages, async ({ kind, number, packed }) => ({
    ...{ kind, number },
    sealed: await keys.sealBytes(packed, pageRow(id, { kind, number })),
  }), pagesAtOnce);
}

export async function sealPage(
  keys: SiteKeys,
  id: ImportId,
  { kind, number }: Pick<ImportPage, "kind" | "number">,
  items: readonly unknown[],
): Promise<ImportPage> {
  const packed = packPage(JSON.stringify(items));
  return { kind, number, sealed: await keys.sealBytes(packed, pageRow(id, { kind, number })) };
}

export async function openPage<Item>(
  keys: SiteKeys,
  id: ImportId,
  page: ImportPage,
): Promise<Item[]> {
  return unpackPage(await keys.unsealBytes(page.sealed, pageRow(id, page)));
}

export async function openPages<Item>(
  keys: SiteKeys,
  id: ImportId,
  pages: readonly ImportPage[],
): Promise<Item[]> {
  const opened = await inTurns(pages, (page) => openPage<Item>(keys, id, page), pagesAtOnce);
  return opened.flat();
}

/** An import as the couple sees it. */
export function importHead(row: ImportRow, head: SealedHead): ImportHead {
  const { fileName, how, sheets, notices, choices, plan } = head;
  const { firstChange: first, lastChange: last } = row;
  return {
    id: row.id,
    state: row.state,
    createdAt: row.createdAt.toISOString(),
    ...{ fileName, source: plan.source, how, sheets, sheet: plan.sheet },
    ...{ headerRow: plan.headerRow, columns: plan.columns, country: choices.country },
    ...{ inviteTo: plan.inviteTo, undecided: choices.undecided },
    ...{ allRepairs: choices.allRepairs, mapping: choices.mapping, counts: plan.counts },
    notices: notices.slice(0, 200),
    changes: first === null || last === null ? null : { first, last },
  };
}

/** What of a planned party is shown. */
export function shownParty({ target: _, ...party }: PlannedParty): Omit<PlannedParty, "target"> {
  return party;
}

function fileRow(id: ImportId): string {
  return `imports|${id}|file`;
}

function pageRow(id: ImportId, { kind, number }: Pick<ImportPage, "kind" | "number">): string {
  return `import_pages|${id}|${kind}|${number}`;
}
