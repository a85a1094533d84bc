import type { MasterKey } from "./keys.ts";

/**
 * The master key of an embedded server: made at the first start and kept beside the data, readable by its owner only.
 * Whoever copies the folder copies the key, so it protects what leaves the folder (dumps, logs), not the folder.
 */
export async function keptMasterKey(folder: string): Promise<MasterKey> {
  const path = `${folder}/master.key`;
  try {
    return parse(await Deno.readTextFile(path), path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  await Deno.mkdir(folder, { recursive: true });
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const text = `1:${bytes.toBase64()}\n`;
  // createNew: of two processes that start at once, one makes the key and the other reads it.
  try {
    const file = await Deno.open(path, { write: true, createNew: true, mode: 0o600 });
    await file.write(new TextEncoder().encode(text));
    await file.sync();
    file.close();
  } catch (error) {
    if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
  }
  return parse(await Deno.readTextFile(path), path);
}

function parse(text: string, path: string): MasterKey {
  const [, version, base64] = /^(\d{1,3}):([A-Za-z0-9+/]{43}=)\s*$/.exec(text) ?? [];
  if (!base64) throw new Error(`Cannot read the master key: ${path} does not hold one.`);
  return { version: Number(version), bytes: Uint8Array.fromBase64(base64) };
}
