import type { Import as Whole } from "./import-graph.ts";

type Import = Omit<Whole, "later">;

/**
 * Who may import whom. A key is a folder or a file; the longest that fits counts. What it may import
 * is another key, `type <key>` for types alone, a package (`npm:zod`), or "anything".
 */
export type Boundaries = Record<string, readonly string[] | "anything">;

/** One sentence for each import that the table does not allow. */
export function breaches(imports: readonly Import[], mayImport: Boundaries): string[] {
  const found = imports.flatMap(({ from, to, typeOnly }) => {
    const here = partOf(from, mayImport);
    const there = isPackage(to) ? to : partOf(to, mayImport);
    if (!here) return [`${from}: its folder is not in the table`];
    if (!there) return [`${from} imports ${to}, whose folder is not in the table`];
    const allowed = mayImport[here];
    if (here === there || allowed === "anything" || allowed?.includes(there)) return [];
    if (isPackage(to) && here.startsWith("server")) return [];
    if (typeOnly && allowed?.includes(`type ${there}`)) return [];
    return [`${from} imports ${to}: ${here} may not import ${there}`];
  });
  return [...new Set(found)];
}

/** Keys of which each may import the next and the last the first, types aside; undefined: none. */
export function cycleIn(mayImport: Boundaries): string[] | undefined {
  const clear = new Set<string>();

  function walk(key: string, path: string[]): string[] | undefined {
    if (path.includes(key)) return [...path.slice(path.indexOf(key)), key];
    if (clear.has(key)) return undefined;
    const allowed = mayImport[key];
    for (const next of Array.isArray(allowed) ? allowed : []) {
      const cycle = walk(next, [...path, key]);
      if (cycle) return cycle;
    }
    clear.add(key);
  }

  for (const key of Object.keys(mayImport)) {
    const cycle = walk(key, []);
    if (cycle) return cycle;
  }
}

/** How `file` comes to load `target` when it runs, from file to file; undefined: it does not. */
export function wayTo(
  target: string,
  file: string,
  imports: readonly Import[],
  seen = new Set<string>(),
): string[] | undefined {
  if (file === target) return [file];
  if (seen.has(file)) return undefined;
  seen.add(file);
  for (const { to } of imports.filter(({ from, typeOnly }) => from === file && !typeOnly)) {
    const rest = wayTo(target, to, imports, seen);
    if (rest) return [file, ...rest];
  }
}

function partOf(path: string, mayImport: Boundaries): string | undefined {
  return Object.keys(mayImport)
    .filter((key) => path === key || path.startsWith(`${key}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function isPackage(to: string): boolean {
  return /^(npm|node):/.test(to);
}
