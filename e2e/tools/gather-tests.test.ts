import assert from "node:assert/strict";
import { gatherTests } from "./gather-tests.ts";
import { repository, repositoryFiles } from "./repository.ts";

Deno.test("gatherTests() takes every test file of its folders once, and leaves alone who asks for a database", async () => {
  const all = (await repositoryFiles()).filter((path) =>
    /^(server|shared)\/.*\.test\.ts$/.test(path)
  );
  const { href } = repository;

  await using gathered = await gatherTests(["server", "shared"], 3);

  const alone = gathered.paths.filter((path) => !path.startsWith("/"));
  const gatherings = gathered.paths.filter((path) => path.startsWith("/"));
  const texts = await Promise.all(gatherings.map((path) => Deno.readTextFile(path)));
  const imported = texts.map((text) =>
    [...text.matchAll(/"(.*)"/g)].map(([, address = ""]) => address.slice(href.length))
  );
  assert.deepEqual([...alone, ...imported.flat()].sort(), all);
  assert.equal(imported.length, 3);
  assert.ok(imported.every((paths) => paths.length > 10));
  assert.ok(alone.includes("server/changes/hand-over.test.ts"));
  assert.ok(!alone.includes("server/guests/routes.test.ts"));
});
