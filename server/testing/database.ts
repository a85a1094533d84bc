import { migrate } from "../database/migrate.ts";
import { openPglite } from "../database/pglite.ts";
import { connectPostgres } from "../database/postgres.ts";
import type { Sql } from "../database/sql.ts";
import { pgliteTemplate } from "./pglite-template.ts";

const serverUrl = Deno.env.get("TEST_DATABASE_URL");
const poolSize = 4;

let shared: Promise<Sql> | undefined;

/**
 * The migrated database that all tests of this process share, on `TEST_DATABASE_URL` or else in memory.
 * Nobody cleans or closes it: a test makes a site of its own and looks at nothing else.
 *
 * Ask for it at the top of the test file, outside of any test: it outlives each of them, which inside
 * one would be a leak.
 *
 *     const sql = await testDatabase();
 *     Deno.test("a reply is saved", async () => { … });
 */
export function testDatabase(): Promise<Sql> {
  return shared ??= serverUrl ? sharedPostgres(serverUrl) : sharedPglite();
}

async function sharedPglite(): Promise<Sql> {
  return await openPglite("memory", { loadFrom: await pgliteTemplate("migrated") });
}

async function sharedPostgres(url: string): Promise<Sql> {
  const sql = await connectPostgres(url, { poolSize });
  await migrate(sql);
  return sql;
}

/**
 * A migrated database that only this test file has, for what works on everybody's rows: followers, deliveries, claims.
 * Like the shared one it is asked for at the top of the file and stays until the run ends.
 */
export async function ownDatabase(): Promise<Sql> {
  if (!serverUrl) return testDatabase();
  const sql = await freshPostgres(serverUrl);
  await migrate(sql);
  return sql;
}

/** A database without tables for a test of the database itself; it goes when the test ends (`await using`). */
export async function freshDatabase(): Promise<Sql & AsyncDisposable> {
  return serverUrl ? await freshPostgres(serverUrl) : await freshPglite();
}

export async function freshPglite(): Promise<Sql & AsyncDisposable> {
  const sql = await openPglite("memory", { loadFrom: await pgliteTemplate("empty") });
  return Object.assign(sql, { [Symbol.asyncDispose]: () => sql.close() });
}

export async function freshPostgres(serverUrl: string): Promise<Sql & AsyncDisposable> {
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  await onServer(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const sql = await connectPostgres(url.href, { poolSize });
  return Object.assign(sql, {
    async [Symbol.asyncDispose]() {
      await sql.close();
      await onServer(serverUrl, `drop database ${name} with (force)`);
    },
  });
}

async function onServer(url: string, statement: string): Promise<void> {
  const sql = await connectPostgres(url, { poolSize: 1 });
  await sql.script(statement);
  await sql.close();
}
