import { repository, repositoryFiles } from "./repository.ts";

/** What a test file says that wants a database, and so a process, which no other file works on. */
const wantsItsOwn = /\b(ownDatabase|freshDatabase|freshPglite|freshPostgres)\(/;

export interface Gathered extends AsyncDisposable {
  /** For `deno test`: the files that gather others, then those that stay alone. */
  paths: string[];
}

/**
 * Test files of these folders, gathered into so many files that import them. By itself each would spend most of its
 * time on reading the server and opening the embedded database.
 */
export async function gatherTests(folders: string[], number: number): Promise<Gathered> {
  const inThem = new RegExp(`^(${folders.join("|")})/.*\\.test\\.ts$`);
  const alone: string[] = [];
  const groups: string[][] = Array.from({ length: number }, () => []);
  let next = 0;
  for (const path of (await repositoryFiles()).filter((path) => inThem.test(path))) {
    const isAlone = wantsItsOwn.test(await Deno.readTextFile(new URL(path, repository)));
    // In turn, so that every group gets its share of a folder with slow ones.
    (isAlone ? alone : groups[next++ % number] ?? alone).push(path);
  }

  const folder = await Deno.makeTempDir({ prefix: "wedding-rsvp-tests-" });
  const gathering = await Promise.all(groups.map(async (group, index) => {
    const file = `${folder}/${index + 1}.test.ts`;
    const imports = group.map((path) =>
      `import ${JSON.stringify(new URL(path, repository).href)};\n`
    );
    await Deno.writeTextFile(file, imports.join(""));
    return file;
  }));
  return {
    paths: [...alone, ...gathering],
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}
