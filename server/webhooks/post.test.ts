import assert from "node:assert/strict";
import { type Post, postDelivery } from "./post.ts";
import { aReceiver } from "./testdata/receiver.ts";

Deno.test.sanitizer({ ops: true, resources: true });

const allow = ["127.0.0.0/8"];

function aPost(url: string, overrides: Partial<Post> = {}): Post {
  return { url, headers: {}, body: "{}", allow, ...overrides };
}

Deno.test("postDelivery() sends exactly the body and headers, and tells the answer", async () => {
  const got: { method: string; path: string; headers: Headers; body: string }[] = [];
  await using receiver = aReceiver(async (request) => {
    const { method, headers, url } = request;
    got.push({ method, path: new URL(url).pathname, headers, body: await request.text() });
    return new Response("thank you, Zoë", { status: 200 });
  });
  const body = '{"note":"Zoë 🥂"}';

  const outcome = await postDelivery(
    aPost(receiver.url, { body, headers: { "webhook-id": "delivery_1" } }),
  );

  assert.ok(outcome.answered);
  assert.equal(outcome.status, 200);
  assert.equal(outcome.answer, "thank you, Zoë");
  assert.ok(outcome.durationMs >= 0 && outcome.durationMs < 15_000);
  const [request] = got;
  assert.equal(got.length, 1);
  assert.equal(request?.method, "POST");
  assert.equal(request?.path, "/hook");
  assert.equal(request?.body, body);
  assert.equal(request?.headers.get("webhook-id"), "delivery_1");
  assert.equal(request?.headers.get("content-type"), "application/json");
  assert.equal(
    request?.headers.get("content-length"),
    String(new TextEncoder().encode(body).length),
  );
  assert.equal(request?.headers.get("host"), new URL(receiver.url).host);
});

Deno.test("postDelivery() tells every status as it is and follows no redirect", async () => {
  let visits = 0;
  await using elsewhere = aReceiver(() => {
    visits += 1;
    return new Response("secret");
  });
  const location = elsewhere.url;

  for (const status of [200, 201, 204, 301, 302, 303, 307, 308, 400, 404, 410, 429, 500, 503]) {
    const body = status === 204 ? null : "answer";
    await using receiver = aReceiver(() => new Response(body, { status, headers: { location } }));

    const outcome = await postDelivery(aPost(receiver.url));

    assert.ok(outcome.answered);
    assert.equal(outcome.status, status);
    assert.equal(outcome.answer, body ?? "");
    assert.equal(outcome.retryAfter, undefined);
  }
  assert.equal(visits, 0);
});

Deno.test("postDelivery() hands on Retry-After", async () => {
  await using receiver = aReceiver(() =>
    new Response("busy", { status: 429, headers: { "retry-after": "120" } })
  );

  const outcome = await postDelivery(aPost(receiver.url));

  assert.ok(outcome.answered);
  assert.equal(outcome.retryAfter, "120");
});

Deno.test("postDelivery() keeps the first 20,000 bytes of an answer and reads no further", async () => {
  const sizes: [number, number][] = [
    [19_999, 19_999],
    [20_000, 20_000],
    [20_001, 20_000],
    [10_000_000, 20_000],
  ];
  for (const [sent, kept] of sizes) {
    await using receiver = aReceiver(() => new Response("x".repeat(sent)));

    const outcome = await postDelivery(aPost(receiver.url));

    assert.ok(outcome.answered);
    assert.equal(outcome.answer.length, kept);
  }
});

Deno.test("postDelivery() hangs up on an answer that never ends", async () => {
  const hungUp = Promise.withResolvers<void>();
  await using receiver = aReceiver(() =>
    new Response(
      new ReadableStream({
        pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(120)),
        cancel: () => hungUp.resolve(),
      }),
    )
  );

  const outcome = await postDelivery(aPost(receiver.url));

  assert.ok(outcome.answered);
  assert.equal(outcome.answer, "x".repeat(20_000));
  await hungUp.promise;
});

Deno.test("postDelivery() makes text of any bytes, fit for Postgres", async () => {
  const texts: [number[], string][] = [
    [[0x61, 0xe9, 0x62], "a\ufffdb"],
    [[0x61, 0x00, 0x62], "a\ufffdb"],
    [[0x61, 0xc3], "a\ufffd"],
  ];
  for (const [bytes, text] of texts) {
    await using receiver = aReceiver(() => new Response(new Uint8Array(bytes)));

    const outcome = await postDelivery(aPost(receiver.url));

    assert.ok(outcome.answered);
    assert.equal(outcome.answer, text);
  }
});

Deno.test("postDelivery() leaves out a character that the cut goes through", async () => {
  await using receiver = aReceiver(() => new Response("x" + "é".repeat(10_000)));

  const outcome = await postDelivery(aPost(receiver.url));

  assert.ok(outcome.answered);
  assert.equal(outcome.answer, "x" + "é".repeat(9_999));
});

Deno.test("postDelivery() refuses an address before anything is sent to it", async () => {
  let visits = 0;
  await using receiver = aReceiver(() => {
    visits += 1;
    return new Response();
  });
  const addresses = [receiver.url, receiver.url.replace("127.0.0.1", "localhost"), "nonsense"];

  for (const url of addresses) {
    const outcome = await postDelivery(aPost(url, { allow: [] }));

    assert.ok(!outcome.answered);
    assert.equal(outcome.reason, "refused-address");
  }
  assert.equal(visits, 0);
});

Deno.test("postDelivery() reaches localhost when loopback is opened", async () => {
  await using receiver = aReceiver((request) => new Response(request.headers.get("host")));
  const url = receiver.url.replace("127.0.0.1", "localhost");

  const outcome = await postDelivery(aPost(url));

  assert.ok(outcome.answered);
  assert.equal(outcome.answer, new URL(url).host);
});

Deno.test("postDelivery() makes fifty posts at once, each with its own answer", async () => {
  await using receiver = aReceiver(async (request) => new Response(await request.text()));
  const numbers = Array.from({ length: 50 }, (_, number) => String(number));

  const outcomes = await Promise.all(
    numbers.map((body) => postDelivery(aPost(receiver.url, { body }))),
  );

  assert.deepEqual(outcomes.map((each) => each.answered && each.answer), numbers);
});

Deno.test("postDelivery() can be stopped, before it starts and while it waits", async () => {
  const arrived = Promise.withResolvers<void>();
  const release = Promise.withResolvers<Response>();
  await using receiver = aReceiver(() => {
    arrived.resolve();
    return release.promise;
  });
  const stopping = new AbortController();

  const waiting = postDelivery(aPost(receiver.url, { signal: stopping.signal }));
  await arrived.promise;
  stopping.abort();
  const outcomes = [
    await waiting,
    await postDelivery(aPost(receiver.url, { signal: AbortSignal.abort() })),
  ];
  release.resolve(new Response());

  for (const outcome of outcomes) {
    assert.ok(!outcome.answered);
    assert.equal(outcome.reason, "stopped");
  }
});
