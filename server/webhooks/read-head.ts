import { NotHttp } from "./not-http.ts";

/** Where the body of an answer ends: after so many bytes, with its last chunk, or with the connection. */
export type Framing = number | "chunked" | "until-close";

export interface AnswerHead {
  status: number;
  framing: Framing;
  /** Whether the other side goes on listening after this answer. */
  isKept: boolean;
  retryAfter: string | undefined;
}

const statusLine = /^HTTP\/1\.([01]) ([1-9]\d\d)(?: [^\r\n\0]*)?$/;
const headerLine = /^([!#$%&'*+\-.^_`|~\w]+):[ \t]*([^\r\n\0]*?)[ \t]*$/;

/** The status and the few headers that mean something to us; every line has to be one. */
export function readHead(text: string): AnswerHead {
  const [first = "", ...lines] = text.split("\r\n");
  const [, minor, digits] = statusLine.exec(first) ?? [];
  if (digits === undefined) throw new NotHttp("INVALID_STATUS_LINE");
  const status = Number(digits);
  let length: number | undefined;
  let codings: string | undefined;
  let connection = "";
  let retryAfter: string | undefined;
  for (const line of lines) {
    const [, name = "", value = ""] = headerLine.exec(line) ?? [];
    switch (name.toLowerCase()) {
      case "":
        throw new NotHttp("INVALID_HEADER");
      case "content-length":
        if (length !== undefined || !/^\d{1,15}$/.test(value)) {
          throw new NotHttp("INVALID_CONTENT_LENGTH");
        }
        length = Number(value);
        break;
      case "transfer-encoding":
        codings = codings === undefined ? value : `${codings}, ${value}`;
        break;
      case "connection":
        connection += `,${value}`;
        break;
      case "retry-after":
        retryAfter ??= value;
        break;
    }
  }
  const isKept = minor === "1" && !/(^|,)\s*close\s*(,|$)/i.test(connection) &&
    // Two ends of one body: somebody on the way may have taken the other.
    (length === undefined || codings === undefined);
  return { status, framing: framingOf(status, length, codings), isKept, retryAfter };
}

function framingOf(
  status: number,
  length: number | undefined,
  codings: string | undefined,
): Framing {
  if (status < 200 || status === 204 || status === 304) return 0;
  if (codings !== undefined) {
    return /(^|,)\s*chunked\s*$/i.test(codings) ? "chunked" : "until-close";
  }
  return length ?? "until-close";
}
