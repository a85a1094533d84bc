import assert from "node:assert/strict";
import { z } from "zod";
import { problems } from "../../shared/problems.ts";
import { allRoutes } from "../app.ts";
import { readConfig } from "../config.ts";
import { type AnyRoute, route } from "../http/route.ts";
import { testDatabase } from "../testing/database.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import type { OpenapiDocument } from "./document.ts";
import { docsRoutes } from "./routes.ts";

const deps = await testDeps(await testDatabase());
const whole = testApp(deps, allRoutes(readConfig({ PUBLIC_URL: "https://rsvp.test" })));

async function pageOf(routes?: readonly AnyRoute[], publicUrl = "https://rsvp.test") {
  const { call } = routes ? testApp(deps, docsRoutes(routes, publicUrl)) : whole;
  return await call<string>("GET /docs", { origin: null });
}

Deno.test("GET /openapi.json is the document, which any page may read and keep until it changes", async () => {
  const first = await whole.call<OpenapiDocument>("GET /openapi.json");
  const etag = first.headers.get("etag") ?? "";
  const again = await whole.call("GET /openapi.json", { headers: { "if-none-match": etag } });

  assert.equal(first.status, 200);
  assert.equal(first.body.openapi, "3.1.1");
  assert.deepEqual(first.body.servers, [{ url: "https://rsvp.test" }]);
  assert.equal(first.headers.get("access-control-allow-origin"), "*");
  assert.equal(again.status, 304);
});

Deno.test("GET /docs shows every operation of the document", async () => {
  const { body: document } = await whole.call<OpenapiDocument>("GET /openapi.json");
  const { body: page } = await pageOf();

  for (const item of Object.values(document.paths)) {
    for (const { operationId } of Object.values(item)) {
      assert.ok(page.includes(`id="${operationId}"`), operationId);
    }
  }
  for (const type of Object.keys(document.webhooks)) assert.ok(page.includes(`>${type}<`), type);
});

Deno.test("GET /docs says of a field that may be null what it is otherwise, and what null means", async () => {
  const answer = z.strictObject({
    attending: z.boolean().nullable().describe("null: not sure yet"),
  });
  const { body: page } = await pageOf([
    route({
      method: "GET",
      path: "/v1/thing",
      who: "anyone",
      tag: "Things",
      summary: "A thing",
      answer,
      run: () => Promise.resolve({ attending: null }),
    }),
  ]);

  const text = page.replace(/<[^>]*>/g, "");
  assert.match(text, /attending: boolean \| null null: not sure yet/);
});

Deno.test("GET /docs asks nobody else for anything and runs nothing", async () => {
  const { headers, body: page } = await pageOf();

  assert.equal(headers.get("content-type"), "text/html; charset=utf-8");
  const policy = headers.get("content-security-policy") ?? "";
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /style-src 'sha256-[^']+'(;|$)/);
  assert.doesNotMatch(policy, /script-src|unsafe|\*/);
  // An icon of nothing keeps browsers from asking for one.
  const shown = page.replace('<link rel="icon" href="data:,">', "");
  const asking = /<(script|link|img|iframe|object|form)\b|<[^>]*\s(style|on\w+)=|@import|url\(/;
  assert.equal(asking.exec(shown)?.[0], undefined);
});

Deno.test("GET /docs leads nowhere that is not there", async () => {
  const { body: page } = await pageOf();
  const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href)
    .filter((href) => href !== "data:,");

  assert.equal(new Set(ids).size, ids.length, "two things have one id");
  assert.ok(links.length > 100);
  for (const href of new Set(links)) {
    if (href.startsWith("#")) assert.ok(ids.includes(href.slice(1)), href);
    else if (href.startsWith("/")) {
      assert.equal((await whole.call(`GET ${href}`, { origin: null })).status, 200, href);
    } else assert.match(href, /^https:\/\//);
  }
});

Deno.test("GET /docs shows what routes say as text, whatever they say", async () => {
  const odd = route({
    method: "GET",
    path: "/v1/thing",
    who: "anyone",
    tag: "<b>Odd</b>",
    summary: `<script>alert(1)</script> & "quotes" \`<i>\``,
    run: () => Promise.resolve(),
  });

  const { body: page } = await pageOf([odd], "https://rsvp.test/'><script>");

  assert.doesNotMatch(page, /<script|<b>Odd|<i>`/);
  assert.match(page, /&lt;script&gt;alert\(1\)&lt;\/script&gt; &amp; &quot;quotes&quot;/);
});

Deno.test("the address of each problem leads to where it is explained", async () => {
  const { body: page } = await pageOf();

  for (const [code, { title }] of Object.entries(problems)) {
    const { status, headers } = await whole.call(`GET /problems/${code}`, { origin: null });
    const [path, anchor] = headers.get("location")?.split("#") ?? [];

    assert.equal(status, 302);
    assert.equal(path, "/docs");
    assert.ok(page.includes(`id="${anchor}"`), code);
    assert.ok(page.includes(title.replaceAll("'", "&#39;")), title);
  }
});

Deno.test("the address of no problem is not found", async () => {
  for (const code of ["nonsense", "__proto__", "toString", "%0d%0aset-cookie:a=b"]) {
    assert.equal((await whole.call(`GET /problems/${code}`)).status, 404, code);
  }
});

Deno.test("GET / says what this server is, and where to read on", async () => {
  const { status, headers, body: page } = await whole.call<string>("GET /", { origin: null });

  assert.equal(status, 200);
  assert.match(headers.get("content-security-policy") ?? "", /default-src 'none'/);
  assert.match(page, /<h1>/);
  assert.match(page, /href="\/docs"/);
  assert.match(page, /href="\/openapi.json"/);
});

Deno.test("GET /docs gives a first call that there is", async () => {
  const { body: page } = await pageOf();
  const [, path = ""] = /curl https:\/\/rsvp\.test(\/\S+)/.exec(page) ?? [];
  const pattern = path.replace("emma-and-james", ":site");

  const known = allRoutes(deps.config).some((route) =>
    route.method === "GET" && route.path === pattern
  );

  assert.ok(known, path);
});
