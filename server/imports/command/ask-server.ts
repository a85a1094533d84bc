import { z } from "zod";
import type { Progress } from "../progress.ts";
import { readStream } from "./read-stream.ts";

const progressSchema = z.object({
  stage: z.enum(["reading", "recognising", "comparing", "saving"]),
  done: z.number(),
  total: z.number(),
});

const problemSchema = z.object({
  title: z.string(),
  detail: z.string().optional(),
  code: z.string().optional(),
  issues: z.array(
    z.object({ path: z.array(z.union([z.string(), z.number()])), message: z.string() }),
  ).default([]),
});

/** The server, or the way to it, said no. */
export class Refused extends Error {
  readonly code: string | undefined;
  constructor(message: string, code?: string) {
    super(message);
    this.code = code;
  }
}

/** Sends a request: `fetch`, or an app without a socket. */
export type Send = (request: Request) => Promise<Response>;

export interface Server {
  /** Answer parsed as JSON; the caller knows its schema. */
  call(method: string, path: string, body?: unknown): Promise<unknown>;
  /** A call that tells how far it is. */
  callLong(
    path: string,
    body: FormData | undefined,
    tell: (now: Progress) => void,
  ): Promise<unknown>;
  bytes(path: string): Promise<Uint8Array>;
}

/** The imports of one wedding, over the API, with a planner's key. */
export function askServer(send: Send, { server, key }: { server: string; key: string }): Server {
  async function ask(method: string, path: string, body: BodyInit | undefined, accept: string) {
    const headers = new Headers({ authorization: `Bearer ${key}`, accept });
    if (typeof body === "string") headers.set("content-type", "application/json");
    const url = new URL(path, `${server.replace(/\/*$/, "")}/`);
    const request = new Request(url, { method, headers, ...body === undefined ? {} : { body } });
    const response = await send(request).catch((error) => {
      const why = error instanceof Error ? error.message : String(error);
      throw new Refused(`${url.origin} does not answer. Is it running? (${why})`);
    });
    if (!response.ok) throw await refused(response, url);
    return response;
  }
  return {
    async call(method, path, body) {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const response = await ask(method, path, text, "application/json");
      return response.status === 204 ? undefined : await response.json();
    },
    async callLong(path, body, tell) {
      const response = await ask("POST", path, body, "text/event-stream");
      for await (const { event, data } of readStream(response)) {
        if (event === "progress") tell(progressSchema.parse(data));
        else if (event === "problem") throw asRefused(data);
        else if (event === "done") return data;
      }
      throw new Refused("The server broke off. Try again: nothing was done by halves.");
    },
    async bytes(path) {
      return new Uint8Array(await (await ask("GET", path, undefined, "*/*")).arrayBuffer());
    },
  };
}

async function refused(response: Response, url: URL): Promise<Refused> {
  const text = await response.text();
  if (response.headers.get("content-type")?.includes("json")) return asRefused(JSON.parse(text));
  return new Refused(`${url.origin} answers ${response.status}. Is it a wedding-rsvp server?`);
}

function asRefused(body: unknown): Refused {
  const { title, detail, code, issues } = problemSchema.parse(body);
  const lines = [
    detail && detail !== title ? `${title}: ${detail}` : title,
    ...issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`),
  ];
  return new Refused(lines.join("\n"), code);
}
