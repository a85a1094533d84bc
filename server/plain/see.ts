/** Sends a browser on to a page that it may load again: nothing is sent twice by that. */
export function see(path: string, query: Record<string, string> = {}): Response {
  const search = new URLSearchParams(query).toString();
  const location = `${path}/plain${search && `?${search}`}`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
