import { fileURLToPath } from "node:url";
import { repository, repositoryFiles } from "./tools/repository.ts";

// All in one process, which opens the embedded database once: by itself, each file would spend most
// of its time on that. The database's own tests open many, so they are the gate's.
const files = (await repositoryFiles()).filter((path) =>
  /^(server|shared|widget)\/.*\.test\.ts$/.test(path) && !path.startsWith("server/database/")
);
const all = await Deno.makeTempFile({ suffix: ".test.ts" });

const imports = files.map((path) => `import ${JSON.stringify(new URL(path, repository).href)};\n`);
await Deno.writeTextFile(all, imports.join(""));
const { code } = await new Deno.Command(Deno.execPath(), {
  args: ["test", "-A", "--no-check", "--config", "deno.json", ...Deno.args, all],
  cwd: fileURLToPath(repository),
  env: { TEST_DATABASE_URL: "" },
}).spawn().status;
await Deno.remove(all);
Deno.exit(code);
