import { statfsSync } from "node:fs";

const mebibyte = 1024 * 1024;

/** What a disk must have free. Below `open` PGlite cannot recover; below `write` its log, which grows by 16 MiB, might end it. */
export const room = { open: mebibyte, checkpoint: mebibyte, write: 64 * mebibyte } as const;

/** Bytes that are free on the disk of a folder; without end where the system does not say. */
export function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Infinity;
  }
}

/** As PostgreSQL's own. */
export function diskFullError(): Error {
  return Object.assign(new Error("There is too little room on the disk."), { code: "53100" });
}
