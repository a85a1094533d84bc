import { ourPage } from "../../server/testing/fixtures.ts";

/** Many streams that a process of its own reads. */
export interface LiveReaders extends AsyncDisposable {
  /** When the last of them had the next event, in milliseconds since 1970. */
  lastAt(): Promise<number>;
}

/** Opens so many streams; resolves when each of them has had its first event. */
export async function openReaders(url: string, count: number): Promise<LiveReaders> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", import.meta.resolve("./live-client.ts"), url, String(count), ourPage],
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const lines = linesOf(child.stdout);
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error("The readers have gone.");
    return JSON.parse(value);
  };
  await next();
  return {
    lastAt: async () => (await next()).lastAt,
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await lines.return(undefined);
      await child.status;
    },
  };
}

async function* linesOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  let text = "";
  for await (const piece of stream.pipeThrough(new TextDecoderStream())) {
    const lines = (text + piece).split("\n");
    text = lines.pop() ?? "";
    yield* lines;
  }
}
