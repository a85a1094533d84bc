import { fileURLToPath } from "node:url";

/** The top of this repository, with a slash at its end. */
export const repository = new URL("../../", import.meta.url);

/** Every file that is or would be committed, as a path from the top. */
export async function repositoryFiles(): Promise<string[]> {
  const { stdout, success } = await new Deno.Command("git", {
    args: ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
    cwd: fileURLToPath(repository),
    stderr: "inherit",
  }).output();
  if (!success) throw new Error("Cannot list the files: `git ls-files` failed.");
  const listed = new TextDecoder().decode(stdout).split("\0").filter(Boolean);
  const present = await Promise.all(listed.map((path) => isThere(path)));
  return listed.filter((_, index) => present[index]).sort();
}

async function isThere(path: string): Promise<boolean> {
  return await Deno.lstat(new URL(path, repository)).then(() => true, () => false);
}
