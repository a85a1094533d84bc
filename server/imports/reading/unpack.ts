import { crc32, createInflateRaw } from "node:zlib";
import { limits } from "./limits.ts";
import { broken, tooLarge } from "./refused.ts";
import type { ZipEntry } from "./zip.ts";

const tooMuch = () =>
  tooLarge("The workbook unpacks to far more than a guest list can be; it is not read.");

/**
 * Counts what comes out of one workbook's parts, so that many small ones are no way around the limit; tells how much of
 * the workbook that was.
 */
export function createUnpacker(tell: (packedBytes: number) => void = () => {}) {
  let total = 0;
  let before = 0;

  /** A part's bytes, piece by piece: a bomb is stopped at its limit, not after it went off. */
  return async function* unpack({ deflated, packed, crc32: promised }: ZipEntry) {
    let size = 0;
    let sum = 0;
    const told = (done: number) => tell(before + done);
    for await (const chunk of deflated ? inflate(packed, told) : [packed]) {
      size += chunk.length;
      total += chunk.length;
      if (total > limits.unpackedBytes) throw tooMuch();
      if (size > limits.unpackedAnyway && size > packed.length * limits.unpackedRatio) {
        throw tooMuch();
      }
      sum = crc32(chunk, sum);
      yield chunk;
    }
    before += packed.length;
    if (sum !== promised) {
      throw broken(
        "A part of the workbook is damaged. Download or save it again, and upload that.",
      );
    }
  };
}

export type Unpack = ReturnType<typeof createUnpacker>;

async function* inflate(
  packed: Uint8Array,
  tell: (done: number) => void,
): AsyncGenerator<Uint8Array> {
  const inflated = createInflateRaw();
  inflated.end(packed);
  try {
    for await (const chunk of inflated) {
      tell(inflated.bytesWritten);
      yield chunk;
    }
  } catch (error) {
    // Only zlib's own complaints have such a code; whatever the reader of the bytes throws does not come here.
    if (!isZlibError(error)) throw error;
    throw broken("A part of the workbook is damaged. Download or save it again, and upload that.");
  } finally {
    inflated.destroy();
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
}
