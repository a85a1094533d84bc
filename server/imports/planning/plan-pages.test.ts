import assert from "node:assert/strict";
import { firstChoices } from "./choices.ts";
import { planImport } from "./plan-import.ts";
import { packPage, pagesOfPlan, unpackPage } from "./plan-pages.ts";

const cells = [["Name", "Email"], ...Array.from({ length: 120 }, (_, at) => [`Ana Nova${at}`, ""])];
const rows = [...cells, ["", "nobody@example.com"]].map((cells, at) => ({ number: at + 1, cells }));
const file = { sheets: [{ name: "", rows }], how: { format: "csv" as const }, notices: [] };
const list = { changeNumber: 0, events: [], questions: [], parties: [] };

Deno.test("the pages of a plan hold all of it, in its order, fifty things each", () => {
  const plan = planImport(file, firstChoices("GB"), list, ["en"]);

  const { pages, parties, plan: head } = pagesOfPlan(plan);

  const { parties: whole, refused, problems, ...rest } = plan;
  assert.equal(parties, 120);
  assert.deepEqual(head, rest);
  const opened = (kind: string) =>
    pages.filter((page) => page.kind === kind).map(({ packed }) => unpackPage(packed));
  assert.deepEqual(opened("added").map(({ length }) => length), [50, 50, 20]);
  assert.deepEqual(opened("added").flat(), JSON.parse(JSON.stringify(whole)));
  assert.deepEqual([opened("refused"), opened("problems")], [[refused], [problems]]);
});

Deno.test("plans that say the same have the same digest, others another", () => {
  const digestOf = (sheet: typeof rows) => {
    const other = { ...file, sheets: [{ name: "", rows: sheet }] };
    return pagesOfPlan(planImport(other, firstChoices("GB"), list, ["en"])).digest;
  };

  assert.equal(digestOf(rows), digestOf(structuredClone(rows)));
  assert.notEqual(digestOf(rows), digestOf(rows.toSpliced(60, 1)));
});

Deno.test("a page that was kept before pages were squeezed opens as well", () => {
  const page = JSON.stringify([{ row: 2 }]);

  assert.deepEqual(unpackPage(new TextEncoder().encode(page)), [{ row: 2 }]);
  assert.deepEqual(unpackPage(packPage(page)), [{ row: 2 }]);
});
