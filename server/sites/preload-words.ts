import { ownBuild } from "../static/build.ts";

/**
 * HTML that has the words of a language loaded beside the script instead of after it, where that is another file: English
 * travels with the script.
 */
export async function preloadWords(lang: string): Promise<string> {
  const [base = "en"] = lang.toLowerCase().split("-");
  if (base === "en" || !/^[a-z]+$/.test(base)) return "";
  const paths = [...(await ownBuild.build())?.files.keys() ?? []];
  const wanted = new RegExp(`^assets/(?:${base}|isolate)-[\\w-]{8}\\.js$`);
  return paths.filter((path) => wanted.test(path))
    .map((path) => `<link rel="modulepreload" href="../${path}">`).join("\n");
}
