import assert from "node:assert/strict";
import { testDatabase } from "../testing/database.ts";
import { aWedding } from "../testing/fixtures-replies.ts";
import { anImporter } from "../testing/importing.ts";
import { readEvents } from "../testing/read-events.ts";
import { testDeps } from "../testing/test-deps.ts";
import { sheetData, xlsxOf } from "../testing/workbook-of.ts";
import { inParts, inSteps, type Progress } from "./progress.ts";

const deps = await testDeps(await testDatabase());

Deno.test("whoever waits for a workbook of a thousand rows hears of each stage on its way, not only of its ends", async () => {
  const { site } = await aWedding(deps);
  const { fetch, path, token } = await anImporter(deps, site);
  const rows = Array.from({ length: 1000 }, (_, at) => [`Ana Nova${at}`, `ana${at}@example.com`]);
  const cells = [["Name", "Email"], ...rows];

  const response = await fetch(
    new Request(`https://rsvp.test${path}?name=guests.xlsx`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        accept: "text/event-stream",
        "content-type": "application/octet-stream",
      },
      body: xlsxOf({ sheets: { Guests: sheetData(cells) } }),
    }),
  );
  const told: Progress[] = [];
  await using events = readEvents(response);
  let last = await events.next();
  for (; last.event === "progress"; last = await events.next()) {
    const { stage, done, total } = last.data;
    if (isStage(stage)) told.push({ stage, done: Number(done), total: Number(total) });
  }

  assert.equal(last.event, "done");
  const stages = Map.groupBy(told, ({ stage }) => stage);
  assert.deepEqual([...stages.keys()], ["reading", "recognising", "comparing", "saving"]);
  for (const [stage, some] of stages) {
    const shares = some.map(({ done, total }) => done / total);
    assert.deepEqual(shares, shares.toSorted((one, other) => one - other), stage);
    assert.deepEqual([shares[0], shares.at(-1)], [0, 1], stage);
  }
  const between = (stage: Progress["stage"]) =>
    stages.get(stage)?.filter(({ done, total }) => done > 0 && done < total).length;
  assert.deepEqual([between("recognising"), between("comparing")], [19, 19]);
  assert.ok(Number(between("reading")) > 0);
});

function isStage(stage: unknown): stage is Progress["stage"] {
  return stage === "reading" || stage === "recognising" || stage === "comparing" ||
    stage === "saving";
}

Deno.test("of many things a twentieth is told at a time, of few each", () => {
  const told: [number, number][] = [];
  const few: number[] = [];

  const step = inSteps(50, (done, total) => told.push([done, total]));
  for (let count = 0; count < 50; count += 1) step();
  const one = inSteps(3, (done) => few.push(done));
  for (let count = 0; count < 3; count += 1) one();

  assert.equal(told.length, 20);
  assert.deepEqual([told[0], told.at(-1)], [[3, 50], [50, 50]]);
  assert.deepEqual(few, [1, 2, 3]);
});

Deno.test("a long way in one step is told once", () => {
  const told: number[] = [];

  const part = inParts(100, (done) => told.push(done));
  [40, 41, 90, 100].forEach(part);

  assert.deepEqual(told, [40, 90, 100]);
});
