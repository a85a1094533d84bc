import { setTimeout as sleep } from "node:timers/promises";

export interface BenchServer extends AsyncDisposable {
  url: string;
  pid: number;
}

const root = new URL("../../", import.meta.url).pathname;

/** A server in a process of its own, ready when it answers. */
export async function startProcess(
  args: string[],
  port: number,
  env: Record<string, string> = {},
): Promise<BenchServer> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", ...args],
    cwd: root,
    env,
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
  const url = `http://127.0.0.1:${port}`;
  let ended = false;
  void child.status.then(() => ended = true);
  for (let answers = false; !answers;) {
    const answer = await fetch(url).catch(() => undefined);
    await answer?.body?.cancel();
    answers = answer !== undefined;
    if (ended) throw new Error(`It ended before it answered: ${args.join(" ")}`);
    if (!answers) await sleep(5);
  }
  return {
    url,
    pid: child.pid,
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await child.status;
    },
  };
}

export function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  return port;
}
