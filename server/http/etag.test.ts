import assert from "node:assert/strict";
import { etagOf, tagged } from "./etag.ts";
import { etagged } from "./etagged.ts";

const sent = () => new Response("hello", { headers: { "content-type": "text/plain", vary: "x" } });

function asking(known?: string): Request {
  const headers = known === undefined ? {} : { "if-none-match": known };
  return new Request("https://rsvp.test/", { headers });
}

Deno.test("etagOf() is the same for the same bytes alone, and in quotes", async () => {
  const etag = await etagOf("hello");

  assert.match(etag, /^"[\w-]{20}"$/);
  assert.equal(await etagOf(new TextEncoder().encode("hello")), etag);
  assert.notEqual(await etagOf("hello "), etag);
});

Deno.test("tagged() sends the whole answer to whoever does not have it", async () => {
  for (const request of [asking(), asking('"other"'), asking(""), asking("tag")]) {
    const response = tagged(request, '"tag"', sent());

    assert.equal(response.status, 200);
    assert.equal(response.headers.get("etag"), '"tag"');
    assert.equal(await response.text(), "hello");
  }
});

Deno.test("tagged() sends 304 and no body to whoever has it, however that is written", async () => {
  for (const known of ['"tag"', 'W/"tag"', '"a", "tag" ,"b"', "*"]) {
    const response = tagged(asking(known), '"tag"', sent());

    assert.equal(response.status, 304, known);
    assert.equal(await response.text(), "");
    assert.equal(response.headers.get("etag"), '"tag"');
    assert.equal(response.headers.get("vary"), "x");
    assert.equal(response.headers.get("content-type"), null);
  }
});

Deno.test("etagged() is JSON that is asked about each time", async () => {
  const first = await etagged(asking(), { names: "Emma & James" });
  const etag = first.headers.get("etag") ?? "";

  assert.equal(first.headers.get("content-type"), "application/json");
  assert.equal(first.headers.get("cache-control"), "no-cache");
  assert.deepEqual(await first.json(), { names: "Emma & James" });
  assert.equal((await etagged(asking(etag), { names: "Emma & James" })).status, 304);
  assert.equal((await etagged(asking(etag), { names: "Emma & Jim" })).status, 200);
});
