import { Problem } from "../problem.ts";

/**
 * Refuses a form that a page of somebody else sent here. There are no cookies that such a page could use; this keeps
 * its visitors from sending what they did not write. Under `Referrer-Policy: no-referrer` browsers call the origin
 * of our own forms `null`; what it was, `Sec-Fetch-Site` says. Old browsers send neither.
 */
export function ownPageOnly({ headers }: Request, publicUrl: string): void {
  const from = headers.get("sec-fetch-site");
  // `none`: a person loaded the page once more.
  if (from !== null && from !== "same-origin" && from !== "none") {
    throw new Problem("not-same-site");
  }
  const origin = headers.get("origin");
  if (origin === null || origin === "null" || origin === new URL(publicUrl).origin) return;
  throw new Problem("not-same-site");
}
