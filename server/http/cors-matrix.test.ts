import assert from "node:assert/strict";
import { z } from "zod";
import { testDatabase } from "../testing/database.ts";
import { aMember, anApiKey, aPerson } from "../testing/fixtures-access.ts";
import { aParty, aSite, ourPage } from "../testing/fixtures.ts";
import { testApp, type TestCall } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { type AnyRoute, route, type Who } from "./route.ts";

const sql = await testDatabase();
const deps = await testDeps(sql);

const listed = [ourPage, "https://a.wild.example", "https://rsvp.test"];
const notListed = [
  "https://ours.example:8443",
  "http://ours.example",
  "https://www.ours.example",
  "https://evil-ours.example",
  "https://ours.example.evil.example",
  "https://OURS.example",
  "https://ours.example.",
  "https://theirs.example",
  "https://a.b.wild.example",
  "null",
];

const everybody = ["anyone", "visitor", "guest", "person", "viewer", "planner", "owner"] as const;
const forPages: readonly Who[] = ["visitor", "guest"];

// Of each kind of caller a simple request, one that needs a preflight, and a stream.
const asks = ["GET read", "PUT write", "GET stream"] as const;

/** Routes that count how often they ran, a site of the test's own, and each caller's credentials. */
async function aMatrix() {
  const ran = new Map<string, number>();
  const site = await aSite(deps, { pages: [ourPage, "https://*.wild.example"] });
  // Its page is nobody's business on our site.
  await aSite(deps, { pages: ["https://theirs.example"] });
  const count = (name: string) => ran.set(name, (ran.get(name) ?? 0) + 1);

  const routes = everybody.flatMap((who): AnyRoute[] => {
    const path = ["anyone", "person"].includes(who) ? `/v1/${who}` : `/v1/sites/:site/${who}`;
    const common = { who, tag: "Test", summary: "Counts" };
    return [
      route({
        ...common,
        method: "GET",
        path: `${path}/read`,
        run() {
          count(`${who} GET read`);
          return Promise.resolve({});
        },
      }),
      route({
        ...common,
        method: "PUT",
        path: `${path}/write`,
        body: z.strictObject({}),
        run() {
          count(`${who} PUT write`);
          return Promise.resolve({});
        },
      }),
      route({
        ...common,
        method: "GET",
        path: `${path}/stream`,
        produces: "text/event-stream",
        run() {
          count(`${who} GET stream`);
          const headers = { "content-type": "text/event-stream" };
          return Promise.resolve(new Response("id: 1\n\n", { headers }));
        },
      }),
    ];
  });

  const { token } = await aParty(deps, site);
  const credentials: Record<Who, TestCall> = {
    anyone: {},
    visitor: {},
    guest: { token },
    person: { headers: { cookie: (await aPerson(deps)).cookie } },
    viewer: { token: await anApiKey(deps, site, "viewer") },
    planner: { token: await anApiKey(deps, site, "planner") },
    owner: { token: await anApiKey(deps, site, "owner") },
  };
  const { call } = testApp(deps, routes);

  return {
    site,
    ran,
    ask(who: Who, what: typeof asks[number], origin: string | null, preflight = false) {
      const [method, name] = what.split(" ");
      const path = ["anyone", "person"].includes(who) ? who : `sites/${site.slug}/${who}`;
      if (preflight) {
        const headers = {
          "access-control-request-method": method ?? "",
          "access-control-request-headers": "authorization,content-type,idempotency-key",
        };
        return call(`OPTIONS /v1/${path}/${name}`, { origin, headers });
      }
      const body = method === "PUT" ? { body: {} } : {};
      return call(`${method} /v1/${path}/${name}`, { ...credentials[who], ...body, origin });
    },
    call,
  };
}

for (const who of forPages) {
  Deno.test(`a ${who}'s routes answer pages that the site lists, and tell the browser so`, async () => {
    const { ask, ran } = await aMatrix();

    for (const origin of listed) {
      for (const what of asks) {
        const preflight = await ask(who, what, origin, true);
        const answer = await ask(who, what, origin);

        assert.equal(preflight.status, 204, `${what} ${origin}`);
        assert.equal(answer.status, 200, `${what} ${origin}`);
        for (const { headers } of [preflight, answer]) {
          assert.equal(headers.get("access-control-allow-origin"), origin);
          assert.equal(headers.get("access-control-allow-credentials"), null);
          assert.match(headers.get("vary") ?? "", /\borigin\b/i);
        }
      }
    }
    for (const what of asks) assert.equal(ran.get(`${who} ${what}`), listed.length);
  });

  Deno.test(`a ${who}'s routes refuse pages that the site does not list, and do nothing`, async () => {
    const { ask, ran } = await aMatrix();

    for (const origin of notListed) {
      for (const what of asks) {
        for (const preflight of [true, false]) {
          const { status, headers, body } = await ask(who, what, origin, preflight);

          assert.equal(status, 403, `${what} ${origin}`);
          assert.equal(body.code, "page-not-allowed");
          assert.equal(headers.get("access-control-allow-origin"), null);
          assert.match(headers.get("vary") ?? "", /\borigin\b/i);
        }
      }
    }
    assert.deepEqual([...ran], []);
  });

  Deno.test(`a ${who}'s routes answer who is no page, and still vary by Origin`, async () => {
    const { ask } = await aMatrix();

    for (const what of asks) {
      const { status, headers } = await ask(who, what, null);

      assert.equal(status, 200);
      assert.equal(headers.get("access-control-allow-origin"), null);
      assert.match(headers.get("vary") ?? "", /\borigin\b/i);
    }
  });
}

for (const who of everybody.filter((who) => !forPages.includes(who))) {
  Deno.test(`no page may read what routes for ${who} answer, listed or not`, async () => {
    const { ask, ran } = await aMatrix();

    for (const origin of [...listed, ...notListed]) {
      for (const what of asks) {
        const preflight = await ask(who, what, origin, true);

        assert.equal(preflight.status, 405, `${what} ${origin}`);
        assert.equal(preflight.headers.get("access-control-allow-origin"), null);
        assert.equal(preflight.headers.get("access-control-allow-methods"), null);
      }
    }
    // The browser stops after the preflight, so nothing that needs one has run.
    assert.deepEqual([...ran], []);
    for (const what of asks) {
      const answer = await ask(who, what, ourPage);
      assert.equal(answer.headers.get("access-control-allow-origin"), null, what);
    }
  });
}

Deno.test("a session's cookie does nothing from another page, whatever its type is called", async () => {
  const { ran, site, call } = await aMatrix();
  const { cookie } = await aMember(deps, site, "owner");

  for (const origin of [...notListed, ourPage]) {
    for (const type of ["application/json", "text/plain", "application/x-www-form-urlencoded"]) {
      const headers = { cookie, "content-type": type };
      const path = `PUT /v1/sites/${site.slug}/owner/write`;
      const { status, body } = await call(path, { origin, headers, body: {} });

      assert.equal(status, 403, `${origin} ${type}`);
      assert.equal(body.code, "not-same-site");
    }
  }
  assert.deepEqual([...ran], []);
});

Deno.test("a refusal for another reason still lets a listed page read why", async () => {
  const { call, site } = await aMatrix();

  const { status, body, headers } = await call(`GET /v1/sites/${site.slug}/guest/read`);

  assert.equal(status, 401);
  assert.equal(body.code, "link-missing");
  assert.equal(headers.get("access-control-allow-origin"), ourPage);
});

Deno.test("a site that is not there lets no page in", async () => {
  const { call } = await aMatrix();

  for (const method of ["GET", "OPTIONS"]) {
    const headers: Record<string, string> = method === "OPTIONS"
      ? { "access-control-request-method": "GET" }
      : {};
    const answer = await call(`${method} /v1/sites/nobodys/visitor/read`, { headers });

    assert.equal(answer.status, 404);
    assert.equal(answer.body.code, "site-not-found");
    assert.equal(answer.headers.get("access-control-allow-origin"), null);
    assert.equal(answer.headers.get("vary"), "Origin");
  }
});

Deno.test("a member's route on a guests' path stays closed to pages", async () => {
  const site = await aSite(deps);
  const common = { path: "/v1/sites/:site/shared", tag: "Test", summary: "Shared" };
  const { call } = testApp(deps, [
    route({ ...common, method: "GET", who: "visitor", run: () => Promise.resolve({}) }),
    route({ ...common, method: "POST", who: "owner", run: () => Promise.resolve({}) }),
  ]);
  const token = await anApiKey(deps, site, "owner");
  const path = `/v1/sites/${site.slug}/shared`;

  const read = await call(`GET ${path}`);
  const preflight = await call(`OPTIONS ${path}`, {
    headers: { "access-control-request-method": "POST" },
  });
  const written = await call(`POST ${path}`, { token });

  assert.equal(read.headers.get("access-control-allow-origin"), ourPage);
  assert.equal(preflight.status, 405);
  assert.equal(written.status, 200);
  assert.equal(written.headers.get("access-control-allow-origin"), null);
});
