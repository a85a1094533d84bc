/** A program that runs beside a test. It ends with us, however that comes about. */
export interface Companion extends AsyncDisposable {
  /** Both streams so far. */
  output(): string;
  /** Resolves with the first match in what it prints; fails when it ends before, or does not print it. */
  says(pattern: RegExp, patienceMs?: number): Promise<RegExpExecArray>;
}

// Its input ends when this process does. The program starts before signals are ignored, or it would ignore them too.
const keeper = `"$@" &
child=$!
trap '' INT TERM HUP
read -r nothing
kill "$child" 2>/dev/null
wait "$child"`;

export function startCompanion(
  program: string[],
  env: Record<string, string> = {},
): Companion {
  const child = new Deno.Command("sh", {
    args: ["-c", keeper, "sh", ...program],
    env,
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  let output = "";
  let heard = () => {};
  const reading = Promise.all([child.stdout, child.stderr].map(async (stream) => {
    for await (const text of stream.pipeThrough(new TextDecoderStream())) {
      output += text;
      heard();
    }
  }));

  return {
    output: () => output,
    async says(pattern, patienceMs = 60_000) {
      const patience = AbortSignal.timeout(patienceMs);
      for (;;) {
        const match = pattern.exec(output);
        if (match) return match;
        if (patience.aborted) throw new Error(`${program[0]} did not say ${pattern}:\n${output}`);
        await new Promise<void>((resolve) => {
          heard = resolve;
          patience.addEventListener("abort", () => resolve(), { once: true });
        });
      }
    },
    async [Symbol.asyncDispose]() {
      await child.stdin.close();
      await child.status;
      await reading;
    },
  };
}
