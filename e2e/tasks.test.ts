import assert from "node:assert/strict";
import denoJson from "../deno.json" with { type: "json" };
import packageJson from "../package.json" with { type: "json" };
import { environmentSchema } from "../server/config.ts";

Deno.test("the server may read the environment variables of its configuration and no others", () => {
  const flag = /--allow-env=(\S+)/.exec(denoJson.tasks.serve)?.[1] ?? "";

  // postgres.js looks for what PostgreSQL's own clients read.
  const wanted = [...Object.keys(environmentSchema.shape), "PG*"];
  assert.deepEqual(flag.split(",").sort(), wanted.sort());
});

Deno.test("npm runs the same tasks as Deno, with one pinned version of it", () => {
  const versions = Object.entries(packageJson.scripts).map(([name, script]) => {
    const [, version, task] = /^npx --yes deno@([\d.]+) task (\w+)$/.exec(script) ?? [];
    assert.equal(task, name);
    return version;
  });

  assert.equal(new Set(versions).size, 1);
});

Deno.test("every package comes from npm in one exact version", () => {
  for (const specifier of Object.values(denoJson.imports)) {
    assert.match(specifier, /^npm:(@[\w-]+\/)?[\w.-]+@\d+\.\d+\.\d+$/);
  }
});
