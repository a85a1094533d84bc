import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { countFlights } from "../testing/count-flights.ts";
import { testDatabase } from "../testing/database.ts";
import { anEvent, aSite } from "../testing/fixtures.ts";
import { testDeps } from "../testing/test-deps.ts";
import { formsScript } from "./forms-script.ts";
import { frameAncestors, hostedPage } from "./hosted-page.ts";
import { readForm } from "./read-form.ts";

const sql = await testDatabase();
const deps = await testDeps(sql);

async function pageOf(name: string, language: string | null = null, given = deps) {
  const without = { noscript: "<p>Without</p>", below: "<p>Below</p>", style: ".below {}" };
  const response = await hostedPage(given, name, language, () => Promise.resolve(without));
  const { status, headers } = response;
  const directives = headers.get("content-security-policy")?.split("; ") ?? [];
  const policy = new Map(directives.map((one) => [one.split(" ")[0], one.replace(/^\S+ /, "")]));
  return { status, headers, policy, body: await response.text() };
}

function scriptsIn(body: string): string[] {
  return [...body.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script = ""]) => script);
}

Deno.test("the hosted page carries the element and runs the server's own scripts alone", async () => {
  const site = await aSite(deps);

  const { status, headers, policy, body } = await pageOf(site.slug);

  assert.equal(status, 200);
  assert.equal(headers.get("content-type"), "text/html; charset=utf-8");
  assert.match(body, new RegExp(`<wedding-rsvp site="${site.slug}"></wedding-rsvp>`));
  assert.match(body, /<script type="module" src="\.\.\/wedding-rsvp\.js"><\/script>/);
  assert.match(body, /<title>Emma &amp; James<\/title>/);
  assert.match(body, /<html lang="en"/);
  assert.match(body, /<noscript><p>Without<\/p><\/noscript>/);
  const [script = "", ...others] = scriptsIn(body);
  assert.deepEqual(others, []);
  const hash = createHash("sha256").update(script).digest("base64");
  assert.equal(policy.get("default-src"), "'none'");
  assert.equal(policy.get("script-src"), `'self' 'sha256-${hash}'`);
  assert.match(policy.get("style-src") ?? "", /^'sha256-[\w+/]{43}='$/);
  assert.equal(policy.get("base-uri"), "'none'");
  assert.equal(policy.get("frame-ancestors"), "'self' https://ours.example");
});

Deno.test("the hosted page has its form at hand, for no flight to the database but a counter", async () => {
  const site = await aSite(deps);
  const dinner = await anEvent(deps, site);
  const counting = await aSite(deps, { publicCounter: dinner.id });
  const flightsFor = async (name: string) => {
    const { sql: counted, flights } = countFlights(sql);
    await pageOf(name, null, { ...deps, sql: counted });
    return flights.length;
  };

  const [script = ""] = scriptsIn((await pageOf(site.slug)).body);

  const line = formsScript(deps.config.publicUrl, [await readForm(deps, site)]);
  assert.ok(script.startsWith(line));
  assert.equal(await flightsFor(site.slug), 1);
  assert.equal(await flightsFor(counting.slug), 2);
});

Deno.test("whatever the couple typed stays text", async () => {
  const site = await aSite(deps, {
    names: `Emma <script>alert(1)</script> & "James"`,
    theme: { preset: "page", paper: "#101820", ink: "#f5f5f5" },
    languages: ["en", "pt-BR"],
  });

  const { body, headers } = await pageOf(site.slug, "pt-PT, en;q=0.5");

  // The couple's words stand in the script too, where they end nothing.
  assert.equal(body.match(/<script/g)?.length, 2);
  assert.doesNotMatch(scriptsIn(body).join(), /<[!/a-z]/i);
  assert.equal(headers.get("vary"), "Accept-Language");
  assert.match(
    body,
    /<h1 class="unseen">Emma &lt;script&gt;alert\(1\)&lt;\/script&gt; &amp; &quot;James&quot;/,
  );
  assert.match(body, /<html lang="pt-BR"/);
  assert.match(body, /background: #101820; color: #f5f5f5;/);
});

Deno.test("an unknown name gets a kind page that nobody may frame", async () => {
  const { status, policy, body } = await pageOf("no-such-wedding");

  assert.equal(status, 404);
  assert.match(body, /There is no wedding at this address/);
  assert.doesNotMatch(body, /wedding-rsvp\.js|no-such-wedding/);
  assert.equal(policy.get("frame-ancestors"), "'none'");
});

Deno.test("pages that may carry the form may frame it", () => {
  assert.equal(frameAncestors([]), "'self'");
  assert.equal(
    frameAncestors(["https://*.ours.example", "http://localhost:8788", "http://[::1]:8788"]),
    "'self' https://*.ours.example http://localhost:8788",
  );
});
