import assert from "node:assert/strict";
import { allRoutes } from "../../server/app.ts";
import { createApp } from "../../server/http/create-app.ts";
import { testDatabase } from "../../server/testing/database.ts";
import { aParty, aSite } from "../../server/testing/fixtures.ts";
import { testDeps } from "../../server/testing/test-deps.ts";

// What no HTTP client would send, over a socket of its own.
const deps = await testDeps(await testDatabase());
const site = await aSite(deps);
const { token } = await aParty(deps, site);
const form = `/v1/sites/${site.slug}/form`;
const reply = `/v1/sites/${site.slug}/party/reply`;

const head = (line: string, ...more: string[]) =>
  `${[line, "Host: rsvp.test", "Connection: close", ...more].join("\r\n")}\r\n\r\n`;
const put = (...more: string[]) =>
  head(
    `PUT ${reply} HTTP/1.1`,
    `Authorization: Bearer ${token}`,
    "Content-Type: application/json",
    ...more,
  );
const smuggled = `GET ${form}?smuggled HTTP/1.1\r\nHost: rsvp.test\r\n\r\n`;

const requests: Record<string, string> = {
  "a line break in Origin": head(
    `GET ${form} HTTP/1.1`,
    "Origin: https://ours.example\rX-Injected: yes",
  ),
  "a second Origin": head(
    `GET ${form} HTTP/1.1`,
    "Origin: https://ours.example",
    "Origin: https://evil.example",
  ),
  "a folded header": head(`GET ${form} HTTP/1.1`, "Origin: https://ours.example", " .evil.example"),
  "a header of a megabyte": head(`GET ${form} HTTP/1.1`, `X-Long: ${"x".repeat(1_000_000)}`),
  "ten thousand headers": head(
    `GET ${form} HTTP/1.1`,
    ...Array.from({ length: 10_000 }, (_, index) => `X-${index}: 1`),
  ),
  "an address of a megabyte": head(`GET /${"x".repeat(1_000_000)} HTTP/1.1`),
  "a NUL in the address": head(`GET ${form}\0 HTTP/1.1`),
  "a line break in the address": head(`GET /problems/%0d%0aX-Injected:%20yes HTTP/1.1`),
  "line breaks in a name": head(`GET /v1/sites/%0d%0aX-Injected:%20yes/form HTTP/1.1`),
  "a whole address of somewhere else": head(`GET http://evil.example${form} HTTP/1.1`),
  "no host": `GET ${form} HTTP/1.1\r\nConnection: close\r\n\r\n`,
  "two hosts": head(`GET ${form} HTTP/1.1`, "Host: evil.example"),
  "no HTTP at all": "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03hello\r\n\r\n",
  "a method of its own": head(`BREW ${form} HTTP/1.1`),
  "two lengths": put("Content-Length: 2", "Content-Length: 44") + "{}" + smuggled,
  "a length and pieces": put("Content-Length: 4", "Transfer-Encoding: chunked") +
    `0\r\n\r\n${smuggled}`,
  "a length below nothing": put("Content-Length: -1") + smuggled,
  "a length that is no number": put("Content-Length: 2,2x") + "{}" + smuggled,
  "pieces of a size beyond all": put("Transfer-Encoding: chunked") +
    "ffffffffffffffff1\r\n{}\r\n0\r\n\r\n",
  "pieces in an unknown coding": put("Transfer-Encoding: xchunked") + `0\r\n\r\n${smuggled}`,
};

/** Whoever keeps a connection open for longer has said all. */
const patienceMs = 3000;

/** All that comes back until the connection ends, or for as long as that when it does not. */
async function answerTo(port: number, text: string): Promise<string> {
  using connection = await Deno.connect({ hostname: "127.0.0.1", port });
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const writing = (async () => {
    for (let at = 0; at < bytes.length;) at += await connection.write(bytes.subarray(at));
  })().catch(() => {});
  let answer = "";
  const decoder = new TextDecoder();
  const timer = setTimeout(() => connection.close(), patienceMs);
  try {
    const buffer = new Uint8Array(65_536);
    for (let size = await connection.read(buffer); size; size = await connection.read(buffer)) {
      answer += decoder.decode(buffer.subarray(0, size), { stream: true });
    }
  } catch {
    // Hung up on, as whoever sends this may expect.
  }
  clearTimeout(timer);
  await writing;
  return answer;
}

for (const [name, text] of Object.entries(requests)) {
  Deno.test(`a request with ${name} slips nothing in, and the server goes on`, async () => {
    const seen: string[] = [];
    const app = createApp(deps, allRoutes(deps.config));
    const server = Deno.serve(
      { hostname: "127.0.0.1", port: 0, onListen: () => {} },
      (request) => {
        seen.push(`${request.method} ${request.url}`);
        return app.fetch(request);
      },
    );

    const answer = await answerTo(server.addr.port, text);
    const after = await fetch(`http://127.0.0.1:${server.addr.port}${form}`);
    await after.body?.cancel();
    await server.shutdown();

    assert.doesNotMatch(answer, /^x-injected/im);
    assert.doesNotMatch(answer, /^HTTP\/1\.1 5/m);
    assert.doesNotMatch(answer, /allow-origin: .*evil/i);
    assert.ok(!seen.some((one) => one.includes("smuggled")), seen.join("\n"));
    assert.equal(after.status, 200);
  });
}
