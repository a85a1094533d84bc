/** Where a server of our own listens. */
export interface Ports {
  PORT: string;
  DEMO_PAGE_PORT: string;
  DEMO_VENDOR_PORT: string;
}

// Below the ports that systems give to whoever asks for any: what is free there stays so until it is used.
const first = 20_000;
const ofEach = 100;
const most = 100;

/** The beginning of a range that is ours as long as this process, or this test file, lives. */
const base = claimRange();
let next = 0;

/** Ports that nobody listens on just now, and that no other process and no other test file is given. */
export function freePorts(): Ports {
  const [server = "", page = "", vendor = ""] = [0, 0, 0].map(() => String(freePort()));
  return { PORT: server, DEMO_PAGE_PORT: page, DEMO_VENDOR_PORT: vendor };
}

function freePort(): number {
  for (let tries = 1; tries < ofEach; tries++) {
    const port = base + 1 + next++ % (ofEach - 1);
    const listener = listenOn(port);
    if (!listener) continue;
    listener.close();
    return port;
  }
  throw new Error(`No port is free from ${base} to ${base + ofEach - 1}.`);
}

function claimRange(): number {
  for (let range = 0; range < most; range++) {
    const base = first + range * ofEach;
    const listener = listenOn(base);
    if (!listener) continue;
    listener.unref();
    return base;
  }
  throw new Error(`No range of ports is free from ${first} on.`);
}

function listenOn(port: number): Deno.TcpListener | undefined {
  try {
    return Deno.listen({ hostname: "127.0.0.1", port });
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse) return undefined;
    throw error;
  }
}
