import type { Moved } from "./move-all.ts";

/** What was moved, as a table, and what to do next. */
export function movedText({ tables, sites, changes }: Moved, folder: string): string {
  const width = Math.max(...tables.map(({ name }) => name.length));
  const lines = tables.map(({ name, rows }) =>
    `${name.padEnd(width)}  ${String(rows).padStart(9)}`
  );
  return [
    ...lines,
    "",
    `Every table arrived as it was, and the logs of ${sites} sites with ${changes} changes are whole.`,
    `Start the server with DATABASE_URL and with MASTER_KEYS as before: unless you had set them, that is what stands in ${folder}/master.key.`,
    `${folder} is as it was. Keep it as a backup, and start no server on it any more.`,
  ].join("\n");
}
