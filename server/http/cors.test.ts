import assert from "node:assert/strict";
import { checkPage, corsHeaders, isForPages, pageAllowed, preflightHeaders } from "./cors.ts";

const pages = ["https://ours.example", "https://*.wild.example", "http://localhost:5173"];
const own = "https://rsvp.test";

/** Whether a site that lists `pages` lets a page of this origin in. */
const origins: [origin: string, allowed: boolean, what: string][] = [
  ["https://ours.example", true, "the very origin"],
  ["https://a.wild.example", true, "one label where one is left open"],
  ["https://xn--hchzeit-90a.wild.example", true, "a label in punycode"],
  ["http://localhost:5173", true, "a machine's own page"],
  ["https://ours.example:8443", false, "another port"],
  ["http://ours.example", false, "another scheme"],
  ["https://www.ours.example", false, "a sub-domain"],
  ["https://evil-ours.example", false, "a look-alike in front"],
  ["https://ours.example.evil.example", false, "a look-alike behind"],
  ["https://ours.example@evil.example", false, "a name before the host"],
  ["https://ours.exampleevil", false, "a longer last label"],
  ["https://ours-example", false, "another mark for the full stop"],
  ["null", false, "a sandboxed frame or a file"],
  ["https://OURS.example", false, "upper case"],
  ["https://ours.example.", false, "a trailing full stop"],
  ["https://ours.example/", false, "a trailing slash"],
  ["https://ours.example:443", false, "a port that no browser writes"],
  ["https://theirs.example", false, "another site's page"],
  ["https://wild.example", false, "no label where one is left open"],
  ["https://a.b.wild.example", false, "two labels where one is left open"],
  ["https://.wild.example", false, "an empty label"],
  ["https://a_b.wild.example", false, "a label with an underscore"],
  ["https://a.wild.example:8443", false, "another port under the open label"],
  ["https://evil.example/.wild.example", false, "the open pattern in a path"],
  ["https://evil.example?.wild.example", false, "the open pattern in a query"],
  ["http://localhost", false, "another port of this machine"],
  ["http://localhost.evil.example:5173", false, "a look-alike of this machine"],
  ["*", false, "a wildcard"],
  ["https://*.wild.example", false, "the pattern itself"],
  ["", false, "an empty header"],
];

for (const [origin, allowed, what] of origins) {
  const verb = allowed ? "lets in" : "refuses";

  Deno.test(`pageAllowed() ${verb} ${what}: ${origin || '""'}`, () => {
    assert.equal(pageAllowed(pages, origin), allowed);
    assert.equal(pageAllowed([], origin), false);
  });
}

Deno.test("checkPage() refuses what is not listed, and says which page it was", () => {
  for (const [origin, allowed] of origins) {
    const check = () => checkPage(pages, own, from(origin));

    if (allowed) check();
    else assert.throws(check, { name: "Problem", code: "page-not-allowed" });
  }
  assert.throws(() => checkPage(pages, own, from("https://theirs.example")), /theirs\.example is/);
});

Deno.test("checkPage() lets in the server's own pages, and whoever is no page", () => {
  checkPage([], own, from(own));
  checkPage([], own, from(null));
});

Deno.test("corsHeaders() names an origin that is listed, never a wildcard and never credentials", () => {
  for (const [origin, allowed] of [...origins, [own, true] as const]) {
    const headers = corsHeaders(pages, own, from(origin));

    assert.equal(headers["access-control-allow-origin"], allowed ? origin : undefined, origin);
    assert.equal(headers["access-control-allow-credentials"], undefined);
    assert.equal(headers["vary"], "Origin");
  }
});

Deno.test("corsHeaders() lets nobody in before the site is known", () => {
  assert.deepEqual(corsHeaders(undefined, own, from("https://ours.example")), { vary: "Origin" });
  assert.deepEqual(corsHeaders(pages, own, from(null)), { vary: "Origin" });
});

Deno.test("preflightHeaders() allow what the element sends", () => {
  const headers = preflightHeaders();

  assert.match(headers["access-control-allow-methods"] ?? "", /\bPUT\b/);
  for (
    const name of ["authorization", "content-type", "idempotency-key", "last-event-id", "proof"]
  ) {
    assert.ok(headers["access-control-allow-headers"]?.includes(name), name);
  }
});

Deno.test("isForPages() is true of guests' routes alone", () => {
  const all = ["anyone", "visitor", "guest", "person", "viewer", "planner", "owner"] as const;
  const open = all.filter((who) =>
    isForPages({
      method: "GET",
      path: "/",
      who,
      summary: "",
      tag: "",
      run: () => Promise.resolve(),
    })
  );

  assert.deepEqual(open, ["visitor", "guest"]);
});

function from(origin: string | null): Request {
  return new Request("https://rsvp.test/", { headers: origin === null ? {} : { origin } });
}
