import { openBuildFolder } from "../static/build.ts";

/** A folder as the build leaves it, in the folder of something private. It goes when the test ends (`await using`). */
export async function aBuild(files: Record<string, string>) {
  const outside = await Deno.makeTempDir({ prefix: "wedding-rsvp-static-" });
  const url = new URL(`file://${outside}/dist/`);
  await Deno.mkdir(new URL("assets/", url), { recursive: true });
  const write = async (path: string, text: string) => {
    const place = new URL(path, url);
    // Written within the same moment and of the same length, it would look like the file before.
    const before = await Deno.stat(place).catch(() => undefined);
    await Deno.writeTextFile(place, text);
    const later = new Date((before?.mtime?.getTime() ?? 0) + 1000);
    if (before) await Deno.utime(place, later, later);
  };
  for (const [path, text] of Object.entries(files)) await write(path, text);
  return {
    url,
    write,
    folder: openBuildFolder(url),
    [Symbol.asyncDispose]: () => Deno.remove(outside, { recursive: true }),
  };
}
