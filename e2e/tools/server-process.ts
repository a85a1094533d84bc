import type { Ports } from "./free-ports.ts";
import { spawnServer } from "./spawn-server.ts";

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

/** Starts it on this folder and waits until it prints its links. */
export async function startServerProcess(
  folder: string,
  ports: Ports,
  env: Record<string, string> = {},
): Promise<ServerProcess> {
  const link = /http\S+#rsvp=\S+/;
  const { printed, pid, output, kill, stop } = await spawnServer(
    folder,
    { ...ports, ...env },
    link,
  );
  const personalLink = await printed(link);
  return {
    server: `http://localhost:${ports.PORT}`,
    page: `http://localhost:${ports.DEMO_PAGE_PORT}`,
    caterer: `http://127.0.0.1:${ports.DEMO_VENDOR_PORT}`,
    personalLink,
    token: personalLink.split("#rsvp=")[1] ?? "",
    pid,
    output,
    kill,
    stop,
  };
}
