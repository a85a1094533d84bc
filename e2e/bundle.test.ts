import assert from "node:assert/strict";
import { brotliCompressSync } from "node:zlib";
import { importsOf } from "./tools/import-graph.ts";
import { repository } from "./tools/repository.ts";
import { tell } from "./tools/tell.ts";

const entry = "dist/wedding-rsvp.js";
// A guest on hotel Wi-Fi waits for every one of them.
const mostFirst = 16 * 1024;
// Every step from finding to thanks, in whatever language. The goal is not reached (see DECISIONS); the rest holds what is.
const goalAltogether = 25_600;
const mostAltogether = 32 * 1024;

// What a page loads of other forms and of the proof that ours asks for when it must. Of the first two it is the script that
// their documentation tells people to paste; the form itself comes after it, in a frame, and is not counted.
const others = [
  ["@typeform/embed", "build/embed.js"],
  ["@calcom/embed-core", "dist/embed/embed.js"],
  ["altcha", "dist/main/altcha.min.js"],
].map(([name, file]) => `node_modules/${name}/${file}`);

Deno.test("what the element loads before its first usable form keeps to its budget", async () => {
  const files = await loadedFirst(entry);

  const size = await sizeOf(files);

  tell(`${files.join(" + ")}: ${size} of ${mostFirst} bytes (brotli)`);
  assert.ok(size <= mostFirst, `${size} bytes are ${size - mostFirst} too many`);
});

Deno.test("the element with every step loaded keeps to its budget; words, and what stands beside, apart", async () => {
  const { steps, aside, live, history, words, proof } = await builtFiles();

  const size = await sizeOf([entry, ...steps, ...aside]);

  const told = async (paths: string[]) => {
    const sizes = paths.map(async (path) => `${nameOf(path)} ${await sizeOf([path])}`);
    return (await Promise.all(sizes)).join(", ");
  };
  tell(`entry + ${await told([...steps, ...aside])}: ${size} of ${mostAltogether} bytes (brotli)`);
  tell(`the goal for all steps is ${goalAltogether}: ${size - goalAltogether} too many`);
  tell(`streams, that no guest waits for: ${await told(live)}`);
  tell(`the browser's history, where the page asks for it: ${await told(history)}`);
  tell(`words, one or two of them for a guest: ${await told(words)}`);
  tell(`proof, where many ask from one place: ${await told(proof)}`);
  assert.equal(steps.length, 1, "this test knows other names of files");
  assert.ok(words.length > 0, "this test knows other names of files");
  assert.ok(size <= mostAltogether, `${size} bytes are ${size - mostAltogether} too many`);
});

Deno.test("no file waits for another one after it: each needs the entry, and those before it", async () => {
  const { steps, aside, live } = await builtFiles();

  const needed = await Promise.all([steps, aside, live].flat().map(loadedFirst));

  const before = new Set([entry, ...steps]);
  const surprising = needed.flatMap(([file, ...others]) =>
    others.filter((one) => !before.has(one)).map((one) => `${file} needs ${one}`)
  );
  assert.deepEqual(surprising, []);
});

Deno.test("others' forms, measured the same way, are told beside it", async () => {
  for (const path of others) {
    const size = await sizeOf([path]);

    tell(`${path}: ${size} bytes (brotli)`);
    assert.ok(size > 1000, `${path} is not what a page loads`);
  }
});

async function sizeOf(paths: string[]): Promise<number> {
  const sizes = await Promise.all(paths.map(async (path) => {
    const bytes = await Deno.readFile(new URL(path, repository));
    return brotliCompressSync(bytes).byteLength;
  }));
  return sizes.reduce((all, size) => all + size, 0);
}

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

/** What is loaded later, by what it is for. */
async function builtFiles() {
  const paths = (await namesIn("dist/assets")).map((name) => `dist/assets/${name}`);
  const ofWords = new Set((await namesIn("widget/words")).map((name) => name.replace(/\.ts$/, "")));
  const words = paths.filter((path) => ofWords.has(nameOf(path)) || nameOf(path) === "own-phrases");
  const named = (name: string) => paths.filter((path) => nameOf(path) === name);
  const beside = {
    aside: named("aside"),
    live: named("create-live"),
    history: named("follow-history"),
    proof: named("proof"),
    words,
  };
  const apart = new Set(Object.values(beside).flat());
  return { ...beside, steps: paths.filter((path) => !apart.has(path)) };
}

async function namesIn(folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of Deno.readDir(new URL(`${folder}/`, repository))) names.push(name);
  return names.toSorted();
}

/** `dist/assets/after-find-m5NSOJZ4.js` is `after-find`. */
function nameOf(path: string): string {
  return path.replace(/^.*\/|-[\w-]{8}\.js$/g, "");
}
