export interface ReadEvent {
  event: string;
  id: number | undefined;
  data: Record<string, unknown>;
}

export interface EventReader extends AsyncDisposable {
  /** The next event; waits for it. */
  next(): Promise<ReadEvent>;
}

/** Reads Server-Sent Events from an answer; comments and `retry` are passed over. */
export function readEvents(response: Response): EventReader {
  if (!response.body) throw new Error("There is nothing to read.");
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";

  async function next(): Promise<ReadEvent> {
    while (true) {
      const end = text.indexOf("\n\n");
      if (end === -1) {
        const { done, value } = await reader.read();
        if (done) throw new Error("The stream ended.");
        text += value;
        continue;
      }
      const block = text.slice(0, end);
      text = text.slice(end + 2);
      const fields = new Map(
        block.split("\n").map((line): [string, string] => {
          const colon = line.indexOf(": ");
          return [line.slice(0, colon), line.slice(colon + 2)];
        }),
      );
      const event = fields.get("event");
      if (!event) continue;
      const id = fields.get("id");
      return {
        event,
        id: id === undefined ? undefined : Number(id),
        data: JSON.parse(fields.get("data") ?? "{}"),
      };
    }
  }
  return { next, [Symbol.asyncDispose]: () => reader.cancel() };
}
