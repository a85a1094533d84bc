import {
  type ImportedParty,
  type ImportHead,
  type ImportKind,
  type ImportPreview,
  importPreviewSchema,
} from "../../../shared/imports.ts";
import type { Server } from "./ask-server.ts";

/** What the pages of a preview hold. `most`: so many pages of each list and no more. */
export interface EveryPage extends Pick<ImportPreview, "refused" | "problems"> {
  parties: Record<Exclude<ImportKind, "refused">, ImportedParty[]>;
}

/** Every party of one kind. */
export async function readParties(
  server: Server,
  path: string,
  show: EveryKind,
): Promise<ImportedParty[]> {
  return (await read(server, path, show, Infinity)).flatMap(({ parties }) => parties);
}

type EveryKind = ImportKind | "problems";

async function read(
  server: Server,
  path: string,
  show: EveryKind,
  most: number,
): Promise<ImportPreview[]> {
  const pages: ImportPreview[] = [];
  for (let next: number | null = 0; next !== null && pages.length < most;) {
    const answer = await server.call("GET", `${path}?show=${show}&page=${next}`);
    const page: ImportPreview = importPreviewSchema.parse(answer);
    pages.push(page);
    next = page.next;
  }
  return pages;
}

export async function readPages(
  server: Server,
  path: string,
  { most }: { most: number },
): Promise<EveryPage> {
  const some = (show: EveryKind) => read(server, path, show, most);
  const parties = async (show: ImportKind) => (await some(show)).flatMap(({ parties }) => parties);
  return {
    parties: {
      added: await parties("added"),
      changed: await parties("changed"),
      merged: await parties("merged"),
      left: await parties("left"),
      undecided: await parties("undecided"),
    },
    refused: (await some("refused")).flatMap(({ refused }) => refused),
    problems: (await some("problems")).flatMap(({ problems }) => problems),
  };
}

/** A list says how long it is even where only its first page was read. */
export function lengthsOf({ counts }: ImportHead) {
  return { ...counts.parties, refused: counts.rows.refused, problems: counts.problems.warnings };
}
