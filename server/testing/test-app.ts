import type { ProblemBody } from "../../shared/problems.ts";
import type { Deps } from "../deps.ts";
import { createApp } from "../http/create-app.ts";
import type { AnyRoute } from "../http/route.ts";
import { ourPage } from "./fixtures.ts";

export interface TestCall {
  /** Bearer token: a personal link's or an API key's. */
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** Page that asks; null: none. Default: the page that test sites allow. */
  origin?: string | null;
}

export interface TestAnswer<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

/** Calls routes as a browser would, without a socket. */
export function testApp(deps: Deps, routes: readonly AnyRoute[]) {
  const app = createApp(deps, routes);
  // From an address of its own: limits are counted by address, and tests share a database.
  const [a, b, c] = crypto.getRandomValues(new Uint8Array(3));
  const peer = `10.${a}.${b}.${c}`;

  async function call<Body = ProblemBody>(
    request: string,
    { token, body, headers = {}, origin = ourPage }: TestCall = {},
  ): Promise<TestAnswer<Body>> {
    const [method = "GET", path = "/"] = request.split(" ");
    const response = await app.fetch(
      new Request(`https://rsvp.test${path}`, {
        method,
        headers: {
          ...(origin === null ? {} : { origin }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
      { peer },
    );
    const type = response.headers.get("content-type") ?? "";
    // A stream has no end to wait for; whoever wants to read one asks `fetch`.
    const endless = type.includes("event-stream");
    const text = endless ? "" : await response.text();
    if (endless) await response.body?.cancel();
    const isJson = type.includes("json");
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson ? JSON.parse(text) : text) as Body,
    };
  }
  return { peer, fetch: (request: Request) => app.fetch(request, { peer }), call };
}
