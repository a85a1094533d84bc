import fc from "fast-check";
import type { OpenapiDocument } from "../../server/docs/document.ts";
import { answerChecker, type Came } from "./check-answer.ts";
import { type Generated, requestsFrom } from "./generate.ts";
import { isOpenTo, type World } from "./world.ts";

/** What became of many requests. */
export interface Sum {
  sent: number;
  statuses: Map<number, number>;
  /** Operations that succeeded at least once. */
  reached: Set<string>;
  faults: Fault[];
}

export interface Fault {
  what: string;
  request: string;
  answer: string;
}

export interface Asking {
  seed: number;
  count: number;
  /** How many are under way at once. */
  together?: number;
  stop?: AbortSignal;
}

const batch = 200;
const patienceMs = 30_000;
const mostFaults = 20;

/** Sends generated requests and checks every answer; ends early when enough went wrong. */
export async function sendRequests(
  document: OpenapiDocument,
  world: World,
  { seed, count, together = 16, stop }: Asking,
): Promise<Sum> {
  const check = answerChecker(document);
  const requests = requestsFrom(document, world);
  const sum: Sum = { sent: 0, statuses: new Map(), reached: new Set(), faults: [] };

  async function send(request: Generated): Promise<void> {
    const came = await answerTo(world, request);
    sum.sent += 1;
    const wrong = typeof came === "string" ? came : check(request, came) ?? opened(request, came);
    if (wrong !== undefined) sum.faults.push(faultOf(wrong, request, came));
    if (typeof came === "string") return;
    sum.statuses.set(came.status, (sum.statuses.get(came.status) ?? 0) + 1);
    if (!request.operation || came.status >= 300) return;
    if (request.method !== "OPTIONS") sum.reached.add(request.operation.operationId);
    learn(world, request, came.text);
  }

  for (let begun = 0, turn = 0; begun < count; begun += batch, turn += 1) {
    const numRuns = Math.min(batch, count - begun);
    const waiting = fc.sample(requests, { numRuns, seed: seed + turn });
    await Promise.all(Array.from({ length: together }, async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        if (stop?.aborted || sum.faults.length >= mostFaults) return;
        await send(next);
      }
    }));
    if (stop?.aborted || sum.faults.length >= mostFaults) break;
  }
  return sum;
}

async function answerTo({ server }: World, request: Generated): Promise<Came | string> {
  const { method, path, headers, body } = request;
  try {
    const response = await fetch(server + path, {
      method,
      redirect: "manual",
      headers: { ...headers, ...(body?.type === undefined ? {} : { "content-type": body.type }) },
      ...(body && method !== "GET" ? { body: body.bytes } : {}),
      signal: AbortSignal.timeout(patienceMs),
    });
    const { status } = response;
    return { status, headers: response.headers, text: await textOf(response) };
  } catch (error) {
    return `no answer: ${String(error)}`;
  }
}

/** The body; of a stream what comes first. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get("content-type")?.includes("event-stream")) return await response.text();
  const reader = response.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(first?.value);
}

/** Success for a caller to whom this is closed, or for a page that is on no list. */
function opened(
  { operation, caller, wedding, headers, method }: Generated,
  { status, headers: told }: Came,
) {
  const who = operation?.["x-who"];
  if (who === undefined || status >= 400) return undefined;
  if (!isOpenTo(who, caller, wedding) && method !== "OPTIONS") {
    return `${caller.name} got ${status} from what is for ${who}s`;
  }
  const isForPages = who === "visitor" || who === "guest";
  const isForeign = /evil|^null$|\.$|[A-Z]/.test(headers.origin ?? "");
  if (isForPages && isForeign) return `the page ${headers.origin} got ${status}`;
  if (!isForPages && who !== "anyone" && told.has("access-control-allow-origin")) {
    return "a page may read what is for members";
  }
}

const secretKinds = new Set(["member", "key"]);

/** Ids of what there is now, so that later requests get further. */
function learn({ weddings }: World, { wedding, method, path }: Generated, text: string): void {
  const ids = weddings.find((one) => one === wedding)?.ids;
  if (!ids) return;
  const gone = method === "DELETE" ? path.split("/").at(-1) ?? "" : "";
  for (const kind of Object.keys(ids)) ids[kind] = ids[kind]?.filter((id) => id !== gone) ?? [];
  for (const [, id = "", kind = ""] of text.matchAll(/"(([a-z]+)_[0-9a-z]{16})"/g)) {
    const known = ids[kind] ??= [];
    if (secretKinds.has(kind) || known.includes(id)) continue;
    known.push(id);
    // The first ones stay; of the others the newest.
    if (known.length > 24) known.splice(8, 1);
  }
}

function faultOf(what: string, request: Generated, came: Came | string): Fault {
  const { method, path, headers, body, caller } = request;
  const sent = body ? ` ${body.type} ${new TextDecoder().decode(body.bytes.slice(0, 1500))}` : "";
  return {
    what,
    request: `${caller.name}: ${method} ${path} ${JSON.stringify(headers)}${sent}`,
    answer: typeof came === "string" ? came : `${came.status} ${came.text.slice(0, 600)}`,
  };
}
