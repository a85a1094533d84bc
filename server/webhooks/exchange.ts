import { Buffer } from "node:buffer";
import { type IncomingMessage, request as httpRequest, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import type { Socket } from "node:net";
import { type Cidr, isPublicAddress, privateAddress } from "./address.ts";
import { explainError, explainTimeout, type Failure, type Phase, stopped } from "./failure.ts";

/** As much of an answer as is kept. */
const answerBytes = 20_000;

export type Exchange =
  | { answered: true; status: number; answer: string; retryAfter?: string }
  | { answered: false } & Failure;

/** One request and its answer. It always ends, `timeoutMs` after its begin at the latest. */
export function exchange(
  { url, options, body, allow, timeoutMs, signal }: {
    url: URL;
    options: RequestOptions & { ca?: string };
    body: string;
    allow: readonly Cidr[];
    timeoutMs: number;
    signal?: AbortSignal | undefined;
  },
): Promise<Exchange> {
  const { promise, resolve } = Promise.withResolvers<Exchange>();
  const isTls = url.protocol === "https:";
  const request = (isTls ? httpsRequest : httpRequest)(url, options);
  let phase: Phase = "connecting";
  let result: Exchange | undefined;
  const decide = (first: Exchange) => result ??= first;

  const giveUp = (failure: Failure) => {
    // Not left to "close": a dialler that hangs may never send it.
    resolve(decide({ answered: false, ...failure }));
    request.destroy();
  };
  const timer = setTimeout(() => giveUp(explainTimeout(phase, timeoutMs)), timeoutMs);
  const stop = () => giveUp(stopped);
  signal?.addEventListener("abort", stop);

  request.on("socket", (socket: Socket) => {
    if (request.reusedSocket) {
      phase = "waiting";
      // It was checked when it was opened, but perhaps by other rules.
      const isAllowed = isPublicAddress(socket.remoteAddress ?? "", allow);
      if (!isAllowed) giveUp(explainError(privateAddress(), phase));
      return;
    }
    phase = "connecting";
    socket.once("connect", () => phase = isTls ? "securing" : "waiting");
    socket.once("secureConnect", () => phase = "waiting");
  });
  request.on("response", (response) => {
    phase = "reading";
    readAnswer(response, decide);
  });
  request.on("error", (error) => decide({ answered: false, ...explainError(error, phase) }));
  // Only now is a connection that is kept free for the next delivery.
  request.on("close", () => {
    resolve(decide({ answered: false, ...explainError(undefined, phase) }));
  });
  request.end(body);

  return promise.finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  });
}

function readAnswer(response: IncomingMessage, decide: (exchange: Exchange) => void): void {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const finish = (isCut: boolean) => {
    const retryAfter = response.headers["retry-after"];
    decide({
      answered: true,
      status: response.statusCode ?? 0,
      answer: decode(chunks, isCut),
      ...(retryAfter !== undefined && { retryAfter }),
    });
  };
  response.on("data", (chunk: Uint8Array) => {
    chunks.push(chunk.subarray(0, answerBytes - length));
    length += chunk.length;
    if (length <= answerBytes) return;
    finish(true);
    response.destroy();
  });
  response.on("end", () => finish(false));
  // The request's "close" tells what an answer that broke off means.
  response.on("error", () => {});
}

function decode(chunks: Uint8Array[], isCut: boolean): string {
  const decoder = new TextDecoder();
  // `stream` leaves out the character that the cut went through.
  const text = decoder.decode(Buffer.concat(chunks), { stream: isCut });
  // Postgres has no NUL in text.
  return text.replaceAll("\0", "\ufffd");
}
