import assert from "node:assert/strict";
import { randomCharacters } from "../shared/ids.ts";
import type { InvitationView } from "../shared/party.ts";
import { readEvents } from "../server/testing/read-events.ts";
import { odsOf, sheetData, xlsxOf, xlsxParts } from "../server/testing/workbook-of.ts";
import { zipOf } from "../server/testing/zip-of.ts";
import { csvOf, rowsOfGuests } from "./bench/import-files.ts";
import { quantile } from "./bench/load.ts";
import { callsWith, demoSite, importCalls } from "./tools/import-calls.ts";
import { startPostgres } from "./tools/postgres.ts";
import { freePorts } from "./tools/free-ports.ts";
import { type ServerProcess, startServerProcess } from "./tools/server-process.ts";
import { tell } from "./tools/tell.ts";

const MASTER_KEYS = `1:${new Uint8Array(32).fill(6).toBase64()}`;

/** The real server with its real permissions, on a PostgreSQL of its own. */
async function aServer() {
  const folder = await Deno.makeTempDir();
  const postgres = await startPostgres();
  const env = { DATABASE_URL: postgres.url, MASTER_KEYS, DEMO: "on", TRUSTED_PROXIES: "1" };
  const start = () => startServerProcess(folder, freePorts(), env);
  let server = await start();
  return {
    get server() {
      return server;
    },
    async startAgain() {
      server = await start();
    },
    async [Symbol.asyncDispose]() {
      await server.kill();
      await postgres.stop();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

Deno.test("while 10,000 rows are imported the form and replies are answered", async () => {
  await using stage = await aServer();
  const { server } = stage;
  const { upload, accept, seats } = await importCalls(server);
  const before = await seats();
  const bytes = guestsWithRoom(10_000);

  const { times, replies } = await guestsMeanwhile(server, async () => {
    const { status, body } = await upload(bytes, "guests.csv");
    assert.equal(status, 201, JSON.stringify(body));
    const accepted = await accept(body.import.id);
    assert.equal(accepted.status, 200, JSON.stringify(accepted.body));
  });

  assert.equal(await seats(), before + 10_000);
  const sorted = times.toSorted((a, b) => a - b);
  // Done in one go, without turns and workers, all of it would be one wait.
  assert.ok(times.length > 30 && replies > 1, `${times.length} forms, ${replies} replies`);
  tell(
    `nine of ten within ${quantile(sorted, 0.9).toFixed(0)} ms, all within ${
      sorted.at(-1)?.toFixed(0)
    } ms`,
  );
});

// The demo's dinner has 120 places.
function guestsWithRoom(count: number): Uint8Array<ArrayBuffer> {
  return csvOf(rowsOfGuests(count).map((cells) => cells.with(8, "Regret")));
}

/** Guests ask for the form and reply until the work is done. */
async function guestsMeanwhile(server: ServerProcess, work: () => Promise<void>) {
  const working = { yes: true };
  const times: number[] = [];
  let replies = 0;
  const form = async () => {
    while (working.yes) {
      const began = performance.now();
      const answer = await fetch(`${server.server}/v1/sites/${demoSite}/form`, {
        headers: { origin: server.page, "x-forwarded-for": `10.0.${times.length % 250}.1` },
      });
      await answer.body?.cancel();
      assert.equal(answer.status, 200);
      times.push(performance.now() - began);
      await pause(20);
    }
  };
  const reply = async () => {
    do {
      await sendReply(server, replies % 2 === 0);
      replies += 1;
      await pause(3000);
    } while (working.yes);
  };
  await Promise.all([form(), reply(), work().finally(() => working.yes = false)]);
  return { times, replies };
}

async function sendReply({ server, token }: ServerProcess, attending: boolean): Promise<void> {
  const party = `${server}/v1/sites/${demoSite}/party`;
  const headers = { authorization: `Bearer ${token}` };
  const view: InvitationView = await (await fetch(party, { headers })).json();
  const answer = await fetch(`${party}/reply`, {
    method: "PUT",
    headers: {
      ...headers,
      "content-type": "application/json",
      "idempotency-key": randomCharacters(20),
    },
    body: JSON.stringify({
      guests: view.party.guests.map(({ id, events }) => ({
        guestId: id,
        replies: events.map((eventId) => ({ eventId, attending })),
      })),
    }),
  });
  assert.equal(answer.status, 200, await answer.text());
}

Deno.test("what is no guest list, or means harm, is refused in words, in 300 MB more than before, and the server is well", async () => {
  await using stage = await aServer();
  const { server } = stage;
  const { upload, seats } = await importCalls(server);
  const before = await seats();
  const whole = xlsxOf({ sheets: { Guests: sheetData([["Name"], ["Ana Silva"]]) } });
  const entities = `<!DOCTYPE x [<!ENTITY a "${"ha".repeat(5000)}">${
    Array.from({ length: 9 }, (_, at) =>
      `<!ENTITY ${"bcdefghij"[at]} "${`&${"abcdefghi"[at]};`.repeat(10)}">`)
      .join("")
  }]>`;
  const laughs = {
    ...xlsxParts({ sheets: { Guests: "" } }),
    "xl/worksheets/sheet0.xml":
      `${entities}<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>&j;</t></is></c></row></sheetData></worksheet>`,
  };
  const outside = odsOf("", "", { "content.xml": '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>' });
  const files: [what: string, name: string, bytes: Uint8Array<ArrayBuffer>, codes: string[]][] = [
    ["a zip bomb", "guests.xlsx", bomb(), ["file-too-large", "file-not-readable"]],
    ["a file from outside", "guests.ods", outside, ["file-not-readable", "file-empty"]],
    ["half a workbook", "guests.xlsx", whole.slice(0, whole.length / 2), ["file-not-readable"]],
    ["a picture with a list's name", "guests.csv", picture(), ["file-type-unknown"]],
    ["10 MB in one cell", "guests.csv", text(`Name\n${"a".repeat(10_000_000)}`), ["cell-too-long"]],
    ["more than 20 MB", "guests.csv", new Uint8Array(21 * 1024 * 1024).fill(65), [
      "file-too-large",
    ]],
    ["nothing", "guests.csv", text(""), ["file-empty"]],
  ];

  const idle = await peakBytes(server.pid);
  for (const [what, name, bytes, codes] of files) {
    const { status, body } = await upload(bytes, name);

    assert.ok(status >= 400 && status < 500, `${what}: ${status}`);
    assert.ok(codes.includes(body.code), `${what}: ${body.code}`);
    assert.ok(body.detail && body.detail.length > 20, `${what}: ${body.detail}`);
    assert.equal((await fetch(`${server.server}/readyz`)).status, 200);
  }
  // What a workbook declares is not what people wrote: it stays a name of four letters.
  const laughed = await upload(zipOf(laughs), "guests.xlsx");
  assert.ok(laughed.status === 422 || JSON.stringify(laughed.body).length < 5_000);
  const above = await peakBytes(server.pid) - idle;
  assert.ok(above < 300_000_000, `${(above / 1e6).toFixed(0)} MB above idle`);
  // The wrong extension alone is no reason to refuse anything.
  assert.equal((await upload(whole, "guests.csv")).status, 201);
  assert.equal(await seats(), before);
});

function text(content: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(content);
}

function picture(): Uint8Array<ArrayBuffer> {
  return new Uint8Array([0x89, ...text("PNG\r\n\x1a\n"), 0, 0, 0, 13, ...text("IHDR"), 0, 0, 2, 0]);
}

// 300 MB of spaces pack into a third of one.
function bomb(): Uint8Array<ArrayBuffer> {
  const sheet = `<worksheet><sheetData>${" ".repeat(300_000_000)}</sheetData></worksheet>`;
  return zipOf({ ...xlsxParts({ sheets: { G: "" } }), "xl/worksheets/sheet0.xml": sheet });
}

Deno.test("a server that is killed while it accepts has nothing of the list afterwards, or all", async () => {
  await using stage = await aServer();
  const first = await importCalls(stage.server);
  const before = await first.seats();
  const { body } = await first.upload(guestsWithRoom(3_000), "guests.csv");
  const { id } = body.import;
  const answer = await first.fetch(
    "POST",
    `/imports/${id}/accept`,
    undefined,
    "text/event-stream",
  );
  const events = readEvents(answer);
  assert.equal((await events.next()).event, "progress");

  await stage.server.kill();
  await stage.startAgain();
  const { seats, accept } = callsWith(stage.server, first.key);

  assert.ok([before, before + 3_000].includes(await seats()), `${await seats()} seats`);
  assert.equal((await accept(id)).status, 200);
  assert.equal(await seats(), before + 3_000);
});

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The most that the process ever had in memory. */
async function peakBytes(pid: number): Promise<number> {
  const status = await Deno.readTextFile(`/proc/${pid}/status`);
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) * 1024;
}
