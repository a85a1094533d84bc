import { fileURLToPath } from "node:url";
import { repository } from "./repository.ts";

/** One import, export-from or `import()`. Paths count from the top; a package is `npm:zod`. */
export interface Import {
  from: string;
  to: string;
  /** Erased before it runs. */
  typeOnly: boolean;
  /** Loaded when the code asks for it, and not before. */
  later: boolean;
}

interface Graph {
  modules: { specifier: string; error?: string; dependencies?: Dependency[] }[];
}
interface Dependency {
  specifier: string;
  code?: { specifier?: string; error?: string };
  type?: { specifier?: string; error?: string };
  isDynamic?: boolean;
}

/** Every import that these files make, as Deno itself reads them. */
export async function importsOf(files: string[]): Promise<Import[]> {
  const roots = files.map((path) => `import ${JSON.stringify(new URL(path, repository).href)};`);
  const root = await Deno.makeTempFile({ suffix: ".ts" });
  try {
    await Deno.writeTextFile(root, roots.join("\n"));
    const { modules } = await moduleGraph(root);
    const wanted = new Set(files);
    return modules
      .filter(({ specifier }) => wanted.has(nameOf(specifier)))
      .flatMap(({ specifier, error, dependencies = [] }) => {
        if (error) throw new Error(error);
        return dependencies.flatMap((dependency) => importsIn(nameOf(specifier), dependency));
      });
  } finally {
    await Deno.remove(root);
  }
}

async function moduleGraph(root: string): Promise<Graph> {
  const { stdout, success } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", "--config", "deno.json", root],
    cwd: fileURLToPath(repository),
    stderr: "inherit",
  }).output();
  if (!success) throw new Error("`deno info` failed.");
  return JSON.parse(new TextDecoder().decode(stdout));
}

function importsIn(from: string, { specifier, code, type, isDynamic }: Dependency): Import[] {
  const error = code?.error ?? type?.error;
  if (error) throw new Error(`${from}: ${error}`);
  // Both, where one import of a file is erased and another is not.
  return [code && false, type && true]
    .filter((typeOnly) => typeOnly !== undefined)
    .map((typeOnly) => ({
      from,
      to: nameOf((typeOnly ? type : code)?.specifier ?? specifier),
      typeOnly,
      later: isDynamic ?? false,
    }));
}

function nameOf(specifier: string): string {
  if (specifier.startsWith(repository.href)) return specifier.slice(repository.href.length);
  return specifier.replace(/^(npm:\/?(?:@[^/]+\/)?[^@/]+).*/, "$1").replace("npm:/", "npm:");
}
