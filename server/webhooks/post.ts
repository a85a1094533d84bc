import { Buffer } from "node:buffer";
import { AddressRefused, type Cidr } from "./address.ts";
import { checkedUrl } from "./checked-url.ts";
import type { Connections } from "./connections.ts";
import { dial } from "./dial.ts";
import { type Exchange, exchange } from "./exchange.ts";
import { explainError, stopped, type Unanswered } from "./failure.ts";
import type { Resolve } from "./resolve.ts";

export type PostOutcome =
  | { answered: true; status: number; durationMs: number; answer: string; retryAfter?: string }
  | { answered: false; durationMs: number; reason: Unanswered; detail: string };

export interface Post {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** Private ranges that the self-hoster has opened. */
  allow: readonly Cidr[];
  /** For connecting, sending and reading together. */
  timeoutMs?: number;
  /** Connections to take from and give back to; without them every post opens and closes its own. */
  connections?: Connections;
  resolve?: Resolve;
  /** Certificate authorities to trust instead of the system's, in PEM. */
  ca?: string;
  signal?: AbortSignal;
}

/**
 * Posts to somebody else's server and tells what became of it. Whatever that server does, this
 * neither throws, nor follows it elsewhere, nor takes longer or keeps more than it said it would.
 */
export async function postDelivery(post: Post): Promise<PostOutcome> {
  const start = performance.now();
  const ended = await attempt(post);
  return { ...ended, durationMs: Math.round(performance.now() - start) };
}

async function attempt(post: Post): Promise<Exchange> {
  const { allow, timeoutMs = 15_000, signal } = post;
  if (signal?.aborted) return { answered: false, ...stopped };
  let url;
  try {
    url = checkedUrl(post.url, allow);
  } catch (error) {
    if (!(error instanceof AddressRefused)) throw error;
    return { answered: false, ...explainError(error, "connecting") };
  }
  const { connections, resolve, ca } = post;
  return await exchange({
    place: url.origin,
    request: requestTo(url, post),
    open: () => dial(url, { allow, resolve, ca }),
    ...{ connections, allow, timeoutMs, signal },
  });
}

function requestTo(url: URL, { headers, body }: Post): string {
  const all = {
    "host": url.host,
    "content-type": "application/json",
    "user-agent": "wedding-rsvp",
    "accept-encoding": "identity",
    ...headers,
    "content-length": String(Buffer.byteLength(body)),
  };
  let head = `POST ${url.pathname}${url.search} HTTP/1.1\r\n`;
  for (const [name, value] of Object.entries(all)) {
    if (!/^[\t -~]*$/.test(value)) {
      throw new Error(`Cannot send the header ${name}: bad characters.`);
    }
    head += `${name}: ${value}\r\n`;
  }
  return `${head}\r\n${body}`;
}
