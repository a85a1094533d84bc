import { diskFullError, room } from "./room.ts";
import type { Sql, Value } from "./sql.ts";

/**
 * Refuses changes before the disk is so full that they would end the database: transactions, and the statement that appends
 * to the log by itself. Everything can be read, and what reading notes (limits, sessions) is small and is written still.
 */
export function whileThereIsRoom(sql: Sql, free: () => number): Sql {
  const seen = new WeakMap<TemplateStringsArray, boolean>();

  function isChange(text: TemplateStringsArray): boolean {
    const known = seen.get(text);
    if (known !== undefined) return known;
    const found = text.some((part) => part.includes("insert into changes"));
    seen.set(text, found);
    return found;
  }

  function query<Row extends object>(
    text: TemplateStringsArray,
    ...values: Value[]
  ): Promise<Row[]> {
    if (isChange(text) && free() < room.write) return Promise.reject(diskFullError());
    return sql<Row>(text, ...values);
  }

  const begin: Sql["begin"] = (work) =>
    free() < room.write ? Promise.reject(diskFullError()) : sql.begin(work);
  return Object.assign(query, sql, { begin });
}
