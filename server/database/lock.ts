/**
 * Takes the only key to an embedded database: PGlite itself lets two processes into one folder, and they
 * destroy each other's data. The lock is the operating system's, so it ends with the process, however
 * that ends; what is written in the file only names the holder. Returns the release.
 */
export async function lockFolder(file: string, now: Date = new Date()): Promise<() => void> {
  const opened = await Deno.open(file, { read: true, write: true, create: true });
  try {
    if (!await opened.tryLock(true)) {
      throw new Error(`${await holder(file)} has this database open; only one process can.`);
    }
    await opened.truncate();
    await opened.write(new TextEncoder().encode(JSON.stringify({ pid: Deno.pid, since: now })));
  } catch (error) {
    opened.close();
    throw error;
  }
  return () => {
    opened.truncateSync();
    opened.close();
  };
}

async function holder(file: string): Promise<string> {
  try {
    const { pid, since } = JSON.parse(await Deno.readTextFile(file));
    return `Another process (pid ${pid}, since ${since})`;
  } catch {
    // It has only just begun, or the system does not let anyone else read a locked file.
    return "Another process";
  }
}
