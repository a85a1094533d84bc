import {
  type ImportChanges,
  type ImportHead,
  importPreviewSchema,
} from "../../../shared/imports.ts";
import { siteWithEventsSchema } from "../../../shared/site.ts";
import { type Arguments, readArguments, usage, WrongArguments } from "./arguments.ts";
import { askServer, Refused, type Send, type Server } from "./ask-server.ts";
import { decideEach } from "./decide-each.ts";
import { chosenColumns, chosenEvents } from "./choose.ts";
import type { Named } from "./meanings.ts";
import { progressBar } from "./progress-bar.ts";
import { readPages, readParties } from "./read-pages.ts";
import { showPreview } from "./show-preview.ts";
import type { Terminal } from "./terminal.ts";

export const exits = { done: 0, failed: 1, wrongArguments: 2, undecided: 3, refusedRows: 4 };

export interface Outside extends Terminal {
  send: Send;
  environment: { RSVP_SERVER?: string | undefined; RSVP_KEY?: string | undefined };
  readFile(path: string): Promise<Uint8Array<ArrayBuffer>>;
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
}

/** `deno task import …`: answers what the process shall exit with. */
export async function runImport(words: readonly string[], outside: Outside): Promise<number> {
  try {
    const given = readArguments(words, outside.environment);
    if (given) return await importFile(given, outside);
    outside.print(usage);
    return exits.done;
  } catch (error) {
    if (error instanceof WrongArguments) {
      outside.print(`${error.message}\n\nMore: deno task import --help`);
      return exits.wrongArguments;
    }
    if (!(error instanceof Refused)) throw error;
    outside.print(error.message);
    return exits.failed;
  }
}

async function importFile(given: Arguments, outside: Outside): Promise<number> {
  const name = given.file.replace(/^.*[\\/]/, "");
  const bytes = await outside.readFile(given.file).catch((error) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new Refused(`${given.file} cannot be read: ${why}`);
  });
  const server = askServer(outside.send, given);
  const site = `v1/sites/${encodeURIComponent(given.site)}`;
  const named: Named = siteWithEventsSchema.parse(await server.call("GET", site));

  const bar = progressBar(outside.bar);
  const form = new FormData();
  form.set("file", new File([bytes], name));
  const read = await server.callLong(`${site}/imports`, form, bar.tell).finally(bar.clear);
  const first = importPreviewSchema.parse(read).import;
  const path = `${site}/imports/${first.id}`;
  try {
    const table = await change(server, path, tableOf(given), first);
    const shown = await change(server, path, changesOf(given, table, named), table);
    const show = async (head: ImportHead) => {
      const pages = await readPages(server, path, { most: given.all ? Infinity : 2 });
      outside.print(showPreview(head, pages, named, { columns: outside.columns, all: given.all }));
    };
    await show(shown);
    const head = await decided(given, outside, server, path, shown);
    if (head !== shown) await show(head);
    if (given.refused && head.counts.rows.refused > 0) {
      const beside = `${given.file.replace(/\.[^.\\/]*$/, "")}-refused.csv`;
      await outside.writeFile(beside, await server.bytes(`${path}/refused.csv`));
      outside.print(`\nThe rows that were refused are in ${beside}.`);
    }
    return await conclude(given, outside, server, path, head);
  } catch (error) {
    // A preview that nobody has seen whole is of no use.
    if (error instanceof Refused || error instanceof WrongArguments) await forget(server, path);
    throw error;
  }
}

/** Which table it is first: what its columns mean depends on that. */
function tableOf({ sheet, headerRow }: Arguments): ImportChanges {
  return {
    ...sheet === undefined ? {} : { sheet },
    ...headerRow === undefined ? {} : { headerRow },
  };
}

function changesOf(given: Arguments, head: ImportHead, named: Named): ImportChanges {
  const { country, undecided, allRepairs, saveMapping } = given;
  const inviteTo = chosenEvents(given.inviteTo, named);
  const columns = chosenColumns(given.columns, head, named);
  return {
    ...country === undefined ? {} : { country },
    ...undecided === undefined ? {} : { undecided },
    ...allRepairs ? { allRepairs } : {},
    ...inviteTo.length === 0 ? {} : { inviteTo },
    ...columns.length === 0 ? {} : { columns },
    ...saveMapping === undefined ? {} : { saveMapping },
  };
}

async function change(
  server: Server,
  path: string,
  changes: ImportChanges,
  head: ImportHead,
): Promise<ImportHead> {
  if (Object.keys(changes).length === 0) return head;
  return importPreviewSchema.parse(await server.call("PATCH", path, changes)).import;
}

/** What is not sure is asked one by one, where somebody can answer; one decision may leave others open. */
async function decided(
  { then }: Arguments,
  { choose }: Outside,
  server: Server,
  path: string,
  first: ImportHead,
): Promise<ImportHead> {
  let head = first;
  while (choose && then === "ask" && head.counts.parties.undecided > 0) {
    const decisions = decideEach(await readParties(server, path, "undecided"), choose);
    if (!decisions || decisions.length === 0) return head;
    head = await change(server, path, { decisions }, head);
  }
  return head;
}

async function conclude(
  { then, refused, ...given }: Arguments,
  { print, ask, bar: draw }: Outside,
  server: Server,
  path: string,
  { id, counts }: ImportHead,
): Promise<number> {
  const end = counts.rows.refused > 0 ? exits.refusedRows : exits.done;
  if (then === "look") {
    await forget(server, path);
    return end;
  }
  const { added, changed, merged, undecided } = counts.parties;
  if (undecided > 0) {
    await forget(server, path);
    print(`\nNothing was written: ${undecided} may be on the list already. Say --undecided merge,`);
    print(
      "keep-apart or skip for all of them, or decide one by one on a terminal or over the API.",
    );
    return exits.undecided;
  }
  if (added + changed + merged === 0 && counts.replies === 0) {
    await forget(server, path);
    print("\nThe list has it all already; nothing was written.");
    return end;
  }
  if (then === "ask" && !ask?.("\nPut this on the list?")) {
    await forget(server, path);
    print(ask ? "Nothing was written." : "\nNothing was written: say --accept.");
    return exits.undecided;
  }
  const bar = progressBar(draw);
  const answer = await server.callLong(`${path}/accept`, undefined, bar.tell).finally(bar.clear);
  const { counts: now } = importPreviewSchema.parse(answer).import;
  print(`\nDone: ${now.guests.added} guests added. To take it back, while nothing depends on it:`);
  print(`  POST /v1/sites/${given.site}/imports/${id}/undo`);
  if (end === exits.refusedRows && !refused) {
    print(`${counts.rows.refused} rows were refused; --refused writes them into a file.`);
  }
  return end;
}

async function forget(server: Server, path: string): Promise<void> {
  await server.call("DELETE", path).catch((error) => {
    if (!(error instanceof Refused)) throw error;
  });
}
