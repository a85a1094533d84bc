import { Webhook } from "standardwebhooks";
import type { EventHeadcount } from "../../shared/headcount.ts";
import { catererPage } from "./caterer-page.ts";

/** One delivery as the caterer saw it; whether it is genuine, `standardwebhooks` says. */
export interface Received {
  id: string;
  at: string;
  verified: boolean;
  type: string;
  changeNumber: number | null;
  events: EventHeadcount[];
  body: string;
}

const mostKept = 100;

/** The demo caterer: receives deliveries, verifies them with the package that any vendor would use, and shows them. */
export async function serveDemoCaterer(
  port: number,
  { secret, file }: { secret: string; file: string },
): Promise<Deno.HttpServer> {
  const webhook = new Webhook(secret);
  const received = await readReceived(file);
  const readers = new Set<ReadableStreamDefaultController<Uint8Array>>();

  async function receive(request: Request): Promise<Response> {
    const body = await request.text();
    const entry = understand(webhook, Object.fromEntries(request.headers), body);
    received.unshift(entry);
    received.length = Math.min(received.length, mostKept);
    await Deno.writeTextFile(file, `${JSON.stringify(entry)}\n`, { append: true });
    for (const reader of readers) reader.enqueue(new TextEncoder().encode("data: new\n\n"));
    return new Response(null, { status: entry.verified ? 204 : 401 });
  }

  return Deno.serve({ hostname: "127.0.0.1", port, onListen: () => {} }, (request) => {
    const { pathname } = new URL(request.url);
    if (request.method === "POST" && pathname === "/hook") return receive(request);
    if (pathname === "/received.json") return Response.json(received);
    if (pathname === "/live") return stream(readers);
    if (pathname === "/") return page(received);
    return new Response("Nothing here", { status: 404 });
  });
}

function understand(
  webhook: Webhook,
  headers: Record<string, string>,
  body: string,
): Received {
  const id = headers["webhook-id"] ?? "";
  const at = new Date().toISOString();
  try {
    const notice = webhook.verify(body, headers) as {
      type: string;
      data: { changeNumber?: number; events?: EventHeadcount[] };
    };
    const { changeNumber = null, events = [] } = notice.data;
    return { id, at, verified: true, type: notice.type, changeNumber, events, body };
  } catch {
    return { id, at, verified: false, type: "?", changeNumber: null, events: [], body };
  }
}

async function readReceived(file: string): Promise<Received[]> {
  try {
    const lines = (await Deno.readTextFile(file)).split("\n").filter(Boolean);
    return lines.slice(-mostKept).map((line) => JSON.parse(line) as Received).toReversed();
  } catch {
    return [];
  }
}

function page(received: Received[]): Response {
  return new Response(catererPage(received), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'",
    },
  });
}

function stream(readers: Set<ReadableStreamDefaultController<Uint8Array>>): Response {
  let own: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      own = controller;
      readers.add(controller);
    },
    cancel() {
      if (own) readers.delete(own);
    },
  });
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
}
