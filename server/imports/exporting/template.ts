import type { Deps } from "../../deps.ts";
import { eventsOf } from "../../sites/events.ts";
import type { SiteHead } from "../../sites/sites.ts";
import { exampleParties } from "./examples.ts";
import type { ExportFormat } from "./export-guests.ts";
import { type ListedWedding, type OwnColumn, ownHeaders } from "./headers.ts";
import { replyWords } from "./own-words.ts";
import { writeCsv } from "./write-csv.ts";
import { writeTemplateXlsx } from "./write-template-xlsx.ts";

/** An empty list in our own form, for this wedding, with two made-up parties that show how it is meant. */
export async function writeTemplate(
  { sql }: Pick<Deps, "sql">,
  site: SiteHead,
  format: ExportFormat,
): Promise<ReadableStream<Uint8Array>> {
  const wedding = { events: await eventsOf(sql, site.id), questions: site.settings.questions };
  const headers = ownHeaders(wedding).filter(({ column: { kind } }) =>
    kind !== "guestId" && kind !== "partyId"
  );
  const rows = exampleRows(wedding, headers.map(({ column }) => column));
  if (format === "xlsx") {
    return ReadableStream.from([await writeTemplateXlsx(wedding, headers, rows)]);
  }
  async function* pages(): AsyncGenerator<string[][]> {
    yield await Promise.resolve(rows);
  }
  return ReadableStream.from(writeCsv(headers, pages()));
}

type Example = Partial<Record<OwnColumn["kind"], string>>;

const examples: Example[] = [
  {
    party: exampleParties[0],
    guest: "Jane Example",
    seat: "named",
    age: "adult",
    contact: "Jane",
    mail: "jane@example.com",
    phone: "+44 20 7946 0958",
    address: "1 Example Street, Exampletown",
  },
  { party: exampleParties[0], seat: "open", age: "adult" },
  { party: exampleParties[1], guest: "John Example", seat: "named", age: "adult" },
  {
    party: exampleParties[1],
    guest: "Mia Example",
    seat: "named",
    age: "child",
    diets: "vegetarian",
  },
];

function exampleRows({ events }: ListedWedding, columns: readonly OwnColumn[]): string[][] {
  return examples.map((example, at) =>
    columns.map((column) => {
      if (column.kind !== "reply") return example[column.kind] ?? "";
      // The second party comes to the last event only, where there are several.
      const invited = at < 2 || column.event === events.at(-1)?.id;
      return invited ? replyWords.pending : replyWords["not-invited"];
    })
  );
}
