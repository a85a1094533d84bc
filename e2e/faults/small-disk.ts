import { join } from "node:path";
import { statfs } from "node:fs/promises";
import { runCommand } from "../tools/command.ts";

/** A disk in memory of so many MiB, that can be filled up to the last byte. */
export interface SmallDisk extends AsyncDisposable {
  folder: string;
  /** Leaves so many bytes free. */
  leave(bytes: number): Promise<void>;
  /** As it was before. */
  makeRoom(): Promise<void>;
}

/** Nothing where this account may not mount. */
export async function mountSmallDisk(folder: string, mib: number): Promise<SmallDisk | undefined> {
  await Deno.mkdir(folder, { recursive: true });
  const options = ["-t", "tmpfs", "-o", `size=${mib}m`, "tmpfs", folder];
  const { ok } = await runCommand(["mount", ...options], { seconds: 10 });
  if (!ok) return undefined;
  const ballast = join(folder, "ballast");

  return {
    folder,
    async leave(bytes) {
      using file = await Deno.open(ballast, { create: true, append: true });
      const { bavail, bsize } = await statfs(folder);
      const page = new Uint8Array(bsize);
      // tmpfs counts written pages, not lengths.
      for (let left = bavail - Math.ceil(bytes / bsize); left > 0; left -= 1) {
        try {
          await file.write(page);
        } catch (error) {
          // Somebody else was faster.
          if (error instanceof Error && /os error 28/.test(error.message)) return;
          throw error;
        }
      }
    },
    makeRoom: () => Deno.remove(ballast),
    async [Symbol.asyncDispose]() {
      // Lazily: a process that was ended may not have let go of it yet.
      await runCommand(["umount", "-l", folder], { seconds: 10 });
    },
  };
}
