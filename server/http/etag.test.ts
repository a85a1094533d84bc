import assert from "node:assert/strict";
import { etagOf, tagged, taggedText } from "./etag.ts";

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

Deno.test("taggedText() is a text with its tag, and 304 without it to whoever has it", () => {
  const headers = { "content-type": "application/json", "cache-control": "no-cache" };
  const first = taggedText(asking(), '"1"', "{}", headers);
  const again = taggedText(asking('"1"'), '"1"', "{}", headers);
  const changed = taggedText(asking('"0"'), '"1"', "{}", headers);

  assert.equal(first.body, "{}");
  assert.deepEqual(first.headers, { ...headers, etag: '"1"' });
  assert.equal(again.status, 304);
  assert.equal(again.body, null);
  assert.deepEqual(again.headers, { "cache-control": "no-cache", etag: '"1"' });
  assert.equal(changed.status, 200);
});
