import { Buffer } from "node:buffer";
import { AddressRefused, assertPublicUrl, type Cidr } from "./address.ts";
import { type Connections, guardedLookup, passingAgent } from "./dial.ts";
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
  const { body, allow, timeoutMs = 15_000, signal } = post;
  if (signal?.aborted) return { answered: false, ...stopped };
  let url;
  try {
    url = assertPublicUrl(post.url, allow);
  } catch (error) {
    if (!(error instanceof AddressRefused)) throw error;
    return { answered: false, ...explainError(error, "connecting") };
  }
  return await exchange({ url, options: optionsFor(url, post), body, allow, timeoutMs, signal });
}

function optionsFor(url: URL, { headers, body, allow, connections, resolve, ca }: Post) {
  return {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "user-agent": "wedding-rsvp",
      "accept-encoding": "identity",
      ...headers,
      "content-length": String(Buffer.byteLength(body)),
    },
    agent: connections?.agentFor(url) ?? passingAgent(url),
    lookup: guardedLookup({ allow, port: portOf(url), resolve }),
    // Long enough for another continent, short enough to leave time for the next address.
    autoSelectFamilyAttemptTimeout: 2_000,
    ...(ca !== undefined && { ca }),
  } as const;
}

function portOf(url: URL): string {
  return url.port || (url.protocol === "https:" ? "443" : "80");
}
