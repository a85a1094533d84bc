import assert from "node:assert/strict";
import { testDatabase } from "../testing/database.ts";
import { aSite } from "../testing/fixtures.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { formRoutes } from "./form-routes.ts";
import { frameAncestors, howToReach } from "./hosted-page.ts";

const sql = await testDatabase();
const deps = await testDeps(sql);
const { call } = testApp(deps, formRoutes);

function policyOf(headers: Headers): Map<string, string> {
  const directives = headers.get("content-security-policy")?.split("; ") ?? [];
  return new Map(directives.map((directive) => directive.split(/ (.*)/) as [string, string]));
}

Deno.test("the hosted page carries the element and runs the server's own script alone", async () => {
  const site = await aSite(deps);

  const { status, headers, body } = await call<string>(`GET /r/${site.slug}`, { origin: null });

  assert.equal(status, 200);
  assert.equal(headers.get("content-type"), "text/html; charset=utf-8");
  assert.match(body, new RegExp(`<wedding-rsvp site="${site.slug}"></wedding-rsvp>`));
  assert.match(body, /<script type="module" src="\.\.\/wedding-rsvp\.js"><\/script>/);
  assert.match(body, /<title>Emma &amp; James<\/title>/);
  assert.match(body, /<html lang="en">/);
  const policy = policyOf(headers);
  assert.equal(policy.get("default-src"), "'none'");
  assert.equal(policy.get("script-src"), "'self'");
  assert.match(policy.get("style-src") ?? "", /^'sha256-[\w+/]{43}='$/);
  assert.equal(policy.get("base-uri"), "'none'");
  assert.equal(policy.get("frame-ancestors"), "'self' https://ours.example");
});

Deno.test("whatever the couple typed stays text", async () => {
  const site = await aSite(deps, {
    names: `Emma <script>alert(1)</script> & "James"`,
    contact: { mail: "emma@example.com", phone: "+351 912 000 417" },
    theme: { preset: "page", paper: "#101820", ink: "#f5f5f5" },
    languages: ["en", "pt-BR"],
  });

  const { body, headers } = await call<string>(`GET /r/${site.slug}`, {
    origin: null,
    headers: { "accept-language": "pt-PT, en;q=0.5" },
  });

  assert.doesNotMatch(body, /<script>/);
  assert.equal(headers.get("vary"), "Accept-Language");
  assert.match(
    body,
    /<h1 class="unseen">Emma &lt;script&gt;alert\(1\)&lt;\/script&gt; &amp; &quot;James&quot;/,
  );
  assert.match(body, /<html lang="pt-BR">/);
  assert.match(body, /background: #101820; color: #f5f5f5;/);
  assert.match(body, /<noscript>.*href="mailto:emma@example\.com".*href="tel:\+351912000417"/);
});

Deno.test("an unknown name gets a kind page that nobody may frame", async () => {
  const { status, headers, body } = await call<string>("GET /r/no-such-wedding", { origin: null });

  assert.equal(status, 404);
  assert.match(body, /There is no wedding at this address/);
  assert.doesNotMatch(body, /wedding-rsvp\.js|no-such-wedding/);
  assert.equal(policyOf(headers).get("frame-ancestors"), "'none'");
});

Deno.test("pages that may carry the form may frame it", () => {
  assert.equal(frameAncestors([]), "'self'");
  assert.equal(
    frameAncestors(["https://*.ours.example", "http://localhost:8788", "http://[::1]:8788"]),
    "'self' https://*.ours.example http://localhost:8788",
  );
});

Deno.test("without scripts the page says how to reach the couple, as far as it knows", () => {
  assert.match(howToReach({ contact: {} }), /in person/);
  assert.match(howToReach({ contact: { phone: "(0)1/2 3" } }), /href="tel:0123">\(0\)1\/2 3<\/a>/);
});
