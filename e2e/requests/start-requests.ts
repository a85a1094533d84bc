import { allRoutes } from "../../server/app.ts";
import { openapiDocument } from "../../server/docs/openapi.ts";
import { freePorts } from "../tools/free-ports.ts";
import { spawnServer } from "../tools/spawn-server.ts";
import { makeWorld } from "./make-world.ts";
import { type Fault, sendRequests, type Sum } from "./send-requests.ts";

/** So many requests to one world; then a new one, since by then most of it is deleted or revoked. */
const perWorld = 2000;

interface Run extends Sum {
  /** Every operation there is. */
  operations: string[];
  /** All that the server printed. */
  output: string;
  /** Credentials that the requests carried. */
  secrets: string[];
}

/** Sends generated requests to a real server with the permissions of `deno task serve`. */
export async function startRequests(
  { seed, count, stop }: { seed: number; count: number; stop?: AbortSignal },
): Promise<Run> {
  const folder = await Deno.makeTempDir({ prefix: "wedding-rsvp-requests-" });
  const { PORT } = freePorts();
  const server = `http://localhost:${PORT}`;
  const running = await spawnServer(folder, {
    ...{ PORT, DEMO: "off", TRUSTED_PROXIES: "1", WEBHOOK_ALLOW: "127.0.0.1/32" },
  });
  const document = openapiDocument(allRoutes({ publicUrl: server }), { publicUrl: server });
  const operations = Object.values(document.paths).flatMap((item) =>
    Object.values(item).map(({ operationId }) => operationId)
  );
  const secrets: string[] = [];
  const all: Sum = { sent: 0, statuses: new Map(), reached: new Set(), faults: [] };
  try {
    for (let begun = 0; begun < count && all.faults.length === 0 && !stop?.aborted;) {
      const world = await makeWorld({ server, printed: running.printed });
      secrets.push(
        ...world.callers.flatMap(({ headers: { authorization, cookie } }) =>
          [authorization, cookie].flatMap((one) => one?.split(/[ =]/).slice(1).join(" ") ?? [])
        ),
      );
      const part = Math.min(perWorld, count - begun);
      const sum = await sendRequests(document, world, {
        seed: seed + begun,
        count: part,
        ...(stop ? { stop } : {}),
      });
      begun += part;
      all.sent += sum.sent;
      sum.statuses.forEach((times, status) =>
        all.statuses.set(status, (all.statuses.get(status) ?? 0) + times)
      );
      sum.reached.forEach((operation) => all.reached.add(operation));
      all.faults.push(...sum.faults);
    }
  } finally {
    await running.stop();
    await Deno.remove(folder, { recursive: true });
  }
  all.faults.push(...errorsIn(running.output()));
  return { ...all, operations, output: running.output(), secrets };
}

/** Whatever the server itself calls an error. */
function errorsIn(log: string): Fault[] {
  return log.split("\n").filter((line) => line.startsWith("{") && line.includes('"level":"error"'))
    .slice(0, 5).map((line) => ({ what: "the log has an error", request: "", answer: line }));
}
