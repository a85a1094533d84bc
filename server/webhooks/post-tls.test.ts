import assert from "node:assert/strict";
import { keepConnections } from "./connections.ts";
import { type Post, postDelivery } from "./post.ts";

Deno.test.sanitizer({ ops: true, resources: true });

// Made with openssl for vendor.example, by an authority whose key was thrown away; good for 100 years.
const read = (name: string) => Deno.readTextFileSync(new URL(`testdata/${name}`, import.meta.url));
const ca = read("authority.pem");
const cert = read("vendor.example.pem");
const key = read("vendor.example.key.pem");

const resolve = () => Promise.resolve(["127.0.0.1"]);

function aSecureReceiver(answer: (request: Request) => Response) {
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, cert, key, onListen: () => {} },
    answer,
  );
  return { port: server.addr.port, [Symbol.asyncDispose]: () => server.shutdown() };
}

function aPost(url: string, overrides: Partial<Post> = {}): Post {
  return { url, headers: {}, body: "{}", allow: ["127.0.0.0/8"], resolve, ca, ...overrides };
}

Deno.test("postDelivery() dials the checked address and asks its certificate for the name", async () => {
  await using receiver = aSecureReceiver((request) => new Response(request.headers.get("host")));

  const outcome = await postDelivery(aPost(`https://vendor.example:${receiver.port}/`));

  assert.ok(outcome.answered, JSON.stringify(outcome));
  assert.equal(outcome.status, 200);
  assert.equal(outcome.answer, `vendor.example:${receiver.port}`);
});

Deno.test("postDelivery() says tls of a certificate that nobody vouches for or of another name", async () => {
  let visits = 0;
  await using receiver = aSecureReceiver(() => {
    visits += 1;
    return new Response();
  });
  const connections = keepConnections();
  const { ca: _, ...untrusting } = aPost(`https://vendor.example:${receiver.port}/`);

  const outcomes = [
    await postDelivery(untrusting),
    await postDelivery(aPost(`https://other.example:${receiver.port}/`)),
    await postDelivery(aPost(`https://127.0.0.1:${receiver.port}/`)),
    await postDelivery({ ...untrusting, connections }),
    await postDelivery(aPost(`https://other.example:${receiver.port}/`, { connections })),
  ];
  connections.close();

  for (const outcome of outcomes) {
    assert.ok(!outcome.answered);
    assert.equal(outcome.reason, "tls", outcome.detail);
    assert.match(outcome.detail, /\([A-Z_]+\)$/);
  }
  assert.equal(visits, 0);
});

Deno.test("postDelivery() says tls of a receiver that speaks plain HTTP there", async () => {
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    () => new Response(),
  );

  const outcome = await postDelivery(aPost(`https://vendor.example:${server.addr.port}/`));

  assert.ok(!outcome.answered);
  assert.equal(outcome.reason, "tls", outcome.detail);
});

Deno.test("postDelivery() gives up on a receiver that never shakes hands", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const accepting = listener.accept();

  const outcome = await postDelivery(
    aPost(`https://vendor.example:${listener.addr.port}/`, { timeoutMs: 300 }),
  );
  (await accepting).close();
  listener.close();

  assert.ok(!outcome.answered);
  assert.equal(outcome.reason, "timeout");
  assert.equal(outcome.detail, "No TLS connection within 0.3 s.");
});

Deno.test("postDelivery() tells trouble after the handshake from trouble with it", async () => {
  const listener = Deno.listenTls({ hostname: "127.0.0.1", port: 0, cert, key });
  const url = `https://vendor.example:${listener.addr.port}/`;
  const hangingUp = (async () => {
    using connection = await listener.accept();
    await connection.read(new Uint8Array(1));
  })();

  const reset = await postDelivery(aPost(url));
  await hangingUp;
  const silent = Promise.withResolvers<void>();
  const staying = (async () => {
    using connection = await listener.accept();
    await connection.read(new Uint8Array(1));
    await silent.promise;
  })();
  const timeout = await postDelivery(aPost(url, { timeoutMs: 1000 }));
  silent.resolve();
  await staying;
  listener.close();

  assert.ok(!reset.answered);
  assert.equal(reset.reason, "reset", reset.detail);
  assert.ok(!timeout.answered);
  assert.equal(timeout.detail, "No answer within 1 s.");
});

Deno.test("postDelivery() checks a name again at every connection it opens", async () => {
  let visits = 0;
  await using receiver = aSecureReceiver(() => {
    visits += 1;
    return new Response(null, { headers: { connection: "close" } });
  });
  const connections = keepConnections();
  const answers = [["127.0.0.1"], ["10.0.0.1"], ["127.0.0.1", "169.254.169.254"], ["::ffff:a00:1"]];
  const rebinding = () => Promise.resolve(answers.shift() ?? []);
  const post = () =>
    postDelivery(
      aPost(`https://vendor.example:${receiver.port}/`, { connections, resolve: rebinding }),
    );

  const first = await post();
  const later = [await post(), await post(), await post()];
  const gone = await post();
  connections.close();

  assert.ok(first.answered);
  for (const outcome of later) {
    assert.ok(!outcome.answered);
    assert.equal(outcome.reason, "refused-address");
  }
  assert.ok(!gone.answered);
  assert.equal(gone.reason, "dns");
  assert.equal(visits, 1);
});

Deno.test("postDelivery() stays with the address it checked while the connection is kept", async () => {
  let visits = 0;
  await using receiver = aSecureReceiver(() => new Response(String(++visits)));
  const connections = keepConnections();
  let asked = 0;
  const rebinding = () => Promise.resolve(asked++ ? ["10.0.0.1"] : ["127.0.0.1"]);
  const post = aPost(`https://vendor.example:${receiver.port}/`, {
    connections,
    resolve: rebinding,
  });

  const outcomes = [await postDelivery(post), await postDelivery(post)];
  connections.close();

  assert.deepEqual(outcomes.map((each) => each.answered && each.answer), ["1", "2"]);
  assert.equal(asked, 1);
});

Deno.test("postDelivery() tries the next address of a name when the first does not answer", async () => {
  await using receiver = aSecureReceiver(() => new Response("here"));

  const outcome = await postDelivery(
    aPost(`https://vendor.example:${receiver.port}/`, {
      resolve: () => Promise.resolve(["127.0.0.2", "127.0.0.1"]),
    }),
  );

  assert.ok(outcome.answered, JSON.stringify(outcome));
  assert.equal(outcome.answer, "here");
});

Deno.test("postDelivery() says dns of a name without address, and does not wait for a slow resolver", async () => {
  const late = Promise.withResolvers<string[]>();
  const gone = Object.assign(new Error("no"), { code: "ENOTFOUND" });

  const missing = await postDelivery(
    aPost("https://vendor.example/", { resolve: () => Promise.reject(gone) }),
  );
  const slow = await postDelivery(
    aPost("https://vendor.example/", { resolve: () => late.promise, timeoutMs: 100 }),
  );
  late.resolve(["127.0.0.1"]);

  assert.ok(!missing.answered);
  assert.equal(missing.reason, "dns");
  assert.equal(missing.detail, "The host name could not be found. (ENOTFOUND)");
  assert.ok(!slow.answered);
  assert.equal(slow.reason, "timeout");
  assert.equal(slow.detail, "No connection within 0.1 s.");
});
