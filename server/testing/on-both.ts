import { freshPglite, freshPostgres } from "./database.ts";
import type { Sql } from "../database/sql.ts";

const serverUrl = Deno.env.get("TEST_DATABASE_URL");
const opened: (Sql & AsyncDisposable)[] = [await freshPglite()];
if (serverUrl) opened.push(await freshPostgres(serverUrl));

Deno.test.afterAll(async () => {
  for (const sql of opened) await sql[Symbol.asyncDispose]();
});

/** Tests that something is the same on both ways to Postgres; the server's only with `TEST_DATABASE_URL`. */
export function onBoth(sentence: string, test: (sql: Sql) => Promise<void>): void {
  for (const sql of opened) Deno.test(`${sql.engine}: ${sentence}`, () => test(sql));
}

/** The code with which a statement fails. */
export async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  const error = await promise.then(() => undefined, (error) => error);
  return error?.code ?? error;
}
