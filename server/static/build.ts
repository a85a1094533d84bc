import { createHash } from "node:crypto";
import type { Bytes } from "./open-packing.ts";
import { typeOf } from "./packed-file.ts";
import { createShelf, stampOf } from "./shelf.ts";

/** Everything that one build of the element consists of. */
export interface Build {
  /** A hash over all of its files. */
  version: string;
  /** Of its entry, as `<script integrity>` wants it. */
  integrity: string;
  /** By path: `wedding-rsvp.js`, `assets/…`. */
  files: Map<string, Bytes>;
}

export const entry = "wedding-rsvp.js";
const builtFolder = new URL("../../dist/", import.meta.url);

/** The folder that the newest build lies in. It may be built anew while the server runs. */
export type BuildFolder = ReturnType<typeof openBuildFolder>;

export function openBuildFolder(folder: URL = builtFolder) {
  const top = createShelf(folder);
  const assets = createShelf(new URL("assets/", folder));
  let known: { stamp: string; build: Promise<Build> } | undefined;

  return {
    file: (path: string) =>
      path.startsWith("assets/") ? assets(path.slice("assets/".length)) : top(path),

    /** The build; undefined: there is none. Read again only when its entry is another one. */
    async build(): Promise<Build | undefined> {
      const stamp = await stampOf(new URL(entry, folder));
      if (!stamp) return undefined;
      if (known?.stamp !== stamp) {
        const build = readBuild(folder);
        known = { stamp, build };
        build.catch(() => known = undefined);
      }
      return await known.build;
    },
  };
}

/** What this server was started with. */
export const ownBuild = openBuildFolder();

async function readBuild(folder: URL): Promise<Build> {
  const names = [entry, ...await namesIn(folder, "assets")].toSorted();
  const files = new Map<string, Bytes>();
  for (const name of names) files.set(name, await Deno.readFile(new URL(name, folder)));

  const hash = createHash("sha256");
  for (const [name, bytes] of files) hash.update(`${name} ${bytes.length}\n`).update(bytes);
  const first = files.get(entry) ?? new Uint8Array();
  return {
    version: hash.digest("hex").slice(0, 20),
    integrity: `sha384-${createHash("sha384").update(first).digest("base64")}`,
    files,
  };
}

async function namesIn(folder: URL, inner: string): Promise<string[]> {
  const names: string[] = [];
  try {
    for await (const { name, isFile } of Deno.readDir(new URL(`${inner}/`, folder))) {
      if (isFile && typeOf(name)) names.push(`${inner}/${name}`);
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return names;
}
