import assert from "node:assert/strict";
import { firstChoices } from "../planning/choices.ts";
import { freshWorker, getSpareReady, keepSpareWorker } from "./fresh-worker.ts";
import { startFileWorker } from "./start-file-worker.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const list = { changeNumber: 0, events: [], questions: [] };

Deno.test("a worker that waits is given away once: no file meets another's", () => {
  using _ = keepSpareWorker();
  getSpareReady();

  const workers = [freshWorker(), freshWorker()];

  assert.notEqual(workers[0], workers[1]);
  workers.forEach((worker) => worker.terminate());
});

Deno.test("a worker that has waited reads and plans like one that has not", async () => {
  using _ = keepSpareWorker();
  const counts = [];
  for (const name of ["Ana Silva", "Rui Costa"]) {
    getSpareReady();
    using worker = startFileWorker();
    await worker.read(bytes(`Name,Email\n${name},a@example.com\n`), {});
    counts.push((await worker.plan(firstChoices("GB"), list, ["en"])).plan.counts.guests.added);
  }

  assert.deepEqual(counts, [1, 1]);
});

Deno.test("a worker that breaks is a failure of its file alone, told without a word of the file", async () => {
  using broken = startFileWorker();
  using other = startFileWorker();

  await broken.unpack(bytes("no gzip"));
  const planning = broken.plan(firstChoices("GB"), list, ["en"]);

  await assert.rejects(planning, (error) => {
    assert.ok(error instanceof Error);
    assert.equal(`${error.name}: ${error.message}`, "TypeError: The worker of an import failed.");
    assert.match(error.stack ?? "", /\n\s+at /);
    return true;
  });
  assert.equal((await other.read(bytes("Name\nAna Silva"), {})).sheets[0]?.rows, 2);
});
