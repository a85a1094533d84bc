/**
 * Whether a request that carries a cookie was made by one of the server's own pages. Browsers add the cookie
 * whoever asks, and `SameSite` lets pages on other ports and subdomains through, so both headers that
 * pages cannot forge must agree. A link from elsewhere may still lead here: that only reads.
 */
export function fromOwnPage(request: Request, publicUrl: string): boolean {
  const { headers, method } = request;
  const origin = headers.get("origin");
  const from = headers.get("sec-fetch-site");
  if (origin !== null && origin !== new URL(publicUrl).origin) return false;
  if (from === "same-origin") return true;
  if (method !== "GET" && method !== "HEAD") return from === null && origin !== null;
  return from === null || from === "none" || headers.get("sec-fetch-mode") === "navigate";
}
