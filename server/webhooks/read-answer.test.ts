import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import fc from "fast-check";
import { NotHttp } from "./not-http.ts";
import { type Answer, createAnswerReader } from "./read-answer.ts";

const ok = "HTTP/1.1 200 OK\r\n";

/** What is read of an answer that arrives in these parts. */
function read(...parts: string[]): Answer | undefined {
  const reader = createAnswerReader();
  let answer: Answer | undefined;
  for (const part of parts) answer ??= reader.take(Buffer.from(part, "latin1"));
  return answer;
}

function refusedAs(code: string) {
  return (error: unknown) => error instanceof NotHttp && error.code === code;
}

const answers: [string, string, Omit<Answer, "retryAfter">][] = [
  ["no body", "HTTP/1.1 204 No Content\r\n\r\n", { status: 204, answer: "", isKept: true }],
  ["no reason", "HTTP/1.1 204\r\n\r\n", { status: 204, answer: "", isKept: true }],
  [
    "a length",
    `${ok}Content-Length:  5 \r\n\r\nhello`,
    { status: 200, answer: "hello", isKept: true },
  ],
  [
    "a body of a 304 that is not there",
    "HTTP/1.1 304 Not\r\ncontent-length: 5\r\n\r\n",
    { status: 304, answer: "", isKept: true },
  ],
  [
    "chunks, extensions and a trailer",
    `${ok}transfer-encoding: gzip, Chunked\r\n\r\n3;a="b"\r\nhel\r\n002\r\nlo\r\n0\r\nx: y\r\n\r\n`,
    { status: 200, answer: "hello", isKept: true },
  ],
  [
    "two heads before the one that counts",
    `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nlink: x\r\n\r\n${ok}content-length: 1\r\n\r\n!`,
    { status: 200, answer: "!", isKept: true },
  ],
  [
    "a wish to close",
    `${ok}Connection: x, Close\r\ncontent-length: 1\r\n\r\n!`,
    { status: 200, answer: "!", isKept: false },
  ],
  [
    "an old version",
    "HTTP/1.0 200 OK\r\ncontent-length: 1\r\n\r\n!",
    { status: 200, answer: "!", isKept: false },
  ],
  [
    "a length and chunks",
    `${ok}content-length: 90\r\ntransfer-encoding: chunked\r\n\r\n1\r\n!\r\n0\r\n\r\n`,
    { status: 200, answer: "!", isKept: false },
  ],
];

for (const [name, text, expected] of answers) {
  Deno.test(`an answer with ${name} is read, in however many parts it comes`, () => {
    fc.assert(fc.property(fc.array(fc.nat(text.length), { maxLength: 8 }), (cuts) => {
      const at = [0, ...cuts.toSorted((a, b) => a - b), text.length];
      const parts = at.slice(1).map((end, index) => text.slice(at[index], end));
      assert.deepEqual(read(...parts), { ...expected, retryAfter: undefined });
    }));
    assert.deepEqual(read(...text), { ...expected, retryAfter: undefined });
  });
}

Deno.test("an answer that is not whole yet is none", () => {
  for (
    const text of [
      "",
      "HTTP/1.1 200 OK\r\n",
      `${ok}content-length: 5\r\n\r\nhell`,
      `${ok}transfer-encoding: chunked\r\n\r\n5\r\nhello\r\n`,
      `${ok}transfer-encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n`,
      `${ok}\r\nwhich ends with the connection`,
    ]
  ) assert.equal(read(text), undefined, text);
});

Deno.test("only an answer without length or chunks ends with the connection", () => {
  const reader = createAnswerReader();
  reader.take(Buffer.from(`${ok}\r\nall of it`));
  assert.deepEqual(reader.end(), {
    ...{ status: 200, answer: "all of it", retryAfter: undefined, isKept: false },
  });

  for (const framing of ["content-length: 50", "transfer-encoding: chunked"]) {
    const broken = createAnswerReader();
    broken.take(Buffer.from(`${ok}${framing}\r\n\r\n`));
    assert.equal(broken.end(), undefined);
  }
  assert.equal(createAnswerReader().end(), undefined);
});

Deno.test("a connection that says more than its answer is not used again", () => {
  for (
    const text of [
      `${ok}content-length: 1\r\n\r\n!more`,
      `${ok}transfer-encoding: chunked\r\n\r\n1\r\n!\r\n0\r\n\r\nmore`,
    ]
  ) {
    const answer = read(text);
    assert.equal(answer?.answer, "!");
    assert.equal(answer?.isKept, false);
  }
});

const refused: [string, string, string][] = [
  ["another protocol", "SSH-2.0-x", "INVALID_STATUS_LINE"],
  ["another version", "HTTP/2 200\r\n\r\n", "INVALID_STATUS_LINE"],
  ["a status of two digits", "HTTP/1.1 20 OK\r\n\r\n", "INVALID_STATUS_LINE"],
  ["a header without colon", `${ok}oh\r\n\r\n`, "INVALID_HEADER"],
  ["a folded header", `${ok}x: y\r\n z\r\n\r\n`, "INVALID_HEADER"],
  ["a space before the colon", `${ok}content-length : 5\r\n\r\n`, "INVALID_HEADER"],
  ["a line break of its own", `${ok}x: y\nz: 1\r\n\r\n`, "INVALID_HEADER"],
  ["two lengths", `${ok}content-length: 1\r\ncontent-length: 2\r\n\r\n`, "INVALID_CONTENT_LENGTH"],
  ["a negative length", `${ok}content-length: -1\r\n\r\n`, "INVALID_CONTENT_LENGTH"],
  [
    "a chunk of no size",
    `${ok}transfer-encoding: chunked\r\n\r\nxyz\r\n\r\n`,
    "INVALID_CHUNK_SIZE",
  ],
  [
    "a chunk that is longer than it says",
    `${ok}transfer-encoding: chunked\r\n\r\n1\r\nlong\r\n`,
    "INVALID_CHUNK",
  ],
  ["a head without end", `${ok}x: ${"y".repeat(20_000)}`, "HEADER_OVERFLOW"],
  [
    "a trailer without end",
    `${ok}transfer-encoding: chunked\r\n\r\n0\r\n${"x: y\r\n".repeat(5_000)}`,
    "HEADER_OVERFLOW",
  ],
  [
    "a chunk's line without end",
    `${ok}transfer-encoding: chunked\r\n\r\n1;${"x".repeat(20_000)}`,
    "CHUNK_OVERFLOW",
  ],
];

for (const [name, text, code] of refused) {
  Deno.test(`an answer with ${name} is not HTTP`, () => {
    assert.throws(() => read(text), refusedAs(code));
  });
}

Deno.test("an answer of any bytes is read, refused or waited for, and no more than it may is kept", () => {
  fc.assert(fc.property(fc.array(fc.uint8Array({ maxLength: 400 })), (parts) => {
    const reader = createAnswerReader();
    try {
      const bytes = [Buffer.from(`${ok}transfer-encoding: chunked\r\n\r\n`), ...parts];
      const answer = bytes.map((part) => reader.take(Buffer.from(part))).find(Boolean);
      assert.ok((answer?.answer.length ?? 0) <= 20_000);
    } catch (error) {
      assert.ok(error instanceof NotHttp);
    }
  }));
});
