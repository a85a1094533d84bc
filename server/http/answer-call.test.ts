import assert from "node:assert/strict";
import { z } from "zod";
import { newId } from "../../shared/ids.ts";
import type { ProblemBody } from "../../shared/problems.ts";
import type { Sql } from "../database/sql.ts";
import { Problem } from "../problem.ts";
import { testDatabase } from "../testing/database.ts";
import { aSite } from "../testing/fixtures.ts";
import { aPath, aRoute } from "../testing/a-route.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { createApp } from "./create-app.ts";
import { type AnyRoute, route } from "./route.ts";

const sql = await testDatabase();
const deps = await testDeps(sql);

const anApp = (...routes: AnyRoute[]) => testApp(deps, routes);

Deno.test("an answer is JSON that nobody keeps, with the route's status", async () => {
  const run = () => Promise.resolve({ id: "vendor_1" });
  const { call } = anApp(aRoute({ method: "POST", status: 201, run }));

  const { status, headers, body } = await call<unknown>("POST /v1/thing");

  assert.equal(status, 201);
  assert.equal(headers.get("content-type"), "application/json");
  assert.equal(headers.get("cache-control"), "no-store");
  assert.deepEqual(body, { id: "vendor_1" });
});

Deno.test("an answer of nothing is 204", async () => {
  const { status, body } = await anApp(aRoute()).call<unknown>("GET /v1/thing");

  assert.equal(status, 204);
  assert.equal(body, "");
});

Deno.test("every answer carries the headers that keep browsers honest", async () => {
  const { call } = anApp(
    aRoute(),
    aRoute({ path: "/v1/broken", run: () => Promise.reject(new Error("x")) }),
  );

  for (const path of ["GET /v1/thing", "GET /v1/broken", "GET /nowhere", "PUT /v1/thing"]) {
    const { headers } = await call(path);

    assert.equal(headers.get("x-content-type-options"), "nosniff", path);
    assert.equal(headers.get("referrer-policy"), "no-referrer");
    assert.match(headers.get("strict-transport-security") ?? "", /^max-age=\d{7,}/);
    assert.match(headers.get("content-security-policy") ?? "", /^default-src 'none'/);
    assert.match(headers.get("x-request-id") ?? "", /^req_[0-9a-z]{16}$/);
  }
});

Deno.test("a page keeps the policy that it states", async () => {
  const headers = { "content-security-policy": "default-src 'self'" };
  const { call } = anApp(aRoute({ run: () => Promise.resolve(new Response("", { headers })) }));

  const answer = await call("GET /v1/thing");

  assert.equal(answer.headers.get("content-security-policy"), "default-src 'self'");
});

Deno.test("a redirect, whose headers cannot be changed, gets them all the same", async () => {
  const run = () => Promise.resolve(Response.redirect("https://rsvp.test/docs"));

  const { status, headers } = await anApp(aRoute({ run })).call("GET /v1/thing");

  assert.equal(status, 302);
  assert.equal(headers.get("location"), "https://rsvp.test/docs");
  assert.match(headers.get("x-request-id") ?? "", /^req_/);
});

Deno.test("HEAD answers what GET does, without a body", async () => {
  const run = () => Promise.resolve(new Response("hello", { headers: { etag: '"1"' } }));
  const { call } = anApp(aRoute({ run }));

  const { status, headers, body } = await call<unknown>("HEAD /v1/thing");

  assert.equal(status, 200);
  assert.equal(headers.get("etag"), '"1"');
  assert.equal(body, "");
});

Deno.test("HEAD ends a stream that nobody will read", async () => {
  let ended = false;
  const stream = () => new ReadableStream({ cancel: () => void (ended = true) });
  const run = () => Promise.resolve(new Response(stream()));

  await anApp(aRoute({ run })).call("HEAD /v1/thing");

  assert.ok(ended);
});

Deno.test("a method that an address does not take is refused with those it does", async () => {
  const { call } = anApp(aRoute(), aRoute({ method: "PUT" }));

  for (const method of ["POST", "DELETE", "PATCH"]) {
    const { status, headers, body } = await call(`${method} /v1/thing`);

    assert.equal(status, 405);
    assert.equal(body.code, "method-not-allowed");
    assert.equal(headers.get("allow"), "GET, HEAD, PUT");
  }
});

Deno.test("an address where nothing is says so to every method", async () => {
  const { fetch } = anApp(aRoute());

  for (const method of ["GET", "POST", "OPTIONS", "HEAD"]) {
    const response = await fetch(new Request("https://rsvp.test/v2/thing", { method }));

    assert.equal(response.status, 404, method);
    assert.equal(response.headers.get("content-type"), "application/problem+json");
  }
});

Deno.test("an address in words is met before one with a name in it, whoever was listed first", async () => {
  const says = (path: string) => aRoute({ path, run: () => Promise.resolve({ path }) });
  const paths = ["/v1/things/:thing", "/v1/things/new", "/v1/things/:thing/parts"];
  const { call } = anApp(...paths.map(says));

  const answers = await Promise.all(
    ["new", "old", "new/parts"].map((rest) => call<{ path: string }>(`GET /v1/things/${rest}`)),
  );

  assert.deepEqual(answers.map(({ body }) => body.path), [
    "/v1/things/new",
    "/v1/things/:thing",
    "/v1/things/:thing/parts",
  ]);
});

Deno.test("no name in an address is an error, however it is spelled", async () => {
  const { call } = anApp(route({
    method: "GET",
    path: "/v1/sites/:site/thing",
    who: "visitor",
    tag: "Test",
    summary: "A thing of a site",
    run: () => Promise.resolve({}),
  }));
  const names = [
    "%00",
    "a%00b",
    "%",
    "%E0%A4%A",
    "%ed%a0%80",
    "%2e%2e",
    "'--",
    "%F0%9F%98%80",
    "a%2Fb",
  ];

  for (const name of names) {
    const { status } = await call(`GET /v1/sites/${name}/thing`);

    assert.equal(status, 404, name);
  }
});

Deno.test("a database that is away is 503 with Retry-After, whichever statement met it", async () => {
  const error = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  const away = Object.assign(() => Promise.reject(error), {
    engine: "postgres" as const,
    refuseInside: () => {},
    begin: () => Promise.reject(error),
    script: () => Promise.reject(error),
    listen: () => Promise.reject(error),
    close: () => Promise.resolve(),
  }) satisfies Sql;
  const limits = [{ per: "address", calls: 1, seconds: 1 } as const];
  const { call } = testApp({ ...deps, sql: away }, [
    aRoute({ path: "/v1/sites/:site/thing" }),
    aRoute({ path: "/v1/limited", limits }),
    aRoute({ path: "/v1/verb", run: ({ deps }) => deps.sql`select 1` }),
  ]);

  for (const path of ["sites/ours/thing", "limited", "verb"]) {
    const { status, headers, body } = await call(`GET /v1/${path}`);

    assert.equal(status, 503, path);
    assert.equal(body.code, "database-away");
    assert.match(headers.get("retry-after") ?? "", /^[1-9]\d*$/);
    assert.doesNotMatch(JSON.stringify(body), /ECONNREFUSED/);
  }
});

Deno.test("a limit by address counts a line together, whatever it claims, and says when to come back", async () => {
  const path = aPath();
  const limits = [{ per: "address", calls: 2, seconds: 60 } as const];
  const app = createApp(deps, [aRoute({ path, limits })]);
  const ask = (peer: string, headers = {}) =>
    app.fetch(new Request(`https://rsvp.test${path}`, { headers }), { peer });

  for (const line of [["203.0.113.7"], ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9"]]) {
    const [one = "", other = one] = line;
    const forged = { "x-forwarded-for": "198.51.100.1", "authorization": "Bearer other" };
    assert.equal((await ask(one)).status, 204);
    assert.equal((await ask(other, forged)).status, 204);

    const refused = await ask(other, forged);

    assert.equal(refused.status, 429);
    assert.equal((await refused.json()).code, "too-many-requests");
    assert.equal(refused.headers.get("retry-after"), "30");
  }
  assert.equal((await ask("203.0.113.8")).status, 204);
});

Deno.test("a limit by caller counts each credential, and without one the address", async () => {
  const path = aPath();
  const limits = [{ per: "caller", calls: 1, seconds: 60 } as const];
  const { call } = anApp(aRoute({ path, limits }));
  const ask = async (token?: string) => (await call(`GET ${path}`, token ? { token } : {})).status;

  assert.deepEqual([await ask("a"), await ask("a"), await ask("b")], [204, 429, 204]);
  assert.deepEqual([await ask(), await ask()], [204, 429]);
});

Deno.test("several limits of one kind hold beside each other", async () => {
  const path = aPath();
  const limits = [
    { per: "address", calls: 5, seconds: 1 } as const,
    { per: "address", calls: 2, seconds: 3600 } as const,
  ];
  const { call } = anApp(aRoute({ path, limits }));

  const statuses: number[] = [];
  for (let index = 0; index < 3; index++) statuses.push((await call(`GET ${path}`)).status);

  assert.deepEqual(statuses, [204, 204, 429]);
});

Deno.test("a page that is not allowed learns nothing of limits, links or what is wrong with its body", async () => {
  const site = await aSite(deps);
  const thing = newId("thing");
  const limits = [{ per: "address", calls: 1, seconds: 3600 } as const];
  const { call } = anApp(route({
    method: "PUT",
    path: `/v1/sites/:site/${thing}`,
    who: "guest",
    tag: "Test",
    summary: "A thing",
    limits,
    idempotent: true,
    body: z.strictObject({}),
    run: () => Promise.resolve({}),
  }));

  for (const token of [undefined, "broken", "broken"]) {
    const asked = { origin: "https://theirs.example", body: { extra: 1 } };
    const path = `PUT /v1/sites/${site.slug}/${thing}`;
    const { status, body } = await call(path, token ? { ...asked, token } : asked);

    assert.equal(status, 403);
    assert.equal(body.code, "page-not-allowed");
  }
});

Deno.test("a guest's submission needs a key that fits", async () => {
  const { call } = anApp(aRoute({ method: "PUT", idempotent: true }));
  const send = (key: string | undefined) =>
    call("PUT /v1/thing", key === undefined ? {} : { headers: { "idempotency-key": key } });

  for (const key of [undefined, "", "short", "x".repeat(65), "with space", "sémantique"]) {
    const { status, body } = await send(key);
    assert.equal(status, 400, key);
    assert.equal(body.code, "idempotency-key-missing");
  }
  assert.equal((await send("k".repeat(8))).status, 204);
  assert.equal((await send("k-_".repeat(21))).status, 204);
});

Deno.test("what a route refuses is answered as it says", async () => {
  const run = () => Promise.reject(new Problem("event-full", "No.", { left: 2 }, 9));

  const { status, headers, body } = await anApp(aRoute({ run })).call("GET /v1/thing");

  assert.equal(status, 409);
  assert.equal(headers.get("retry-after"), "9");
  assert.equal(body.left, 2);
});

Deno.test("while the database is away any page may read that it is, and nothing else happens", async () => {
  let ran = 0;
  const run = () => Promise.resolve(void (ran += 1));
  const error = Object.assign(new Error("gone"), { code: "ECONNREFUSED" });
  const gone = () => Promise.reject(error);
  const away: Sql = Object.assign(gone, {
    engine: "postgres" as const,
    refuseInside: () => {},
    begin: gone,
    script: gone,
    listen: gone,
    close: () => Promise.resolve(),
  });
  const path = `/v1/sites/:site${aPath()}`;
  const common = { tag: "Test", summary: "Counts", path, run };
  const { call } = testApp(await testDeps(away), [
    route({ ...common, who: "visitor", method: "GET" }),
    route({ ...common, who: "guest", method: "PUT" }),
    route({ ...common, who: "planner", method: "DELETE" }),
  ]);
  const ask = (method: string) =>
    call<ProblemBody | "">(`OPTIONS ${path}`, {
      origin: "https://any.example",
      headers: { "access-control-request-method": method },
    });

  const read = await call(`GET ${path}`, { origin: "https://any.example" });
  const preflight = await ask("PUT");
  const write = await call(`PUT ${path}`, { origin: "https://any.example" });
  const own = await call(`DELETE ${path}`, { origin: "https://any.example" });

  for (const { status, headers, body } of [read, write]) {
    assert.deepEqual([status, body.code], [503, "database-away"]);
    assert.equal(headers.get("access-control-allow-origin"), "*");
    assert.match(headers.get("access-control-expose-headers") ?? "", /retry-after/);
    assert.ok(Number(headers.get("retry-after")) > 0);
    assert.equal(headers.get("access-control-allow-credentials"), null);
  }
  assert.equal(preflight.status, 204);
  assert.equal(preflight.headers.get("access-control-allow-origin"), "*");
  // As soon as it is back, the page is asked about again.
  assert.equal(preflight.headers.get("access-control-max-age"), "0");
  assert.equal((await ask("DELETE")).status, 405);
  assert.equal(own.headers.get("access-control-allow-origin"), null);
  assert.equal(ran, 0);
});
