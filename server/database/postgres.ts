import { type Connection, openConnection } from "./connection.ts";
import { createSql, type Run } from "./create-sql.ts";
import { createListener } from "./listener.ts";
import { createPool } from "./pool.ts";
import type { Sql } from "./sql.ts";

export interface PostgresOptions {
  /** Told when the connection that listens was lost and is back: nobody heard what was notified in between. */
  onLost?: () => void;
  /** Most connections for statements; listening takes one more. */
  poolSize?: number;
}

/** Connects to a PostgreSQL server. What the address says (`?sslmode=require`, `?prepare=false`) counts. */
export async function connectPostgres(
  url: string,
  { onLost = () => {}, poolSize = 10 }: PostgresOptions = {},
): Promise<Sql> {
  const pool = createPool(() => openConnection(url), poolSize);
  const listener = createListener((events) => openConnection(url, events), onLost);
  const run: Run = (text, ...values) => pool.lease((connection) => connection.run(text, ...values));
  try {
    await run`select 1`;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Cannot connect to PostgreSQL: ${reason}`, { cause: error });
  }

  return createSql({
    engine: "postgres",
    run,
    begin: (work) => pool.lease((connection) => transact(connection, work)),
    script: (text) => pool.lease((connection) => connection.script(text)),
    listen: listener.listen,
    async close() {
      await listener.end();
      await pool.end();
    },
  });
}

async function transact<Result>(
  connection: Connection,
  work: (run: Run) => Promise<Result>,
): Promise<Result> {
  const { run } = connection;
  try {
    // Not waited for: it travels with the first statement, and fails only when the connection does.
    const begun = run`begin`;
    begun.catch(() => {});
    const result = await work(run);
    await begun;
    await run`commit`;
    return result;
  } catch (error) {
    // A connection that cannot roll back is not handed to anybody else.
    await run`rollback`.catch(() => connection.end());
    throw error;
  }
}
