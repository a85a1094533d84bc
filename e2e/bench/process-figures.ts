// What Linux tells of a process; elsewhere these figures are not to be had.

/** Milliseconds of processor that a process has used so far, all of its threads. */
export async function cpuMs(pid: number): Promise<number> {
  const text = await readProc(pid, "stat");
  // The name, in brackets, may hold anything; user and system time are the 12th and 13th after it, in hundredths.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Bytes of memory that are a process's at this moment. */
export async function residentBytes(pid: number): Promise<number> {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(await readProc(pid, "status")) ?? [];
  return Number(kilobytes) * 1024;
}

async function readProc(pid: number, file: string): Promise<string> {
  return Deno.build.os === "linux" ? await Deno.readTextFile(`/proc/${pid}/${file}`) : "";
}
