import assert from "node:assert/strict";
import { z } from "zod";
import { openapiDocument } from "../../server/docs/openapi.ts";
import { createApp } from "../../server/http/create-app.ts";
import { type AnyRoute, route } from "../../server/http/route.ts";
import { Problem } from "../../server/problem.ts";
import { testDatabase } from "../../server/testing/database.ts";
import { aSite, ourPage } from "../../server/testing/fixtures.ts";
import { testDeps } from "../../server/testing/test-deps.ts";
import { sendRequests } from "./send-requests.ts";
import type { World } from "./world.ts";

const deps = await testDeps(await testDatabase());
const body = z.strictObject({ count: z.int(), name: z.string().max(80).optional() });
const answer = z.strictObject({ count: z.int() });
const common = { path: "/v1/sites/:site/thing", tag: "Test", summary: "A thing" };

const honest = route({
  ...{ ...common, method: "PUT", who: "visitor", body, answer },
  run: ({ body: { count } }) => Promise.resolve({ count }),
});
const forPlanners: AnyRoute = { ...honest, who: "planner" };
const stream: AnyRoute = { ...honest, run: () => Promise.resolve(new Response("once")) };

/** What the document says, what the server does, and what must be said of it. */
const planted: [name: string, stated: AnyRoute, served: AnyRoute, found: RegExp][] = [
  ["a field that breaks it", honest, breaking(), /it answers 500/],
  ["an answer without its field", honest, answering({}), /required property/],
  ["an answer with a field too much", honest, answering({ count: 1, token: "x" }), /additional/],
  ["an answer of another kind", honest, stream, /the type text\/plain/],
  ["a status that nobody stated", honest, { ...honest, status: 202 }, /202, which the document/],
  ["a problem that nobody stated", honest, refusing(), /409|allowed values/],
  ["a route that asks for no role", forPlanners, { ...honest, who: "anyone" }, /nobody got 200/],
  ["a route that lets every page in", honest, { ...honest, who: "anyone" }, /the page .* got 200/],
  [
    "a body where none is stated",
    without(honest),
    honest,
    /a body of application\/json|200, which/,
  ],
];

function breaking(): AnyRoute {
  const run = (input: { body: unknown }) => {
    const { count, name } = body.parse(input.body);
    return count < 0 && name ? Promise.reject(new TypeError("x")) : Promise.resolve({ count });
  };
  return { ...honest, run };
}

function answering(what: object): AnyRoute {
  return { ...honest, run: () => Promise.resolve(what) };
}

function refusing(): AnyRoute {
  return { ...honest, run: () => Promise.reject(new Problem("event-full")) };
}

function without({ answer: _, ...stated }: AnyRoute): AnyRoute {
  return stated;
}

/** What a few hundred requests find wrong with a server that serves this while the document says that. */
async function faultsOf(stated: AnyRoute, served: AnyRoute): Promise<string[]> {
  const { id, slug } = await aSite(deps);
  const app = createApp(deps, [served]);
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    (request) => app.fetch(request),
  );
  const url = `http://127.0.0.1:${server.addr.port}`;
  const wedding = { id, slug, page: ourPage, ids: {} };
  const callers = [{ name: "nobody", headers: {} }];
  const world: World = { server: url, weddings: [wedding], callers, examples: {} };
  const document = openapiDocument([stated], { publicUrl: url });
  const { faults, sent } = await sendRequests(document, world, { seed: 7, count: 400 });
  await server.shutdown();
  assert.ok(sent > 0);
  return faults.map(({ what }) => what);
}

for (const [name, stated, served, found] of planted) {
  Deno.test(`generated requests find ${name}`, async () => {
    const faults = await faultsOf(stated, served);

    assert.match(faults.join("\n"), found);
  });
}

Deno.test("generated requests find nothing wrong with a server that does what is stated", async () => {
  assert.deepEqual(await faultsOf(honest, honest), []);
});
