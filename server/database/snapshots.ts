import { join } from "node:path";

const kept = 7;
const snapshot = /^\d{4}-\d\d-\d\d\.tar\.gz$/;

/** The days, as 2026-11-21, of which there is a snapshot, oldest first. */
export async function snapshotDays(folder: string): Promise<string[]> {
  const days: string[] = [];
  try {
    for await (const { name } of Deno.readDir(folder)) {
      if (snapshot.test(name)) days.push(name.slice(0, 10));
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return days.sort();
}

/**
 * Writes the snapshot of a day and drops all but the newest seven. It appears under its name only when
 * it is complete and on the disk, so that a power cut leaves the older ones untouched.
 */
export async function writeSnapshot(folder: string, day: string, tar: Blob): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  const name = join(folder, `${day}.tar.gz`);
  const beginning = join(folder, "unfinished");
  try {
    await writeWhole(beginning, tar);
  } catch (error) {
    // On a full disk it would keep the room that others need.
    await Deno.remove(beginning);
    throw error;
  }
  await Deno.rename(beginning, name);
  await syncFolder(folder);
  for (const old of (await snapshotDays(folder)).slice(0, -kept)) {
    await Deno.remove(join(folder, `${old}.tar.gz`));
  }
}

async function writeWhole(path: string, tar: Blob): Promise<void> {
  using file = await Deno.open(path, { write: true, create: true, truncate: true });
  // In pieces, so that replies are served in between.
  for await (const piece of tar.stream().pipeThrough(new CompressionStream("gzip"))) {
    for (let rest = piece; rest.length > 0;) rest = rest.subarray(await file.write(rest));
  }
  await file.sync();
}

// The name, too, must survive a power cut. Windows does not open folders, and does without.
async function syncFolder(folder: string): Promise<void> {
  if (Deno.build.os === "windows") return;
  using opened = await Deno.open(folder);
  await opened.sync();
}
