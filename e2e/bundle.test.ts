import assert from "node:assert/strict";
import { brotliCompressSync } from "node:zlib";
import { importsOf } from "./tools/import-graph.ts";
import { repository } from "./tools/repository.ts";
import { tell } from "./tools/tell.ts";

const entry = "dist/wedding-rsvp.js";
// A guest on hotel Wi-Fi waits for every one of them.
const budget = 16 * 1024;

Deno.test("what the element loads before its first usable form keeps to its budget", async () => {
  const files = await loadedFirst(entry);

  const sizes = await Promise.all(files.map(async (path) => {
    const bytes = await Deno.readFile(new URL(path, repository));
    return brotliCompressSync(bytes).byteLength;
  }));
  const sum = sizes.reduce((all, size) => all + size, 0);

  tell(`${files.join(" + ")}: ${sum} of ${budget} bytes (brotli)`);
  assert.ok(sum <= budget, `${sum} bytes are ${sum - budget} too many`);
});

/** The entry and all that it imports at once; what it asks for later is not among them. */
async function loadedFirst(path: string): Promise<string[]> {
  const stat = await Deno.stat(new URL(path, repository)).catch(() => undefined);
  assert.ok(stat?.isFile, `There is no ${path}: run \`deno task build\` first.`);

  const files = new Set([path]);
  for (const file of files) {
    for (const { to, later } of await importsOf([file])) if (!later) files.add(to);
  }
  return [...files];
}
