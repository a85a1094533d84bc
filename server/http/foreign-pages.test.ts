import assert from "node:assert/strict";
import { allRoutes } from "../app.ts";
import { isForPages } from "./cors.ts";
import type { AnyRoute } from "./route.ts";
import { testDatabase } from "../testing/database.ts";
import { aSite, ourPage } from "../testing/fixtures.ts";
import { aKey, answersOf, aPartyOf, aWedding, send } from "../testing/fixtures-replies.ts";
import { siteAsStored } from "../testing/site-as-stored.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";

// The rules themselves are in cors-matrix.test.ts, on routes made for it; here every guest route there is must
// keep to them, with requests that would otherwise do something.
const sql = await testDatabase();
const { config } = await testDeps(sql);
const routes = allRoutes(config).filter(isForPages);

const foreign = [
  "https://ours.example:8443",
  "http://ours.example",
  "https://www.ours.example",
  "https://evil-ours.example",
  "https://ours.example.evil.example",
  "https://OURS.example",
  "https://ours.example.",
  "https://theirs.example",
  "null",
];

/** How a page may ask: a browser sends the first without asking before. */
const kinds = {
  simple: { "content-type": "text/plain" },
  JSON: { "content-type": "application/json" },
  stream: { "content-type": "application/json", "accept": "text/event-stream" },
};

async function aBesiegedWedding() {
  const deps = await testDeps(sql);
  await aSite(deps, { pages: ["https://theirs.example"] });
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  await sql`
    update sites
    set settings = settings || jsonb_build_object('publicCounter', ${dinner.id}::text)
    where site_id = ${site.id}
  `;
  const party = await aPartyOf(deps, wedding);
  await send(deps, site, party, answersOf(party, [dinner]));
  const bodies: Record<string, unknown> = {
    "POST /v1/sites/:site/find": { name: "Ana Silva" },
    "PUT /v1/sites/:site/party/reply": answersOf(party, [dinner]),
    "POST /v1/sites/:site/notes": { name: "Zoë", text: "We got lost in the post." },
  };
  const { fetch } = testApp(deps, routes);
  return {
    site,
    live: deps.live,
    ask({ method, path }: AnyRoute, origin: string, headers: Record<string, string>, as = method) {
      const body = bodies[`${method} ${path}`];
      const isSent = as === method && method !== "GET" && body !== undefined;
      return fetch(
        new Request(`https://rsvp.test${path.replace(":site", site.slug)}`, {
          method: as,
          headers: {
            ...{ origin, authorization: `Bearer ${party.token}`, "idempotency-key": aKey() },
            ...headers,
          },
          ...(isSent ? { body: JSON.stringify(body) } : {}),
        }),
      );
    },
  };
}

for (const route of routes) {
  Deno.test(`no foreign page gets or does anything at ${route.method} ${route.path}`, async () => {
    const { site, live, ask } = await aBesiegedWedding();
    const before = await siteAsStored(sql, site.id);

    for (const origin of foreign) {
      const preflight = { "access-control-request-method": route.method };
      const answers = [
        await ask(route, origin, preflight, "OPTIONS" as AnyRoute["method"]),
        ...await Promise.all(Object.values(kinds).map((headers) => ask(route, origin, headers))),
      ];
      for (const { status, headers, body } of answers) {
        await body?.cancel();
        assert.equal(status, 403, origin);
        assert.equal(headers.get("access-control-allow-origin"), null);
        assert.match(headers.get("vary") ?? "", /\borigin\b/i);
      }
    }

    assert.deepEqual(await siteAsStored(sql, site.id), before);
    // The same request from a listed page is let in: the page was refused, and used none of what a guest may ask.
    const { status, headers, body } = await ask(route, ourPage, kinds.JSON);
    await body?.cancel();
    assert.ok(status < 300, String(status));
    assert.equal(headers.get("access-control-allow-origin"), ourPage);
    // A stream that was let in has the changes read once more.
    await live.stop();
  });
}
