import assert from "node:assert/strict";
import { repository, repositoryFiles } from "./tools/repository.ts";

const files = await repositoryFiles();
const code = await Promise.all(
  files
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
    .map(async (path) => ({ path, text: await Deno.readTextFile(new URL(path, repository)) })),
);
const tests = code.filter(({ path }) => path.endsWith(".test.ts"));
// Tests and words are as long as what they list.
const sources = code.filter((file) => !tests.includes(file) && !file.path.includes("/words/"));

const topLevel = new Set([
  ...["widget", "server", "shared", "e2e", ".ci", ".github", ".vscode"],
  ...["deno.json", "deno.lock", "vite.config.ts", "package.json", "package-lock.json"],
  ...["README.md", "LICENSE", "CHANGELOG.md"],
  ...[".gitignore", ".gitattributes", ".npmrc", ".editorconfig", ".env.example"],
  ...["Dockerfile", ".dockerignore", "compose.yaml"],
]);

Deno.test("no source file is over 400 lines, and half of them are under 80", () => {
  const lengths = sources.map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }));

  assert.deepEqual(lengths.filter(({ lines }) => lines > 400), []);
  const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Infinity;
  assert.ok(median < 80, `the median of ${sorted.length} files is ${median} lines`);
});

Deno.test("the top of the repository holds what was agreed and nothing else", () => {
  const names = new Set(files.map((path) => path.split("/")[0] ?? path));

  assert.deepEqual([...names].filter((name) => !topLevel.has(name)), []);
});

// Taken apart, so that this file does not match itself.
const forbidden: { what: string; pattern: RegExp; in: typeof code }[] = [
  { what: "work left for later", pattern: /\b(TO[D]O|FIX[M]E|XX[X]|HA[C]K)\b/, in: code },
  {
    what: "a type that checks nothing",
    pattern: /:\s*an[y]\b|\bas an[y]\b(?! [a-z])|<an[y]>/,
    in: code,
  },
  {
    what: "a check that is switched off",
    pattern: /@ts-(ignor[e]|nochec[k]|expect-erro[r])|deno-(lint|fmt)-ignor[e]/,
    in: code,
  },
  {
    what: "a test that runs alone or not at all",
    pattern: /\.onl[y]\(|\.ski[p]\(|\bonl[y]: *true|\bignor[e]: *true/,
    in: tests,
  },
  { what: "a wait of a fixed time", pattern: /setTimeou[t]\([^,]+, *[\d_]{3,}/, in: tests },
  {
    what: "an import from outside npm",
    pattern: /\b(from\s|import\s*\(?\s*)"(https?|jsr):/,
    in: code,
  },
];

for (const { what, pattern, in: where } of forbidden) {
  Deno.test(`no file holds ${what}`, () => {
    const found = where.flatMap(({ path, text }) =>
      text.split("\n").flatMap((line, index) =>
        pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : []
      )
    );

    assert.deepEqual(found, []);
  });
}
