import type { Deps } from "../../deps.ts";
import { eventsOf } from "../../sites/events.ts";
import type { SiteHead } from "../../sites/sites.ts";
import { exportedParties } from "./exported-parties.ts";
import { ownHeaders } from "./headers.ts";
import { rowsOfParties } from "./party-rows.ts";
import { writeCsv } from "./write-csv.ts";
import { writeXlsx } from "./write-xlsx.ts";

export type ExportFormat = "csv" | "xlsx";

/** The guest list with all replies as a file that people read and that is imported again without a change. */
export async function exportGuests(
  deps: Pick<Deps, "sql" | "keys">,
  site: SiteHead,
  format: ExportFormat,
): Promise<ReadableStream<Uint8Array>> {
  const wedding = {
    events: await eventsOf(deps.sql, site.id),
    questions: site.settings.questions,
  };
  const headers = ownHeaders(wedding);
  const toRows = rowsOfParties(wedding, headers.map(({ column }) => column));
  async function* pages(): AsyncGenerator<string[][]> {
    for await (const parties of exportedParties(deps, site)) yield parties.flatMap(toRows);
  }
  return fileOf(format, headers, pages());
}

export function fileOf(
  format: ExportFormat,
  headers: ReturnType<typeof ownHeaders>,
  pages: AsyncIterable<string[][]>,
): ReadableStream<Uint8Array> {
  return format === "csv"
    ? ReadableStream.from(writeCsv(headers, pages))
    : writeXlsx(headers, pages);
}
