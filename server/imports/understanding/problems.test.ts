import assert from "node:assert/strict";
import { repository, repositoryFiles } from "../../../e2e/tools/repository.ts";
import { importProblems } from "./problem-codes.ts";
import { createTell, type RowProblem, sentenceOf } from "./problems.ts";

Deno.test("every kind of problem is told somewhere", async () => {
  const files = (await repositoryFiles()).filter((path) =>
    /^server\/imports\/(?:understanding|planning)\/.*\.ts$/.test(path) &&
    !/\.test\.ts$|problem-codes/.test(path)
  );
  const texts = await Promise.all(
    files.map((path) => Deno.readTextFile(new URL(path, repository))),
  );
  const code = texts.join("\n");

  assert.deepEqual(Object.keys(importProblems).filter((each) => !code.includes(`"${each}"`)), []);
});

Deno.test("a sentence holds the value and the parameters of its problem", () => {
  const problems: RowProblem[] = [];
  const tell = createTell("Guests", 7, problems);

  tell("count-too-small", { value: "2", parameters: { count: 2, named: 3 } });
  tell("mail-not-valid", {
    column: { index: 1, header: "Email" },
    value: "jane@host,com",
    repair: "jane@host.com",
  });

  assert.deepEqual(problems.map(sentenceOf), [
    "2 are invited, but 3 are named; all of them were kept.",
    "“jane@host,com” is not a mail address; it was kept as a note.",
  ]);
  assert.deepEqual(problems[1], {
    ...{ sheet: "Guests", row: 7, column: { index: 1, header: "Email" } },
    ...{ value: "jane@host,com", code: "mail-not-valid", severity: "warning", parameters: {} },
    repair: "jane@host.com",
  });
});

Deno.test("an endless cell does not make an endless problem", () => {
  const problems: RowProblem[] = [];

  createTell("Guests", 1, problems)("not-a-name", { value: "x".repeat(10_000) });

  assert.ok((problems[0]?.value.length ?? 0) < 250);
});
