import { type PostgresOptions, startPostgres } from "../tools/postgres.ts";
import { masterKeys } from "./bench-deps.ts";
import { type BenchServer, freePort, startProcess } from "./bench-servers.ts";

export interface BenchStack extends AsyncDisposable {
  databaseUrl: string;
  /** Another server of ours on the same database. */
  ours(env?: Record<string, string>): Promise<BenchServer>;
  /** A floor's script, which gets its port and the address of the same database. */
  floor(script: string): Promise<BenchServer>;
}

/** A durable PostgreSQL of its own, and servers on it; all of them end with it. */
export async function startStack(options: PostgresOptions = {}): Promise<BenchStack> {
  const stack = new AsyncDisposableStack();
  const postgres = stack.use(await startPostgres({ fsync: true, ...options }));
  return {
    databaseUrl: postgres.url,
    async ours(env = {}) {
      const port = freePort();
      const server = await startProcess(["server/main.ts"], port, {
        DATABASE_URL: postgres.url,
        MASTER_KEYS: masterKeys,
        TRUSTED_PROXIES: "1",
        PORT: String(port),
        ...env,
      });
      return stack.use(server);
    },
    async floor(script) {
      const port = freePort();
      const args = [`e2e/bench/${script}`, String(port), postgres.url];
      return stack.use(await startProcess(args, port));
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
