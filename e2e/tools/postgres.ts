import { join } from "node:path";
import { type CommandOptions, runCommand } from "./command.ts";
import { findPostgres } from "./find-postgres.ts";
import { serverAccount } from "./server-account.ts";

export interface ThrowAwayPostgres {
  url: string;
  /** Shuts down in order and starts again; starts what was killed. */
  restart(): Promise<void>;
  /** Ends it at once, nothing is put in order; the next start is a recovery. */
  kill(): Promise<void>;
  /** Ends it and removes everything it wrote. Safe to call twice. */
  stop(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface PostgresOptions {
  /** On for what must survive a power cut, off for speed. */
  fsync?: boolean;
  /** Further settings of postgresql.conf. */
  settings?: Record<string, string | number>;
}

/** A PostgreSQL server of its own, in a temporary folder and on the loopback. */
export async function startPostgres(
  { fsync = false, settings = {} }: PostgresOptions = {},
): Promise<ThrowAwayPostgres> {
  const programs = await findPostgres();
  const account = await serverAccount();
  const folder = await Deno.makeTempDir({ prefix: "wedding-rsvp-postgres-" });
  const [data, log, passwordFile] = [join(folder, "data"), join(folder, "log"), join(folder, "pw")];
  const user = `owner_${crypto.randomUUID().slice(0, 8)}`;
  const password = crypto.randomUUID();
  const port = freePort();

  const run = (program: string, ...args: string[]) =>
    mustRun([join(programs, program), ...args], { seconds: 60, cwd: "/", ...account }, log);
  const pgCtl = (action: string, ...args: string[]) =>
    run("pg_ctl", action, "-D", data, "-w", "-s", ...args);

  if (account.uid !== undefined) await Deno.chown(folder, account.uid, account.gid ?? null);
  const stop = endWithUs(join(programs, "pg_ctl"), folder, account);
  try {
    await Deno.writeTextFile(passwordFile, password);
    const secret = ["-U", user, `--pwfile=${passwordFile}`, "-A", "scram-sha-256"];
    await run("initdb", "-D", data, "-E", "UTF8", `--locale=${locale}`, "--no-sync", ...secret);
    const configuration = { ...defaults(port, fsync), ...settings };
    const lines = Object.entries(configuration).map(([name, value]) => `${name} = '${value}'\n`);
    await Deno.writeTextFile(join(data, "postgresql.conf"), lines.join(""), { append: true });
    await pgCtl("start", "-l", log);
  } catch (error) {
    await stop();
    throw error;
  }

  return {
    url: `postgres://${user}:${password}@127.0.0.1:${port}/postgres`,
    restart: () => pgCtl("restart", "-m", "fast", "-l", log),
    kill: () => pgCtl("stop", "-m", "immediate"),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

const locale = Deno.build.os === "linux" ? "C.UTF-8" : "en_US.UTF-8";

function defaults(port: number, fsync: boolean): Record<string, string | number> {
  const durable = fsync ? "on" : "off";
  return {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 200,
    fsync: durable,
    full_page_writes: durable,
  };
}

// Its input ends when this process does, however that comes about; then the server goes too.
const keeper = `trap '' INT TERM HUP
read -r nothing
"$1" stop -D "$2/data" -m immediate
rm -rf "$2"`;

function endWithUs(
  pgCtl: string,
  folder: string,
  account: { uid?: number; gid?: number },
): () => Promise<void> {
  const watch = new Deno.Command("sh", {
    args: ["-c", keeper, "sh", pgCtl, folder],
    cwd: "/",
    stdin: "piped",
    stdout: "null",
    stderr: "null",
    ...account,
  }).spawn();
  let ended: Promise<unknown> | undefined;
  return async () => {
    ended ??= watch.stdin.close().then(() => watch.status);
    await ended;
  };
}

async function mustRun(command: string[], options: CommandOptions, log: string): Promise<void> {
  const { ok, output } = await runCommand(command, options);
  if (ok) return;
  const said = await Deno.readTextFile(log).catch(() => "");
  throw new Error(`${command.slice(0, 2).join(" ")} failed.\n${output}${said}`);
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

if (import.meta.main) {
  await using server = await startPostgres();
  await Deno.stdout.write(new TextEncoder().encode(`${server.url}\n`));
  for await (const _ of Deno.stdin.readable);
}
