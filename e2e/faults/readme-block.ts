import { repository } from "../tools/repository.ts";

/** The README's commands in which this stands, as somebody would type them. */
export async function readmeBlock(about: string): Promise<string[]> {
  const readme = await Deno.readTextFile(new URL("README.md", repository));
  const blocks = [...readme.matchAll(/^```console\n([^`]*)^```/gm)].map(([, block = ""]) => block);
  const block = blocks.find((block) => block.includes(about));
  if (!block) throw new Error(`The README has no commands with ${about}.`);
  return block.trimEnd().split("\n");
}
