import { Answer } from "./answer.ts";

/** An entity tag for these bytes. */
export async function etagOf(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `"${digest.slice(0, 15).toBase64({ alphabet: "base64url" })}"`;
}

/** The answer with its tag, or 304 without a body when the caller has it already. */
export function tagged(request: Request, etag: string, response: Response): Response {
  response.headers.set("etag", etag);
  if (!isKnown(request.headers.get("if-none-match"), etag)) return response;
  const headers = new Headers(response.headers);
  headers.delete("content-type");
  headers.delete("content-encoding");
  return new Response(null, { status: 304, headers });
}

/** The same of a text. */
export function taggedText(
  request: Request,
  etag: string,
  text: string,
  { "content-type": type, ...headers }: Readonly<Record<string, string>> & {
    "content-type": string;
  },
): Answer {
  if (isKnown(request.headers.get("if-none-match"), etag)) {
    return new Answer(null, 304, { ...headers, etag });
  }
  return new Answer(text, 200, { ...headers, "content-type": type, etag });
}

// Proxies that compress mark a tag as weak; it still names the same answer.
function isKnown(known: string | null, etag: string): boolean {
  if (known === null) return false;
  return known.split(",").some((tag) => [etag, "*"].includes(tag.trim().replace(/^W\//, "")));
}
