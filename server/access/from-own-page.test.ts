import assert from "node:assert/strict";
import { fromOwnPage } from "./from-own-page.ts";

const own = "https://rsvp.test";

/** method, Origin, Sec-Fetch-Site, Sec-Fetch-Mode: trusted? */
const table: [string, string | null, string | null, string | null, boolean][] = [
  // The server's own pages.
  ["GET", null, "same-origin", "cors", true],
  ["POST", own, "same-origin", "cors", true],
  ["DELETE", null, "same-origin", "cors", true],
  // Browsers of before Sec-Fetch-Site.
  ["POST", own, null, null, true],
  ["GET", null, null, null, true],
  // A typed address, and a link from a mail or another page.
  ["GET", null, "none", "navigate", true],
  ["GET", null, "cross-site", "navigate", true],
  ["HEAD", null, "none", "navigate", true],
  // Forms and scripts of other pages: another site, a subdomain or port of the same, a sandboxed frame.
  ["POST", "https://evil.example", "cross-site", "navigate", false],
  ["POST", "https://other.rsvp.test", "same-site", "cors", false],
  ["POST", "https://rsvp.test:8443", "same-site", "cors", false],
  ["POST", "http://rsvp.test", "cross-site", "cors", false],
  ["POST", "null", "cross-site", "navigate", false],
  ["PATCH", own, "same-site", "cors", false],
  ["DELETE", "https://evil.example", null, null, false],
  ["GET", null, "same-site", "no-cors", false],
  ["GET", null, "cross-site", "no-cors", false],
  ["GET", "https://evil.example", "cross-site", "cors", false],
  ["GET", "null", null, null, false],
  // Whoever says nothing, or only what a form of another page could say, changes nothing.
  ["POST", null, null, null, false],
  ["POST", null, "none", "navigate", false],
  ["PUT", null, "same-site", "cors", false],
];

for (const [method, origin, site, mode, trusted] of table) {
  const said = [method, origin ?? "no origin", site ?? "no site", mode ?? "no mode"].join(", ");
  Deno.test(`a cookie counts${trusted ? "" : " nothing"} with ${said}`, () => {
    const headers = new Headers();
    if (origin !== null) headers.set("origin", origin);
    if (site !== null) headers.set("sec-fetch-site", site);
    if (mode !== null) headers.set("sec-fetch-mode", mode);

    assert.equal(fromOwnPage(new Request(`${own}/v1/me`, { method, headers }), own), trusted);
  });
}

Deno.test("the address that browsers know may have a path, or an upper-case host", () => {
  const headers = { origin: own, "sec-fetch-site": "same-origin" };
  const request = new Request(`${own}/v1/me`, { method: "POST", headers });

  assert.ok(fromOwnPage(request, "https://RSVP.test/weddings"));
});
