/// <reference lib="deno.worker" />
import { Problem } from "../../problem.ts";
import { readGuestFile } from "./read-guest-file.ts";
import type { FileHint } from "./table.ts";
import type { FromWorker } from "./worker-messages.ts";

// So many at once that taking them out of the message does not hold up whoever else the process serves.
const rowsAtOnce = 250;

const more: (() => void)[] = [];

self.onmessage = ({ data }: MessageEvent<{ bytes: Uint8Array; hint: FileHint } | "more">) => {
  if (data === "more") more.shift()?.();
  else answer(data.bytes, data.hint);
};

async function answer(bytes: Uint8Array, hint: FileHint): Promise<void> {
  try {
    const { sheets, how, notices } = await readGuestFile(bytes, hint);
    for (const { name, rows } of sheets) {
      await say({ kind: "sheet", name });
      for (let at = 0; at < rows.length; at += rowsAtOnce) {
        await say({ kind: "rows", rows: rows.slice(at, at + rowsAtOnce) });
      }
    }
    for (let at = 0; at < notices.length; at += rowsAtOnce) {
      await say({ kind: "notices", notices: notices.slice(at, at + rowsAtOnce) });
    }
    await say({ kind: "done", how });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, message, more } = error;
    await say({ kind: "problem", code, detail: message, more });
  }
}

// One at a time: the next is sent when the last was taken.
function say(message: FromWorker): Promise<void> {
  return new Promise((resolve) => {
    more.push(resolve);
    self.postMessage(message);
  });
}
