import type { ImportId } from "../../shared/ids.ts";
import type { ImportHead } from "../../shared/imports.ts";
import type { SiteKeys } from "../access/keys.ts";
import type { ImportPage, PageKind } from "./import-pages.ts";
import type { ImportRow } from "./imports.ts";
import { inTurns } from "./in-turns.ts";
import type { Choices } from "./planning/choices.ts";
import type { Plan, PlannedParty } from "./planning/plan.ts";
import type { ReadFile } from "./reading/table.ts";

/** What is kept of an import beside its pages. */
export interface SealedHead {
  fileName: string | null;
  how: ReadFile["how"];
  notices: ReadFile["notices"];
  sheets: ImportHead["sheets"];
  choices: Choices;
  plan: Omit<Plan, "parties" | "refused" | "problems">;
  /** Of the parties: two previews with the same one say the same. */
  digest: string;
}

export function sealHead(keys: SiteKeys, id: ImportId, head: SealedHead): Promise<Uint8Array> {
  return keys.seal(head, `imports|${id}|head`);
}

export function openHead(keys: SiteKeys, row: ImportRow): Promise<SealedHead> {
  return keys.unseal(row.headSealed, `imports|${row.id}|head`);
}

export async function sealFile(keys: SiteKeys, id: ImportId, file: ReadFile): Promise<Uint8Array> {
  return keys.seal((await squeeze(JSON.stringify(file))).toBase64(), fileRow(id));
}

export async function openFile(
  keys: SiteKeys,
  id: ImportId,
  sealed: Uint8Array,
): Promise<ReadFile> {
  const packed = await keys.unseal<string>(sealed, fileRow(id));
  return JSON.parse(await unsqueeze(Uint8Array.fromBase64(packed)));
}

const perPage = 50;
const pagesAtOnce = 4;

/** The parties, rows and problems of a plan, some in each page. */
export function sealPlan(keys: SiteKeys, id: ImportId, plan: Plan): Promise<ImportPage[]> {
  const byKind = Map.groupBy(plan.parties, ({ kind }) => kind);
  return sealPages(keys, id, [
    ...[...byKind].map(([kind, parties]) => ({ kind, items: parties })),
    { kind: "refused", items: plan.refused },
    { kind: "problems", items: plan.problems },
  ]);
}

export async function sealPages(
  keys: SiteKeys,
  id: ImportId,
  lists: readonly { kind: PageKind; items: readonly unknown[] }[],
): Promise<ImportPage[]> {
  const pages = lists.flatMap(({ kind, items }) =>
    Array.from({ length: Math.ceil(items.length / perPage) }, (_, number) => ({
      ...{ kind, number },
      items: items.slice(number * perPage, (number + 1) * perPage),
    }))
  );
  return await inTurns(pages, async ({ kind, number, items }) => ({
    ...{ kind, number },
    sealed: await keys.seal(items, pageRow(id, { kind, number })),
  }), pagesAtOnce);
}

export function openPage<Item>(keys: SiteKeys, id: ImportId, page: ImportPage): Promise<Item[]> {
  return keys.unseal(page.sealed, pageRow(id, page));
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

async function squeeze(text: string): Promise<Uint8Array> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

function unsqueeze(packed: Uint8Array): Promise<string> {
  const whole = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(whole).text();
}
