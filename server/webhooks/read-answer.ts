import { Buffer } from "node:buffer";
import { NotHttp } from "./not-http.ts";
import { createChunkReader } from "./read-chunks.ts";
import { type AnswerHead, readHead } from "./read-head.ts";

/** As much of an answer as is kept. */
const answerBytes = 20_000;
/** As long as the head of an answer may be. */
const headBytes = 16_384;

export interface Answer {
  status: number;
  answer: string;
  retryAfter: string | undefined;
  /** Whether the connection may carry another request. */
  isKept: boolean;
}

export interface AnswerReader {
  /** Takes what arrived; gives the answer once it is whole, or long enough. Throws when it cannot be one. */
  take(bytes: Buffer): Answer | undefined;
  /** The other side has ended the connection: the answer, if that is how it ends. */
  end(): Answer | undefined;
  /** Whether anything has come, and whether its head has. */
  readonly progress: "nothing" | "something" | "head";
}

/** Reads the answer to one request as it arrives. */
export function createAnswerReader(): AnswerReader {
  let progress: AnswerReader["progress"] = "nothing";
  let early: Buffer = Buffer.alloc(0);
  let head: AnswerHead | undefined;
  let unchunk: ((bytes: Buffer) => Buffer | undefined) | undefined;
  const kept: Uint8Array[] = [];
  let length = 0;

  function keep(bytes: Uint8Array): void {
    if (length < answerBytes) kept.push(bytes.subarray(0, answerBytes - length));
    length += bytes.length;
  }

  function whole({ status, retryAfter, isKept }: AnswerHead, isMore: boolean): Answer {
    const answer = length === 0 ? "" : decode(kept, length > answerBytes);
    return { status, answer, retryAfter, isKept: isKept && !isMore };
  }

  function takeBody(head: AnswerHead, bytes: Buffer): Answer | undefined {
    const { framing } = head;
    let rest: Buffer | undefined;
    if (typeof framing === "number") {
      const own = bytes.subarray(0, framing - length);
      if (own.length > 0) keep(own);
      if (length === framing) rest = bytes.subarray(own.length);
    } else if (framing === "chunked") rest = (unchunk ??= createChunkReader(keep))(bytes);
    else keep(bytes);
    if (rest) return whole(head, rest.length > 0 || length > answerBytes);
    return length > answerBytes ? whole(head, true) : undefined;
  }

  return {
    take(bytes) {
      if (progress === "nothing") progress = "something";
      if (head) return takeBody(head, bytes);
      let rest = early.length > 0 ? Buffer.concat([early, bytes]) : bytes;
      while (true) {
        const end = rest.indexOf("\r\n\r\n");
        if (end > headBytes || (end < 0 && rest.length > headBytes)) {
          throw new NotHttp("HEADER_OVERFLOW");
        }
        if (end < 0) {
          const begin = rest.toString("latin1", 0, 7);
          if (!"HTTP/1.".startsWith(begin)) throw new NotHttp("INVALID_STATUS_LINE");
          early = rest;
          return undefined;
        }
        const next = readHead(rest.toString("latin1", 0, end));
        if (next.status === 101) throw new Error("We asked for no other protocol.");
        rest = rest.subarray(end + 4);
        // The answer proper is still to come (RFC 9110, 15.2).
        if (next.status < 200) continue;
        head = next;
        progress = "head";
        return takeBody(head, rest);
      }
    },
    end: () => head?.framing === "until-close" ? whole(head, true) : undefined,
    get progress() {
      return progress;
    },
  };
}

function decode(chunks: Uint8Array[], isCut: boolean): string {
  const decoder = new TextDecoder();
  // `stream` leaves out the character that the cut went through.
  const text = decoder.decode(Buffer.concat(chunks), { stream: isCut });
  // Postgres has no NUL in text.
  return text.replaceAll("\0", "\ufffd");
}
