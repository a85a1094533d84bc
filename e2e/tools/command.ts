export interface CommandOptions {
  seconds: number;
  env?: Record<string, string>;
  uid?: number;
  gid?: number;
  cwd?: string;
}

export interface Outcome {
  ok: boolean;
  /** Both streams, in order of arrival. */
  output: string;
  timedOut: boolean;
}

const running = new Set<Deno.ChildProcess>();

/** Runs a command to its end or to its time limit and keeps what it printed. Never throws. */
export async function runCommand(
  [program = "", ...args]: string[],
  { seconds, ...options }: CommandOptions,
): Promise<Outcome> {
  let child;
  try {
    child = new Deno.Command(program, {
      args,
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
      ...options,
    }).spawn();
  } catch (error) {
    return { ok: false, output: `${program}: ${String(error)}\n`, timedOut: false };
  }
  running.add(child);
  const output = collect(child);
  const limit = AbortSignal.timeout(seconds * 1000);
  const stop = () => void end(child);
  limit.addEventListener("abort", stop);
  const { success } = await child.status;
  limit.removeEventListener("abort", stop);
  running.delete(child);
  const ended = limit.aborted ? `\nended after ${seconds} s, its time limit\n` : "";
  return { ok: success && !limit.aborted, output: await output() + ended, timedOut: limit.aborted };
}

/** Ends whatever `runCommand` has under way. */
export async function endCommands(): Promise<void> {
  await Promise.all([...running].map(end));
}

async function end(child: Deno.ChildProcess): Promise<void> {
  signal(child, "SIGTERM");
  const patience = setTimeout(() => signal(child, "SIGKILL"), 5000);
  await child.status;
  clearTimeout(patience);
}

function signal(child: Deno.ChildProcess, name: Deno.Signal): void {
  try {
    child.kill(name);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof Deno.errors.NotFound)) throw error;
  }
}

function collect(child: Deno.ChildProcess): () => Promise<string> {
  const pieces: string[] = [];
  const readers = [child.stdout, child.stderr].map((stream) =>
    stream.pipeThrough(new TextDecoderStream()).getReader()
  );
  const all = Promise.all(readers.map(async (reader) => {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      pieces.push(next.value);
    }
  }));

  return async () => {
    // What the command left running may hold the pipes open.
    const patience = setTimeout(() => readers.forEach((reader) => void reader.cancel()), 2000);
    await all;
    clearTimeout(patience);
    return pieces.join("");
  };
}
