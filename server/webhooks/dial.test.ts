import assert from "node:assert/strict";
import { keepConnections } from "./connections.ts";
import { type Post, postDelivery } from "./post.ts";
import { aRawReceiver, encode, head, hungUp, readRequest } from "./testdata/raw-receiver.ts";
import { aReceiver } from "./testdata/receiver.ts";

Deno.test.sanitizer({ ops: true, resources: true });

function aPost(url: string, overrides: Partial<Post> = {}): Post {
  return { url, headers: {}, body: "{}", allow: ["127.0.0.0/8"], ...overrides };
}

Deno.test("postDelivery() uses a kept connection again, and a new one each time without", async () => {
  await using receiver = aReceiver((_request, from) => new Response(String(from.port)));
  const connections = keepConnections();
  const ports = async (overrides: Partial<Post>) => {
    const seen = new Set<string>();
    for (let round = 0; round < 5; round++) {
      const outcome = await postDelivery(aPost(receiver.url, overrides));
      seen.add(outcome.answered ? outcome.answer : outcome.detail);
    }
    return seen.size;
  };

  const [kept, fresh] = [await ports({ connections }), await ports({})];
  connections.close();

  assert.equal(kept, 1);
  assert.equal(fresh, 5);
});

Deno.test("postDelivery() does not use a connection that its own rules would not open", async () => {
  const bodies: string[] = [];
  await using receiver = aReceiver(async (request) => {
    bodies.push(await request.text());
    return new Response();
  });
  const connections = keepConnections();
  const url = receiver.url.replace("127.0.0.1", "localhost");

  const first = await postDelivery(aPost(url, { connections, body: "first" }));
  // ::1 lets the name pass, so that only the address of the kept connection is in question.
  const second = await postDelivery(
    aPost(url, { connections, body: "second", allow: ["::1/128"] }),
  );
  connections.close();

  assert.ok(first.answered);
  assert.ok(!second.answered);
  assert.equal(second.reason, "refused-address");
  assert.deepEqual(bodies, ["first"]);
});

Deno.test("postDelivery() posts again when a kept connection turns out to be closed", async () => {
  const requests: string[] = [];
  await using receiver = aRawReceiver(async (connection, request) => {
    requests.push(request);
    await connection.write(encode(`${head}content-length: 2\r\n\r\nok`));
    if (requests.length === 1) requests.push(await readRequest(connection));
    else await hungUp(connection);
  });
  const connections = keepConnections();

  const outcomes = [];
  for (const body of ['{"n":1}', '{"n":2}']) {
    outcomes.push(await postDelivery(aPost(receiver.url, { body, connections })));
  }
  connections.close();

  assert.deepEqual(outcomes.map((each) => each.answered && each.status), [200, 200]);
  assert.deepEqual(requests.map((each) => each.slice(-7)), ['{"n":1}', '{"n":2}', '{"n":2}']);
});

Deno.test("postDelivery() says connection when nobody listens any more behind a kept one", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const url = `http://127.0.0.1:${listener.addr.port}/`;
  const leaving = (async () => {
    using connection = await listener.accept();
    listener.close();
    await readRequest(connection);
    await connection.write(encode(`${head}content-length: 2\r\n\r\nok`));
    await readRequest(connection);
  })();
  const connections = keepConnections();

  const first = await postDelivery(aPost(url, { connections }));
  const second = await postDelivery(aPost(url, { connections }));
  await leaving;
  connections.close();

  assert.ok(first.answered);
  assert.ok(!second.answered);
  assert.equal(second.reason, "connection", second.detail);
});

Deno.test("postDelivery() keeps no connection that an answer was cut on", async () => {
  let connectionsSeen = 0;
  await using receiver = aRawReceiver(async (connection) => {
    connectionsSeen += 1;
    await connection.write(encode(`${head}content-length: 100000\r\n\r\n${"x".repeat(100_000)}`));
    await hungUp(connection);
  });
  const connections = keepConnections();

  for (let round = 0; round < 3; round++) {
    const outcome = await postDelivery(aPost(receiver.url, { connections }));
    assert.ok(outcome.answered);
    assert.equal(outcome.answer.length, 20_000);
  }
  connections.close();

  assert.equal(connectionsSeen, 3);
});

Deno.test("postDelivery() keeps no connection that the receiver will not listen to again", async () => {
  const last = [
    `${head}connection: close\r\ncontent-length: 2\r\n\r\nok`,
    "HTTP/1.0 200 OK\r\ncontent-length: 2\r\n\r\nok",
    `${head}content-length: 2\r\n\r\nok and more`,
  ];
  let connectionsSeen = 0;
  await using receiver = aRawReceiver(async (connection) => {
    await connection.write(encode(last[connectionsSeen] ?? ""));
    connectionsSeen += 1;
    await hungUp(connection);
  });
  const connections = keepConnections();

  for (const _ of last) {
    const outcome = await postDelivery(aPost(receiver.url, { connections }));
    assert.ok(outcome.answered);
    assert.equal(outcome.answer, "ok");
  }
  connections.close();

  assert.equal(connectionsSeen, last.length);
});

Deno.test("postDelivery() takes nothing for an answer that was said before it asked", async () => {
  const [answered, gone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let connectionsSeen = 0;
  await using receiver = aRawReceiver(async (connection) => {
    connectionsSeen += 1;
    await connection.write(encode(`${head}content-length: 2\r\n\r\nok`));
    if (connectionsSeen > 1) return;
    await answered.promise;
    await connection.write(encode(`${head}content-length: 6\r\n\r\nforged`));
    await hungUp(connection).finally(gone.resolve);
  });
  const connections = keepConnections();

  const first = await postDelivery(aPost(receiver.url, { connections }));
  answered.resolve();
  await gone.promise;
  const second = await postDelivery(aPost(receiver.url, { connections }));
  connections.close();

  for (const outcome of [first, second]) assert.equal(outcome.answered && outcome.answer, "ok");
  assert.equal(connectionsSeen, 2);
});

Deno.test("postDelivery() knows that a kept connection needs no connecting", async () => {
  await using receiver = aRawReceiver(async (connection) => {
    await connection.write(encode(`${head}content-length: 2\r\n\r\nok`));
    await hungUp(connection);
  });
  const connections = keepConnections();

  const first = await postDelivery(aPost(receiver.url, { connections }));
  const second = await postDelivery(aPost(receiver.url, { connections, timeoutMs: 100 }));
  connections.close();

  assert.ok(first.answered);
  assert.ok(!second.answered);
  assert.equal(second.detail, "No answer within 0.1 s.");
});

Deno.test("keepConnections().close() hangs up on every receiver", async () => {
  const over = Promise.withResolvers<void>();
  await using receiver = aRawReceiver(async (connection) => {
    await connection.write(encode(`${head}content-length: 2\r\n\r\nok`));
    await hungUp(connection);
    over.resolve();
  });
  const connections = keepConnections();

  const outcome = await postDelivery(aPost(receiver.url, { connections }));
  connections.close();
  await over.promise;

  assert.ok(outcome.answered);
});

Deno.test("postDelivery() hangs up when it gives up", async () => {
  const over = Promise.withResolvers<void>();
  await using receiver = aRawReceiver(async (connection) => {
    await hungUp(connection);
    over.resolve();
  });

  const outcome = await postDelivery(aPost(receiver.url, { timeoutMs: 50 }));
  await over.promise;

  assert.ok(!outcome.answered);
  assert.equal(outcome.reason, "timeout");
});

Deno.test({
  name: "postDelivery() refuses an address that this process may not connect to",
  permissions: { net: ["127.0.0.1"] },
  async fn() {
    // With two addresses to choose from Deno would throw this where nobody can catch it.
    const outcome = await postDelivery(
      aPost("http://localhost:1/", { allow: ["127.0.0.1/32", "::1/128"] }),
    );

    assert.ok(!outcome.answered);
    assert.equal(outcome.reason, "refused-address");
    assert.equal(outcome.detail, "This process may not connect to the address.");
  },
});

Deno.test({
  name: "postDelivery() needs no permission but the network, extra authorities or not",
  permissions: { net: ["127.0.0.1"], env: ["NODE_EXTRA_CA_CERTS"] },
  async fn() {
    const variable = "NODE_EXTRA_CA_CERTS";
    const before = Deno.env.get(variable);
    const resolve = () => Promise.resolve(["127.0.0.1"]);

    Deno.env.set(variable, "/etc/ssl/more.pem");
    const outcome = await postDelivery(aPost("https://vendor.example:1/", { resolve })).finally(
      () => before === undefined ? Deno.env.delete(variable) : Deno.env.set(variable, before),
    );

    assert.ok(!outcome.answered);
    assert.equal(outcome.reason, "connection", outcome.detail);
  },
});
