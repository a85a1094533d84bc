import assert from "node:assert/strict";
import { sheetData, xlsxOf } from "../../testing/workbook-of.ts";

// As many filled cells as are taken, all different.
const rows = Array.from(
  { length: 20_000 },
  (_, row) => Array.from({ length: 29 }, (_, column) => `Zoë ${row} ${column}`),
);
const files: [name: string, bytes: () => Uint8Array][] = [
  ["guests.csv", () => new TextEncoder().encode(rows.map((cells) => cells.join()).join("\n"))],
  ["guests.xlsx", () => xlsxOf({ sheets: { Guests: sheetData(rows) } })],
];

for (const [name, bytes] of files) {
  Deno.test(`the largest ${name} is read within 300 MB above what the process had`, async () => {
    const folder = await Deno.makeTempDir({ prefix: "wedding-rsvp-reading-" });
    try {
      await Deno.writeFile(`${folder}/${name}`, bytes());

      const { above, rows } = await readElsewhere(`${folder}/${name}`);

      assert.equal(rows, 20_000);
      assert.ok(above < 300_000_000, `${above} bytes`);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });
}

/** Reads it in a process of its own: this one's memory is full of tests. */
async function readElsewhere(path: string): Promise<{ above: number; rows: number }> {
  const reader = new URL("../beside/start-file-worker.ts", import.meta.url).href;
  const script = `
    const { startFileWorker } = await import(${JSON.stringify(reader)});
    const bytes = await Deno.readFile(${JSON.stringify(path)});
    const before = Deno.memoryUsage().rss;
    let most = 0;
    const look = () => most = Math.max(most, Deno.memoryUsage().rss);
    const timer = setInterval(look, 2);
    using worker = startFileWorker();
    const { sheets } = await worker.read(bytes, { name: "guests.csv" });
    await worker.pack();
    look();
    clearInterval(timer);
    const answer = JSON.stringify({ above: most - before, rows: sheets[0].rows });
    Deno.stdout.writeSync(new TextEncoder().encode(answer));`;
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", "--config=deno.json", script],
    cwd: new URL("../../../", import.meta.url),
  }).output();
  const decoder = new TextDecoder();
  const said = decoder.decode(stdout);
  assert.ok(said.startsWith("{"), decoder.decode(stderr));
  return JSON.parse(said);
}
