import { Buffer } from "node:buffer";
import { NotHttp } from "./not-http.ts";

/** As long as the line of a chunk's size, or what comes after the last chunk, may be. */
const mostBytes = 16_384;

/**
 * Takes a body out of its chunks (RFC 9112, 7.1): `keep` gets what is in them. Once the last has come the answer is what
 * follows it, which should be nothing.
 */
export function createChunkReader(
  keep: (bytes: Uint8Array) => void,
): (bytes: Buffer) => Buffer | undefined {
  let rest: Buffer = Buffer.alloc(0);
  let expected: "size" | "data" | "end of data" | "trailer" = "size";
  let left = 0;
  let trailer = 0;

  /** False while some of it is still to come. */
  function takeData(): boolean {
    const part = rest.subarray(0, left);
    if (part.length > 0) keep(part);
    rest = rest.subarray(part.length);
    left -= part.length;
    return left === 0;
  }

  /** The next line without its end, once it is there. */
  function takeLine(): string | undefined {
    const end = rest.indexOf("\r\n");
    if (end > mostBytes || (end < 0 && rest.length > mostBytes)) {
      throw new NotHttp("CHUNK_OVERFLOW");
    }
    if (end < 0) return undefined;
    const line = rest.toString("latin1", 0, end);
    rest = rest.subarray(end + 2);
    return line;
  }

  return (bytes) => {
    rest = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
    while (true) {
      if (expected === "data") {
        if (!takeData()) return undefined;
        expected = "end of data";
      }
      const line = takeLine();
      if (line === undefined) return undefined;
      if (expected === "end of data") {
        if (line !== "") throw new NotHttp("INVALID_CHUNK");
        expected = "size";
      } else if (expected === "size") {
        left = sizeOf(line);
        expected = left > 0 ? "data" : "trailer";
      } else {
        if (line === "") return rest;
        trailer += line.length;
        if (trailer > mostBytes) throw new NotHttp("HEADER_OVERFLOW");
      }
    }
  };
}

function sizeOf(line: string): number {
  const [, size] = /^([\da-f]{1,12})[ \t]*(?:;[^\r\n]*)?$/i.exec(line) ?? [];
  if (size === undefined) throw new NotHttp("INVALID_CHUNK_SIZE");
  return parseInt(size, 16);
}
