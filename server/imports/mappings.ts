import type { ImportField } from "../../shared/import-fields.ts";
import type { SiteKeys } from "../access/keys.ts";
import type { Deps } from "../deps.ts";
import { eventsOf } from "../sites/events.ts";
import type { SiteHead } from "../sites/sites.ts";
import { hasMappings, mappingOf, saveMapping } from "./import-mappings.ts";
import type { Plan } from "./planning/plan.ts";
import type { KnownSite } from "./planning/read-table.ts";

interface Mapping {
  name: string;
  columns: { index: number; field: ImportField }[];
}

/** What a mapping that was saved says of the columns of this file. */
export async function knownMapping(
  { sql }: Pick<Deps, "sql">,
  site: SiteHead,
  keys: SiteKeys,
  columnsOf: (known: KnownSite) => Promise<Plan["columns"]>,
): Promise<Mapping | undefined> {
  if (!await hasMappings(sql, site.id)) return undefined;
  const events = await eventsOf(sql, site.id);
  const { questions, languages } = site.settings;
  const columns = await columnsOf({ events, questions, languages });
  const headersMac = await macOf(keys, columns);
  const sealed = await mappingOf(sql, site.id, headersMac);
  return sealed && keys.unseal<Mapping>(sealed, rowOf(headersMac));
}

/** Keeps what the columns of a preview mean. */
export async function keepMapping(
  { sql, now }: Pick<Deps, "sql" | "now">,
  site: SiteHead,
  keys: SiteKeys,
  name: string,
  { columns }: Pick<Plan, "columns">,
): Promise<void> {
  const headersMac = await macOf(keys, columns);
  const mapping: Mapping = { name, columns: columns.map(({ index, field }) => ({ index, field })) };
  const sealed = await keys.seal(mapping, rowOf(headersMac));
  await saveMapping(sql, site.id, { headersMac, sealed, savedAt: now() });
}

function macOf(keys: SiteKeys, columns: Plan["columns"]): Promise<Uint8Array> {
  return keys.mac("import headers", JSON.stringify(columns.map(({ header }) => header)));
}

function rowOf(headersMac: Uint8Array): string {
  return `import_mappings|${headersMac.toHex()}`;
}
