import { type ProblemBody, problems } from "../../shared/problems.ts";
import { isDatabaseAway, isDiskFull } from "../database/errors.ts";
import type { Log } from "../log.ts";
import { Problem } from "../problem.ts";

/** The one place where a problem becomes HTTP (RFC 9457). Anything that is no Problem is a bug, and logged. */
export function problemResponse(error: unknown, requestId: string, log: Log): Response {
  const problem = understand(error);
  const { status, title } = problems[problem.code];
  if (problem.code === "unexpected") {
    log("error", "unexpected", { requestId, error: describe(error) });
  }
  const body: ProblemBody = {
    ...problem.more,
    type: `/problems/${problem.code}`,
    title,
    status,
    code: problem.code,
    ...(problem.message === title ? {} : { detail: problem.message }),
    instance: requestId,
  };
  const headers = new Headers({
    "content-type": "application/problem+json",
    "cache-control": "no-store",
  });
  if (status === 401) headers.set("www-authenticate", "Bearer");
  if (problem.retryAfter !== undefined) headers.set("retry-after", String(problem.retryAfter));
  return new Response(JSON.stringify(body), { status, headers });
}

const fullDisk = "The database's disk is full: nothing was changed.";

/** What of it a caller may know. */
export function understand(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isDiskFull(error)) return new Problem("database-away", fullDisk, {}, 60);
  if (isDatabaseAway(error)) return new Problem("database-away", undefined, {}, 5);
  return new Problem("unexpected");
}

/** Name, code and place of an error. Not its message: a database quotes values in it, and those are a guest's. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = "code" in error ? ` ${String(error.code)}` : "";
  // The stack begins with the message.
  const stack = error.stack ?? "";
  const frames = stack.slice(Math.max(stack.indexOf(error.message), 0) + error.message.length);
  const place = frames.split("\n").filter((line) => /^\s+at /.test(line)).slice(0, 6);
  return `${error.name}${code} ${place.map((line) => line.trim()).join(" < ")}`;
}
