import { delimiter, join } from "node:path";

/** The first file of this name in the folders of PATH, then in `others`. */
export async function findProgram(
  name: string,
  others: string[] = [],
): Promise<string | undefined> {
  const folders = (Deno.env.get("PATH") ?? "").split(delimiter).filter(Boolean);
  for (const folder of [...folders, ...others]) {
    const path = join(folder, Deno.build.os === "windows" ? `${name}.exe` : name);
    if (await isFile(path)) return path;
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isFile;
  } catch {
    return false;
  }
}
