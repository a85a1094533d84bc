import { etagOf, tagged } from "./etag.ts";

/** JSON that browsers may keep but ask about each time: 304 while it is what they have. */
export async function etagged(request: Request, answer: unknown): Promise<Response> {
  const text = JSON.stringify(answer);
  const headers = { "content-type": "application/json", "cache-control": "no-cache" };
  return tagged(request, await etagOf(text), new Response(text, { headers }));
}
