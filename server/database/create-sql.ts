import { AsyncLocalStorage } from "node:async_hooks";
import type { Query, Sql, Tx, Value } from "./sql.ts";
import { explainMisfit } from "./types.ts";

/** Runs one statement on an engine. */
export type Run = (text: TemplateStringsArray, ...values: Value[]) => Promise<object[]>;

/** What differs between the two ways to Postgres. */
export interface Engine extends Pick<Sql, "engine" | "script" | "listen" | "close"> {
  run: Run;
  begin<Result>(work: (run: Run) => Promise<Result>): Promise<Result>;
}

/** Puts around an engine what must be the same on both. */
export function createSql({ engine, run, begin, script, listen, close }: Engine): Sql {
  const running = new Set<Promise<unknown>>();
  const transaction = new AsyncLocalStorage<{ open: boolean }>();
  let closed: Promise<void> | undefined;

  // On PGlite a transaction that asks the outer sql waits for itself; on a pool, for a connection
  // that another such transaction may hold.
  function refuseInside(): void {
    if (transaction.getStore()?.open) {
      throw new Error("Inside a transaction, ask the transaction and not the outer sql.");
    }
  }

  async function enter<Result>(work: () => Promise<Result>): Promise<Result> {
    if (closed) throw closedError();
    refuseInside();
    const entered = work();
    running.add(entered);
    try {
      return await entered;
    } finally {
      running.delete(entered);
    }
  }

  async function leave(): Promise<void> {
    while (running.size > 0) await Promise.allSettled(running);
    await close();
  }

  return Object.assign(asQuery((text, ...values) => enter(() => run(text, ...values))), {
    engine,
    refuseInside,
    begin: <Result>(work: (tx: Tx) => Promise<Result>) =>
      enter(() =>
        begin((run) => {
          const state = { open: true };
          return transaction.run(state, () => inTransaction(run, state, work));
        })
      ),
    script: (text: string) =>
      enter(async () => {
        refuseTransactionControl(text);
        await script(text);
      }),
    listen: (channel: string, hear: (payload: string) => void) =>
      // A notification may arrive while a transaction runs, but it is not part of it.
      enter(() =>
        listen(channel, (payload) => transaction.run({ open: false }, () => hear(payload)))
      ),
    close: () => closed ??= leave(),
  });
}

/**
 * A transaction in which any statement failed does not commit, even if the failure was caught or nobody waited for it.
 * A statement that comes after its end is refused: on a pool it would run outside any transaction.
 */
async function inTransaction<Result>(
  run: Run,
  state: { open: boolean },
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  const running = new Set<Promise<unknown>>();
  const query = asQuery(run);
  let failure: { error: unknown } | undefined;
  const tx = async (text: TemplateStringsArray, ...values: Value[]) => {
    if (!state.open) throw new Error("This transaction is over.");
    const answer = query(text, ...values);
    running.add(answer);
    try {
      return await answer;
    } catch (error) {
      failure ??= { error };
      // Once one statement has failed, all others only say that it did.
      throw failure.error;
    } finally {
      running.delete(answer);
    }
  };
  try {
    const result = await work(tx as Tx);
    state.open = false;
    while (running.size > 0) await Promise.allSettled(running);
    if (failure) throw failure.error;
    return result;
  } finally {
    state.open = false;
  }
}

function asQuery(run: Run): Query {
  return async <Row extends object>(text: TemplateStringsArray, ...values: Value[]) => {
    if ((values as unknown[]).includes(undefined)) throw new TypeError("A value is undefined.");
    try {
      return await run(text, ...values) as Row[];
    } catch (error) {
      throw explainMisfit(error);
    }
  };
}

// A script that is sent at once is one transaction by itself; one that it opened would stay open.
function refuseTransactionControl(text: string): void {
  if (/^\s*(begin|start|commit|rollback)(\s+(transaction|work)\b[^;]*)?\s*;/im.test(text)) {
    throw new Error("A script is one transaction: leave out begin, commit and rollback.");
  }
}

function closedError(): Error {
  return Object.assign(new Error("The database is closed."), { code: "CONNECTION_ENDED" });
}
