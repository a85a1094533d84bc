import { until } from "../../server/testing/until.ts";

/** The real server with the demo wedding, with the permissions of `deno task serve`, in a process of its own. */
export interface ServerProcess {
  server: string;
  page: string;
  caterer: string;
  /** Address of the demo's personal link, and its token alone. */
  personalLink: string;
  token: string;
  pid: number;
  /** All that it printed so far. */
  output(): string;
  /** Ends it as a power switch would. */
  kill(): Promise<void>;
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<Deno.CommandStatus>;
}

export interface Ports {
  PORT: string;
  DEMO_PAGE_PORT: string;
  DEMO_VENDOR_PORT: string;
}

/** Ports that nobody listens on just now. */
export function freePorts(): Ports {
  const listeners = [0, 0, 0].map((port) => Deno.listen({ hostname: "127.0.0.1", port }));
  const [server = "", page = "", vendor = ""] = listeners.map(({ addr }) => String(addr.port));
  listeners.forEach((listener) => listener.close());
  return { PORT: server, DEMO_PAGE_PORT: page, DEMO_VENDOR_PORT: vendor };
}

const root = new URL("../../", import.meta.url).pathname;

/** Starts it on this folder and waits until it prints its links. */
export async function startServerProcess(
  folder: string,
  ports: Ports,
  env: Record<string, string> = {},
): Promise<ServerProcess> {
  const child = new Deno.Command(Deno.execPath(), {
    args: await serveArguments(folder),
    cwd: root,
    env: { DATA_FOLDER: folder, NO_COLOR: "1", ...ports, ...env },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  let output = "";
  const reading = Promise.all([child.stdout, child.stderr].map(async (stream) => {
    for await (const text of stream.pipeThrough(new TextDecoderStream())) output += text;
  }));
  let ended = false;
  const status = child.status.then((how) => {
    ended = true;
    return how;
  });

  async function end(signal: Deno.Signal): Promise<Deno.CommandStatus> {
    if (!ended) child.kill(signal);
    const how = await status;
    await reading;
    return how;
  }
  const personalLink = await until("the server prints its links", () => {
    if (ended) throw new Error(`The server did not start:\n${output}`);
    return Promise.resolve(/http\S+#rsvp=\S+/.exec(output)?.[0]);
  }, 60_000).catch(async (error) => {
    await end("SIGKILL");
    throw error;
  });
  return {
    server: `http://localhost:${ports.PORT}`,
    page: `http://localhost:${ports.DEMO_PAGE_PORT}`,
    caterer: `http://127.0.0.1:${ports.DEMO_VENDOR_PORT}`,
    personalLink,
    token: personalLink.split("#rsvp=")[1] ?? "",
    pid: child.pid,
    output: () => output,
    async kill() {
      await end("SIGKILL");
    },
    stop: () => end("SIGTERM"),
  };
}

/** What `deno task serve` gives to deno: a test of the server is a test of its permissions too. */
async function serveArguments(folder: string): Promise<string[]> {
  const { tasks } = JSON.parse(await Deno.readTextFile(`${root}deno.json`));
  const command: string = tasks.serve;
  const start = command.indexOf("deno run ");
  return command.slice(start).replaceAll('"$DATA_FOLDER"', folder).split(" ").slice(1);
}
