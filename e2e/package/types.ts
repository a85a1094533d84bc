// The last part of `deno task pack`: what the package's users compile against, beside what the build has written.
import { repository } from "../tools/repository.ts";
import { elementTypes } from "./element-types.ts";
import { makeManifest } from "./manifest.ts";
import { reactTypes } from "./react-types.ts";

export async function writeTypes(): Promise<void> {
  const files = {
    "dist/wedding-rsvp.d.ts": elementTypes(),
    "dist/react.d.ts": reactTypes(await makeManifest()),
  };
  for (const [path, text] of Object.entries(files)) {
    await Deno.writeTextFile(new URL(path, repository), text);
  }
}

if (import.meta.main) await writeTypes();
