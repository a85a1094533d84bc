// Opens so many streams on a server and tells its parent, a line each: when all are open, and when the last of them got each event.
import { someAddress } from "./press.ts";

const [url = "", wanted = "0", origin = ""] = Deno.args;
const { hostname, port, pathname } = new URL(url);
const count = Number(wanted);
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const said = (line: object) => Deno.stdout.writeSync(encoder.encode(`${JSON.stringify(line)}\n`));

let opened = 0;
let heard = 0;

// A bare socket costs the client less than a fetch: the two cores are the server's too.
async function readStream(): Promise<void> {
  const socket = await Deno.connect({ hostname, port: Number(port) });
  const lines = [
    `GET ${pathname} HTTP/1.1`,
    `host: ${hostname}:${port}`,
    `origin: ${origin}`,
    `x-forwarded-for: ${someAddress()}`,
  ];
  await socket.write(encoder.encode(`${lines.join("\r\n")}\r\n\r\n`));
  const bytes = new Uint8Array(4096);
  let head = "";
  while (!head.includes("\n\n")) {
    const size = await socket.read(bytes);
    if (size === null) throw new Error(`The stream ended: ${head}`);
    head += decoder.decode(bytes.subarray(0, size));
    if (/^HTTP\/1.1 [^2]/.test(head)) throw new Error(head);
  }
  opened += 1;
  if (opened === count) said({ opened });
  for (let size = await socket.read(bytes); size !== null; size = await socket.read(bytes)) {
    // What is small comes in one piece; heartbeats have no event.
    if (!decoder.decode(bytes.subarray(0, size)).includes("event: ")) continue;
    heard += 1;
    if (heard % count === 0) said({ lastAt: performance.timeOrigin + performance.now() });
  }
}

const streams: Promise<void>[] = [];
for (let index = 0; index < count; index += 1) {
  streams.push(readStream());
  // So many are opened at once.
  while (streams.length - opened > 64) await new Promise((resolve) => setTimeout(resolve, 1));
}
await Promise.all(streams);
