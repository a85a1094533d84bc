import assert from "node:assert/strict";
import { type Post, postDelivery } from "./post.ts";
import type { Unanswered } from "./failure.ts";
import { aRawReceiver, encode, head, hungUp } from "./testdata/raw-receiver.ts";

Deno.test.sanitizer({ ops: true, resources: true });

async function drip(connection: Deno.Conn): Promise<void> {
  while (true) {
    await connection.write(encode("x"));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

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
    detail: /^No answer within 0\.5 s\.$/,
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
    detail: /No end of the answer within 0\.5 s/,
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
    detail: /INVALID_CONTENT_LENGTH/,
  },
  {
    name: "sends headers without end",
    talk: flood,
    reason: "not-http",
    detail: /HEADER_OVERFLOW/,
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

    const outcome = await postDelivery(aPost(receiver.url, { timeoutMs: 500 }));

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
      timeoutMs: 500,
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
