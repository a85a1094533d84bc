import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import process from "node:process";
import { sheetData, xlsxOf } from "../../testing/workbook-of.ts";
import { Problem } from "../../problem.ts";
import { firstChoices } from "../planning/choices.ts";
import { headOf, unpackFile } from "../reading/pack-file.ts";
import { readGuestFile } from "../reading/read-guest-file.ts";
import type { FileHint } from "../reading/table.ts";
import { startFileWorker } from "./start-file-worker.ts";

async function readBeside(
  bytes: Uint8Array,
  hint: FileHint = {},
  limit?: { milliseconds: number },
) {
  using worker = startFileWorker();
  const head = await worker.read(bytes, hint, limit);
  return { head, packed: await worker.pack() };
}

function listOf(rows: number): string[][] {
  return Array.from(
    { length: rows },
    (_, row) => Array.from({ length: 20 }, (_, column) => `Anna ${row} ${column}`),
  );
}

/** Milliseconds that this thread computed at most in one turn of its event loop. What other threads and programs take is not its own. */
async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = computed();
  const timer = setInterval(() => {
    const now = computed();
    longest = Math.max(longest, now - last);
    last = now;
  });
  try {
    await work();
    return Math.max(longest, computed() - last);
  } finally {
    clearInterval(timer);
  }
}

function computed(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

Deno.test("a file that is read in the worker is the same as read here, notices and all", async () => {
  const text = `Name;Phone\n${"Zoë;4.47911E+11\n".repeat(700)}`;
  const hint = { name: "guests.txt" };

  const { head, packed } = await readBeside(Buffer.from(text), hint);

  const here = await readGuestFile(Buffer.from(text), hint);
  assert.deepEqual(head, headOf(here));
  assert.deepEqual(await unpackFile(packed), here);
  assert.equal(head.notices.length, 501);
});

Deno.test("what is refused in the worker is refused here, with the same problem", async () => {
  const reading = readBeside(Buffer.from("%PDF-1.7"), { name: "guests.csv" });

  await assert.rejects(reading, (error) => {
    assert.ok(error instanceof Problem);
    assert.equal(error.code, "file-type-unknown");
    assert.match(error.message, /a PDF/);
    return true;
  });
});

for (
  const [kind, bytes] of [
    ["CSV", Buffer.from(listOf(10_000).map((cells) => cells.join()).join("\n"))],
    ["workbook", xlsxOf({ sheets: { Guests: sheetData(listOf(10_000)) } })],
  ] as const
) {
  Deno.test(`while a ${kind} of 10,000 rows is read, nobody waits 50 ms for the server`, async () => {
    const here = await longestTurn(() => readGuestFile(bytes, { name: "guests.csv" }));
    const beside = await longestTurn(() => readBeside(bytes, { name: "guests.csv" }));

    assert.ok(beside <= 50 && beside < here / 2, `${beside} ms beside, ${here} ms here`);
  });
}

Deno.test("reading ends when its time is up, with a sentence that says so", async () => {
  const bytes = Buffer.from(listOf(10_000).map((cells) => cells.join()).join("\n"));

  const reading = readBeside(bytes, {}, { milliseconds: 1 });

  await assert.rejects(reading, { code: "file-not-readable", message: /0.001 seconds/ });
});

Deno.test("many files at once are all read, each in its turn", async () => {
  const packed = await Promise.all(
    Array.from(
      { length: 7 },
      (_, index) => readBeside(Buffer.from(`Name,City\nAnna ${index},York`), { name: "a.csv" }),
    ),
  );

  const read = await Promise.all(packed.map(({ packed }) => unpackFile(packed)));
  assert.deepEqual(
    read.map(({ sheets }) => sheets[0]?.rows[1]?.cells[0]),
    Array.from({ length: 7 }, (_, index) => `Anna ${index}`),
  );
});

Deno.test("the worker starts under the rights of `deno task serve`", async () => {
  const top = new URL("../../../", import.meta.url);
  const { tasks } = JSON.parse(await Deno.readTextFile(new URL("deno.json", top)));
  const [, folders = ""] = /--allow-read=(\w+(?:,\w+)*)/.exec(tasks.serve) ?? [];
  const code = `
    const { startFileWorker } = await import("./server/imports/beside/start-file-worker.ts");
    using worker = startFileWorker();
    const bytes = new TextEncoder().encode("Name,City\\nAnna,York");
    await worker.read(bytes, { name: "guests.csv" });
    const list = { changeNumber: 0, events: [], questions: [] };
    const choices = ${JSON.stringify(firstChoices("GB"))};
    const { parties } = await worker.plan(choices, list, ["en"]);
    await Deno.stdout.write(new TextEncoder().encode(String(parties)));`;
  const script = `data:text/javascript,${
    encodeURIComponent(code.replace("./server", `${top.href}server`))
  }`;

  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--no-prompt",
      "--config=deno.json",
      `--allow-read=${folders}`,
      `--allow-import`,
      script,
    ],
    cwd: top,
  }).output();

  const decoder = new TextDecoder();
  assert.equal(decoder.decode(stdout), "1", decoder.decode(stderr));
});
