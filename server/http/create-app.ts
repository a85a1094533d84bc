import { Hono } from "hono";
import type { Deps } from "../deps.ts";
import { answerCall } from "./answer-call.ts";
import type { Connection } from "./client-address.ts";
import type { AnyRoute } from "./route.ts";

type Handler = (request: Request, connection?: Connection) => Promise<Response>;

/** Mounts routes and makes HTTP of what they answer or throw. */
export function createApp(deps: Deps, routes: readonly AnyRoute[]): { fetch: Handler } {
  const app = new Hono<{ Bindings: Connection }>();

  for (const [path, alternatives] of [...Map.groupBy(routes, ({ path }) => path)].sort(byPath)) {
    app.all(path, (context) => {
      const request = context.req.raw;
      const params = context.req.param() as Record<string, string>;
      return answerCall(deps, { alternatives, request, params, connection: context.env });
    });
  }
  app.notFound((context) => {
    const request = context.req.raw;
    return answerCall(deps, { alternatives: [], request, params: {}, connection: context.env });
  });

  return {
    fetch: (request, connection = { peer: "127.0.0.1" }) =>
      Promise.resolve(app.fetch(request, connection)),
  };
}

/** Words before `:names`, so that `/parties/new` is met before `/parties/:party`, whoever was listed first. */
function byPath([a]: [string, unknown], [b]: [string, unknown]): number {
  const rank = (path: string) => path.replaceAll("/:", "/\uffff");
  return rank(a) < rank(b) ? -1 : 1;
}
