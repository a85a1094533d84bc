import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import type { ImportedParty } from "../../../shared/imports.ts";
import type { Plan, PlannedParty } from "./plan.ts";

const perPage = 50;

/** Some of a plan's parties, rows or problems, packed: as they are sealed. */
export interface PlanPage {
  kind: ImportedParty["kind"] | "refused" | "problems";
  number: number;
  packed: Uint8Array<ArrayBuffer>;
}

/** A plan as it is kept. */
export interface PagedPlan {
  plan: Omit<Plan, "parties" | "refused" | "problems">;
  pages: PlanPage[];
  parties: number;
  /** Of the parties: two plans with the same one say the same. */
  digest: string;
}

/** The same plan in pages: each thing becomes text once. */
export function pagesOfPlan({ parties, refused, problems, ...plan }: Plan): PagedPlan {
  const hash = createHash("sha256");
  const texts = new Map<PlannedParty["kind"], string[]>();
  for (const party of parties) {
    const text = JSON.stringify(party);
    hash.update(text);
    const some = texts.get(party.kind);
    if (some) some.push(text);
    else texts.set(party.kind, [text]);
  }
  return {
    plan,
    pages: [
      ...[...texts].flatMap(([kind, some]) => pagesOf(kind, some)),
      ...pagesOf("refused", refused.map((row) => JSON.stringify(row))),
      ...pagesOf("problems", problems.map((problem) => JSON.stringify(problem))),
    ],
    parties: parties.length,
    digest: hash.digest("hex"),
  };
}

function pagesOf(kind: PlanPage["kind"], texts: readonly string[]): PlanPage[] {
  return Array.from({ length: Math.ceil(texts.length / perPage) }, (_, number) => ({
    ...{ kind, number },
    packed: packPage(`[${texts.slice(number * perPage, (number + 1) * perPage).join()}]`),
  }));
}

/** The fastest squeezing leaves a sixth: the rest need not be sealed, sent and stored. */
export function packPage(json: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gzipSync(json, { level: 1 }));
}

// As gzip begins; pages were once kept as they are.
const squeezed = 0x1f;

export function unpackPage<Item>(packed: Uint8Array): Item[] {
  const bytes = packed[0] === squeezed ? gunzipSync(packed) : packed;
  return JSON.parse(new TextDecoder().decode(bytes));
}
