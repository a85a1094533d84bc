import type { Connection } from "./connection.ts";

export interface Pool {
  /** Gives `work` a connection for itself. */
  lease<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>;
  end(): Promise<void>;
}

/**
 * At most `size` connections, opened when they are needed; a lost one is replaced by the next lease. Who has waited for
 * one for `patienceMs` is told that there is none.
 */
export function createPool(
  open: () => Promise<Connection>,
  size: number,
  patienceMs = 5_000,
): Pool {
  const idle: Connection[] = [];
  const waiting: (() => void)[] = [];
  let leased = 0;

  async function take(): Promise<Connection> {
    if (leased < size) leased++;
    else await turn();
    try {
      for (let connection = idle.pop(); connection; connection = idle.pop()) {
        if (!connection.lost) return connection;
        await connection.end();
      }
      return await open();
    } catch (error) {
      passOn();
      throw error;
    }
  }

  function turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const next = () => {
        clearTimeout(late);
        resolve();
      };
      const late = setTimeout(() => {
        waiting.splice(waiting.indexOf(next), 1);
        reject(noneFreeError(patienceMs));
      }, patienceMs);
      waiting.push(next);
    });
  }

  // The place goes to who has waited longest.
  function passOn(): void {
    const next = waiting.shift();
    if (next) next();
    else leased--;
  }

  return {
    async lease(work) {
      const connection = await take();
      try {
        return await work(connection);
      } finally {
        idle.push(connection);
        passOn();
      }
    },
    async end() {
      await Promise.all(idle.splice(0).map((connection) => connection.end()));
    },
  };
}

function noneFreeError(patienceMs: number): Error {
  const message = `No connection to PostgreSQL was free for ${patienceMs} ms.`;
  return Object.assign(new Error(message), { code: "CONNECT_TIMEOUT" });
}
