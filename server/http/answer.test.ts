import assert from "node:assert/strict";
import { Answer, jsonAnswer, withHeaders } from "./answer.ts";

Deno.test("headers that are added later win, but for what an answer varies by", async () => {
  for (
    const answer of [
      new Answer("hello", 201, { vary: "Accept", "cache-control": "no-store" }),
      new Response("hello", {
        status: 201,
        headers: { vary: "Accept", "cache-control": "no-store" },
      }),
    ]
  ) {
    const response = withHeaders(answer, { vary: "Origin", "cache-control": "no-cache" });

    assert.equal(response.status, 201);
    assert.equal(response.headers.get("vary"), "Accept, Origin");
    assert.equal(response.headers.get("cache-control"), "no-cache");
    assert.equal(await response.text(), "hello");
  }
});

Deno.test("JSON says that it is JSON; nothing at all has no body", async () => {
  const some = withHeaders(jsonAnswer({ id: 1 }, 201, {}), {});
  const none = withHeaders(jsonAnswer(undefined, 201, {}), {});

  assert.equal(some.status, 201);
  assert.equal(some.headers.get("content-type"), "application/json");
  assert.deepEqual(await some.json(), { id: 1 });
  assert.equal(none.status, 204);
  assert.equal(none.headers.get("content-type"), null);
  assert.equal(none.body, null);
});
