import { until } from "../../server/testing/until.ts";
import { taskArguments } from "./task-arguments.ts";

/** The real server, with the permissions of `deno task serve`, in a process of its own. */
export interface SpawnedServer {
  pid: number;
  /** Waits until it prints something that looks like this, and returns it; throws when it ends before. */
  printed(what: RegExp): Promise<string>;
  /** All that it printed so far. */
  output(): string;
  /** Undefined while it runs. */
  ended(): Deno.CommandStatus | undefined;
  /** Ends it as a power switch would. */
  kill(): Promise<void>;
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<Deno.CommandStatus>;
}

const root = new URL("../../", import.meta.url).pathname;

export const listening = /^Listening on .*/m;

/** Starts it on this folder and waits until it prints something that looks like `ready`. */
export async function spawnServer(
  folder: string,
  env: Record<string, string>,
  ready = listening,
): Promise<SpawnedServer> {
  const server = await launchServer(folder, env);
  try {
    await server.printed(ready);
    return server;
  } catch (error) {
    await server.kill();
    throw error;
  }
}

/** Starts it, perhaps with other words `instead` of some (undefined: none at all), and waits for nothing. */
export async function launchServer(
  folder: string,
  env: Record<string, string>,
  instead: Readonly<Record<string, string | undefined>> = {},
): Promise<SpawnedServer> {
  const child = new Deno.Command(Deno.execPath(), {
    args: (await taskArguments("serve", folder)).flatMap((word) =>
      word in instead ? instead[word] ?? [] : word
    ),
    cwd: root,
    env: { DATA_FOLDER: folder, NO_COLOR: "1", ...env },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  let output = "";
  const reading = Promise.all([child.stdout, child.stderr].map(async (stream) => {
    for await (const text of stream.pipeThrough(new TextDecoderStream())) output += text;
  }));
  let ended: Deno.CommandStatus | undefined;
  const status = child.status.then((how) => ended = how);

  async function end(signal: Deno.Signal): Promise<Deno.CommandStatus> {
    try {
      if (!ended) child.kill(signal);
    } catch (error) {
      // It has just ended by itself, and its status is on the way.
      if (!(error instanceof TypeError)) throw error;
    }
    const how = await status;
    await reading;
    return how;
  }
  return {
    pid: child.pid,
    printed: (what) =>
      until(`the server prints ${what}`, () => {
        if (ended) throw new Error(`The server ended:\n${output}`);
        return Promise.resolve(what.exec(output)?.[0]);
        // A first start makes a database and a demo: seconds, and a minute where eight others want the processor.
      }, 240_000),
    output: () => output,
    ended: () => ended,
    async kill() {
      await end("SIGKILL");
    },
    stop: () => end("SIGTERM"),
  };
}
