import { Parser } from "htmlparser2";
import type { Unpack } from "./unpack.ts";
import type { ZipEntry } from "./zip.ts";

export type Attributes = Record<string, string>;

/** What a reader of XML is told, names without their prefix. */
export interface XmlHandler {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Reads a part as it is unpacked, never all of it at once. A DOCTYPE is passed over: only the five entities of XML itself
 * and numbers stand for letters, so none grows and none fetches anything.
 */
export async function readXml(
  entry: ZipEntry,
  unpack: Unpack,
  handler: XmlHandler,
): Promise<void> {
  const parser = new Parser({
    onopentag: (name, attributes) => handler.open?.(localName(name), attributes),
    ontext: (text) => handler.text?.(text),
    onclosetag: (name) => handler.close?.(localName(name)),
  }, { xmlMode: true });
  let decoder: TextDecoder | undefined;
  for await (const chunk of unpack(entry)) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    parser.write(decoder.decode(chunk, { stream: true }));
  }
  parser.end(decoder?.decode());
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

/** Collects text, of which there may not be more than a cell takes. */
export function createText(refuse: (length: number) => Error, most: number) {
  let text = "";
  return {
    add(more: string): void {
      text += more;
      if (text.length > most) throw refuse(text.length);
    },
    take(): string {
      const taken = text;
      text = "";
      return taken;
    },
  };
}
