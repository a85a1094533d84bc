/**
 * An answer whose headers are still being gathered. A `Response` is made of it once they are all known: the runtime writes
 * one that nobody has changed since far more quickly.
 */
export class Answer {
  readonly body: string | null;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    body: string | null,
    status: number,
    headers: Readonly<Record<string, string>>,
  ) {
    this.body = body;
    this.status = status;
    this.headers = headers;
  }
}

/** A value as JSON; nothing at all is 204. */
export function jsonAnswer(
  value: unknown,
  status: number,
  headers: Readonly<Record<string, string>>,
): Answer {
  if (value === undefined) return new Answer(null, 204, headers);
  return new Answer(JSON.stringify(value), status, {
    ...headers,
    "content-type": "application/json",
  });
}

/** What was answered, with headers beside its own; `vary` is added to its own. */
export function withHeaders(
  answer: Answer | Response,
  headers: Readonly<Record<string, string>>,
): Response {
  if (answer instanceof Answer) {
    const { body, status, headers: own } = answer;
    const vary = own.vary && headers.vary ? `${own.vary}, ${headers.vary}` : undefined;
    return new Response(body, {
      status,
      headers: vary ? { ...own, ...headers, vary } : { ...own, ...headers },
    });
  }
  // Headers of `Response.redirect` cannot be changed. Only redirects are copied: to copy a body is to make a stream of it.
  const isRedirect = answer.headers.has("location") && answer.status < 400;
  const open = isRedirect ? new Response(null, answer) : answer;
  for (const [name, value] of Object.entries(headers)) {
    if (name === "vary") open.headers.append(name, value);
    else open.headers.set(name, value);
  }
  return open;
}
