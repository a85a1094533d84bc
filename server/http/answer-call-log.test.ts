import assert from "node:assert/strict";
import { z } from "zod";
import { testDatabase } from "../testing/database.ts";
import { aParty, aSite } from "../testing/fixtures.ts";
import { aRoute } from "../testing/a-route.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { type AnyRoute, route } from "./route.ts";

const deps = await testDeps(await testDatabase());

/** An app and what it logs. */
function aLoggingApp(routes: AnyRoute[]) {
  const lines: { level: string; message: string; fields: Record<string, unknown> }[] = [];
  const app = testApp({
    ...deps,
    log: (level, message, fields = {}) => void lines.push({ level, message, fields }),
  }, routes);
  return { ...app, lines };
}

Deno.test("the log has a line for every request, with the answer's id and the route's pattern", async () => {
  const path = "/v1/sites/:site/thing";
  const { call, lines } = aLoggingApp([aRoute({ path })]);
  const site = await aSite(deps);

  const { headers } = await call(`GET /v1/sites/${site.slug}/thing?secret=whsec_x`);

  assert.equal(lines.length, 1);
  const { ms, ...fields } = lines[0]?.fields ?? {};
  assert.equal(typeof ms, "number");
  assert.deepEqual(fields, {
    requestId: headers.get("x-request-id"),
    method: "GET",
    route: path,
    status: 204,
    site: site.id,
  });
});

Deno.test("the log never has an address, a query, a token, a cookie or a body", async () => {
  const site = await aSite(deps);
  const { token } = await aParty(deps, site);
  const body = z.strictObject({ name: z.string() });
  const { call, lines } = aLoggingApp([
    route({
      method: "PUT",
      path: "/v1/sites/:site/party/:word",
      who: "guest",
      tag: "Test",
      summary: "Takes a secret",
      body,
      run: ({ body }) => Promise.reject(new Error(`It broke over ${body.name}.`)),
    }),
  ]);
  const secrets = ["hush-path", "hush-query", token, "hush-cookie", "hush-body", "hush-agent"];
  const asked = {
    token,
    headers: { "cookie": "__Host-session=hush-cookie", "user-agent": "hush-agent" },
    body: { name: "hush-body" },
  };

  const statuses: number[] = [];
  for (const method of ["PUT", "POST", "GET", "OPTIONS"]) {
    const path = `/v1/sites/${site.slug}/party/hush-path?q=hush-query`;
    const sent = method === "PUT" || method === "POST" ? asked : { ...asked, body: undefined };
    statuses.push((await call(`${method} ${path}`, sent)).status);
    await call(`${method} /nowhere/hush-path?rsvp=${token}`, { headers: asked.headers });
  }

  assert.deepEqual(statuses, [500, 405, 405, 405]);
  const logged = JSON.stringify(lines);
  assert.ok(lines.length >= 8);
  for (const secret of secrets) assert.ok(!logged.includes(secret), secret);
});

Deno.test("an error that nobody foresaw is 500, and the log finds it by the answer's id", async () => {
  const { call, lines } = aLoggingApp([aRoute({ run: () => Promise.reject(new TypeError("x")) })]);

  const { status, headers, body } = await call("GET /v1/thing");

  assert.equal(status, 500);
  assert.equal(body.code, "unexpected");
  assert.equal(body.instance, headers.get("x-request-id"));
  const error = lines.find(({ level }) => level === "error");
  assert.equal(error?.fields.requestId, body.instance);
});
