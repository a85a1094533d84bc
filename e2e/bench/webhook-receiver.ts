// Vendors' servers in a process of their own. `POST /hook/…` is taken; `GET /taken` tells how many different ones there were
// and when the first and the last came; `DELETE /taken` forgets them.
const [port = "0"] = Deno.args;
const taken = new Set<string>();
let firstAt = 0;
let lastAt = 0;

Deno.serve(
  { hostname: "127.0.0.1", port: Number(port), onListen: () => {} },
  async (request) => {
    if (request.method === "GET") return Response.json({ count: taken.size, firstAt, lastAt });
    if (request.method === "DELETE") {
      taken.clear();
      return new Response();
    }
    await request.arrayBuffer();
    const now = performance.now();
    if (taken.size === 0) firstAt = now;
    taken.add(request.headers.get("webhook-id") ?? "");
    lastAt = now;
    return new Response(null, { status: 204 });
  },
);
