import assert from "node:assert/strict";
import { command, type Step, takeSteps, tests } from "./steps.ts";
import { testCounts } from "./test-counts.ts";

const deno = Deno.execPath();

Deno.test("takeSteps() stops at the first step that fails and shows what it printed", async () => {
  const printed: string[] = [];
  const never: Step = { name: "never", take: () => Promise.reject(new Error("was taken")) };

  const sum = await takeSteps([
    command("first", 1, deno, "eval", "console.log('» a figure\\nnoise')"),
    command("second", 1, deno, "eval", "console.log('the reason'); Deno.exit(3)"),
    never,
  ], (line) => printed.push(line.replace(/\d+\.\d s/, "0.1 s")));

  assert.deepEqual(sum, { ok: false, passed: 0, failed: 1 });
  assert.deepEqual(printed, [
    "✓ first (0.1 s)",
    "» a figure",
    "the reason\n✗ second (0.1 s)",
    "Not done: never",
  ]);
});

Deno.test("takeSteps() adds up what the tests of its steps counted", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(`${folder}/good.test.ts`, "Deno.test('a', () => {});");
  await Deno.writeTextFile(
    `${folder}/bad.test.ts`,
    "Deno.test('b', () => {}); Deno.test('c', () => { throw new Error('no'); });",
  );

  const sum = await takeSteps([
    tests("good", 1, `${folder}/good.test.ts`),
    tests("both", 1, folder),
  ], () => {});

  await Deno.remove(folder, { recursive: true });
  assert.deepEqual(sum, { ok: false, passed: 3, failed: 1 });
});

Deno.test("a step of tests that runs none has failed, and so has one that cannot start", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(`${folder}/none.test.ts`, "export {};");

  const empty = await takeSteps([tests("none", 1, folder)], () => {});
  const missing = await takeSteps([command("gone", 1, `${folder}/no-such-program`)], () => {});

  await Deno.remove(folder, { recursive: true });
  assert.deepEqual(empty, { ok: false, passed: 0, failed: 1 });
  assert.deepEqual(missing, { ok: false, passed: 0, failed: 1 });
});

Deno.test("a step that takes longer than it may is ended, and keeps what it printed", async () => {
  const printed: string[] = [];
  const endless = "console.log('so far'); setInterval(() => {}, 50)";

  const sum = await takeSteps(
    [command("endless", 1 / 12, deno, "eval", endless)],
    (line) => printed.push(line),
  );

  assert.deepEqual(sum, { ok: false, passed: 0, failed: 1 });
  assert.match(printed.join("\n"), /so far\n\nended after 5 s, its time limit\n✗ endless/);
});

Deno.test("testCounts() reads every summary of deno test and no line of a test's own", () => {
  const output = [
    "ok | 12 passed (3 steps) | 0 failed | 1 ignored (2s)",
    "says: ok | 99 passed | 0 failed (1s)",
    "\x1b[31mFAILED\x1b[0m | 4 passed | 2 failed (1 step) (310ms)",
  ].join("\n");

  assert.deepEqual(testCounts(output), { passed: 16, failed: 2 });
});
