import assert from "node:assert/strict";
import { keepConnections } from "./dial.ts";
import { type Post, postDelivery } from "./post.ts";
import type { Unanswered } from "./failure.ts";

Deno.test.sanitizer({ ops: true, resources: true });

const encode = (text: string) => new TextEncoder().encode(text);

/** A receiver that speaks raw TCP, however badly. It hangs up when `talk` is through. */
function aRawReceiver(talk: (connection: Deno.Conn, request: string) => Promise<void>) {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const open = new Set<Deno.Conn>();
  const accepting = accept();

  async function accept() {
    const talks: Promise<void>[] = [];
    for await (const connection of listener) {
      open.add(connection);
      talks.push(serve(connection));
    }
    await Promise.all(talks);
  }

  async function serve(connection: Deno.Conn) {
    try {
      await talk(connection, await readRequest(connection));
    } catch {
      // The other side hung up, which is what many of these tests are about.
    } finally {
      close(connection);
    }
  }

  function close(connection: Deno.Conn) {
    if (open.delete(connection)) connection.close();
  }

  return {
    url: `http://127.0.0.1:${listener.addr.port}/hook`,
    async [Symbol.asyncDispose]() {
      listener.close();
      for (const connection of open) close(connection);
      await accepting;
    },
  };
}

async function readRequest(connection: Deno.Conn): Promise<string> {
  const bytes = new Uint8Array(65_536);
  let text = "";
  while (!text.includes("\r\n\r\n") || !text.endsWith("}")) {
    const length = await connection.read(bytes);
    if (length === null) return text;
    text += new TextDecoder().decode(bytes.subarray(0, length));
  }
  return text;
}

/** Resolves when the other side hangs up. */
async function hungUp(connection: Deno.Conn): Promise<void> {
  while (await connection.read(new Uint8Array(65_536)) !== null);
}

async function drip(connection: Deno.Conn): Promise<void> {
  while (true) {
    await connection.write(encode("x"));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const head = "HTTP/1.1 200 OK\r\n";

async function flood(connection: Deno.Conn): Promise<void> {
  await connection.write(encode(head));
  for (let line = 0;; line++) await connection.write(encode(`x-${line}: ${"y".repeat(1000)}\r\n`));
}

function aPost(url: string, overrides: Partial<Post> = {}): Post {
  return { url, headers: {}, body: "{}", allow: ["127.0.0.0/8"], ...overrides };
}

interface Fault {
  name: string;
  talk: (connection: Deno.Conn) => Promise<unknown>;
  reason: Unanswered;
  detail: RegExp;
}

const faults: Fault[] = [
  {
    name: "never answers",
    talk: hungUp,
    reason: "timeout",
    detail: /^No answer within 0\.3 s\.$/,
  },
  {
    name: "drips its head, a byte at a time",
    talk: async (connection) => {
      await connection.write(encode(`${head}x-y: `));
      await drip(connection);
    },
    reason: "timeout",
    detail: /No answer within/,
  },
  {
    name: "says 'continue' for ever",
    talk: async (connection) => {
      while (true) {
        await connection.write(encode("HTTP/1.1 102 Processing\r\n\r\n"));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    reason: "timeout",
    detail: /No answer within/,
  },
  {
    name: "drips its answer, a byte at a time",
    talk: async (connection) => {
      await connection.write(encode(`${head}content-length: 10000\r\n\r\n`));
      await drip(connection);
    },
    reason: "too-slow",
    detail: /No end of the answer within 0\.3 s/,
  },
  {
    name: "hangs up at once",
    talk: () => Promise.resolve(),
    reason: "reset",
    detail: /ended before the answer did\. \(ECONNRESET\)/,
  },
  {
    name: "hangs up in the middle of a body of known length",
    talk: (connection) => connection.write(encode(`${head}content-length: 100\r\n\r\nhalf`)),
    reason: "reset",
    detail: /ended before the answer did/,
  },
  {
    name: "hangs up in the middle of a chunked body",
    talk: (connection) =>
      connection.write(encode(`${head}transfer-encoding: chunked\r\n\r\n5\r\nhel`)),
    reason: "reset",
    detail: /ended before the answer did/,
  },
  {
    name: "speaks something else",
    talk: (connection) => connection.write(encode("SSH-2.0-OpenSSH_9.9\r\n")),
    reason: "not-http",
    detail: /not HTTP/,
  },
  {
    name: "lies about its length",
    talk: (connection) => connection.write(encode(`${head}content-length: many\r\n\r\n`)),
    reason: "not-http",
    detail: /HPE_INVALID_CONTENT_LENGTH/,
  },
  {
    name: "sends headers without end",
    talk: flood,
    reason: "not-http",
    detail: /HPE_HEADER_OVERFLOW/,
  },
  {
    name: "wants to speak another protocol from here on",
    talk: async (connection) => {
      await connection.write(
        encode("HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n"),
      );
      await hungUp(connection);
    },
    reason: "reset",
    detail: /ended before the answer did/,
  },
];

for (const { name, talk, reason, detail } of faults) {
  Deno.test(`postDelivery() says ${reason} of a receiver that ${name}`, async () => {
    await using receiver = aRawReceiver(async (connection) => {
      await talk(connection);
    });

    const outcome = await postDelivery(aPost(receiver.url, { timeoutMs: 300 }));

    assert.ok(!outcome.answered);
    assert.equal(outcome.reason, reason);
    assert.match(outcome.detail, detail);
    assert.ok(outcome.durationMs < 5_000, `${outcome.durationMs} ms`);
  });
}

Deno.test("postDelivery() says connection where nobody listens", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();

  const outcome = await postDelivery(aPost(`http://127.0.0.1:${port}/hook`));

  assert.ok(!outcome.answered);
  assert.equal(outcome.reason, "connection");
  assert.match(outcome.detail, /ECONNREFUSED/);
});

Deno.test("postDelivery() gives up on a receiver that does not take the body", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const accepting = listener.accept();

  const outcome = await postDelivery(
    aPost(`http://127.0.0.1:${listener.addr.port}/`, {
      body: "x".repeat(50_000_000),
      timeoutMs: 300,
    }),
  );
  (await accepting).close();
  listener.close();

  assert.ok(!outcome.answered);
  assert.equal(outcome.reason, "timeout");
});

Deno.test("postDelivery() takes an answer that ends with the connection", async () => {
  await using receiver = aRawReceiver(async (connection) => {
    await connection.write(encode("HTTP/1.0 202 Accepted\r\n\r\nhello"));
  });

  const outcome = await postDelivery(aPost(receiver.url));

  assert.ok(outcome.answered);
  assert.equal(outcome.status, 202);
  assert.equal(outcome.answer, "hello");
});

Deno.test("postDelivery() takes an answer that comes before the body was read", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const refusing = (async () => {
    using connection = await listener.accept();
    await connection.write(encode("HTTP/1.1 413 Too Large\r\ncontent-length: 2\r\n\r\nno"));
    await hungUp(connection).catch(() => {});
  })();

  const outcome = await postDelivery(
    aPost(`http://127.0.0.1:${listener.addr.port}/`, { body: "x".repeat(10_000_000) }),
  );
  await refusing;
  listener.close();

  assert.ok(outcome.answered);
  assert.equal(outcome.status, 413);
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
