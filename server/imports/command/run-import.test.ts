import assert from "node:assert/strict";
import { allRoutes } from "../../app.ts";
import { listParties } from "../../guests/list-parties.ts";
import { testDatabase } from "../../testing/database.ts";
import { anApiKey } from "../../testing/fixtures-access.ts";
import { aPartyOf, aWedding } from "../../testing/fixtures-replies.ts";
import { testApp } from "../../testing/test-app.ts";
import { testDeps } from "../../testing/test-deps.ts";
import { listImports } from "../read-import.ts";
import { exits, runImport } from "./run-import.ts";

const sql = await testDatabase();

const samples = new URL("../../../e2e/samples/", import.meta.url);

const list = [
  "First Name,Last Name,Party,Email,Ceremony - RSVP",
  "Ana,Silva,Silva,ana@example.com,Attending",
  "Rui,Silva,Silva,,Regret",
  "Plus One,,Silva,,No Response",
  "Tom,Ford,Ford,tom@gmial.com,No Response",
].join("\r\n");

/** Somebody at a terminal with one file, and the server they ask. */
async function aTerminal(
  content: string | Uint8Array<ArrayBuffer>,
  answer?: boolean,
  columns = 100,
  said: string[] = [],
) {
  const deps = await testDeps(sql);
  const wedding = await aWedding(deps);
  const { site } = wedding;
  const app = testApp(deps, allRoutes(deps.config));
  const key = await anApiKey(deps, site, "planner");
  const written = new Map<string, string>();
  const bars: string[] = [];
  const asked: string[] = [];
  let printed = "";
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const run = (...words: string[]) =>
    runImport(["lists/guests.csv", "--site", site.slug, ...words], {
      print: (text) => void (printed += `${text}\n`),
      bar: (text) => void bars.push(text),
      ...answer === undefined ? {} : {
        ask: (question: string) => {
          asked.push(question);
          return answer;
        },
        choose: (question: string) => {
          asked.push(question);
          return said.shift() ?? null;
        },
      },
      columns,
      environment: { RSVP_SERVER: "https://rsvp.test", RSVP_KEY: key },
      send: async (request) => await app.fetch(request),
      readFile: (path) =>
        path === "lists/guests.csv"
          ? Promise.resolve(bytes)
          : Promise.reject(new Error("No such file")),
      writeFile(path, bytes) {
        written.set(path, new TextDecoder().decode(bytes));
        return Promise.resolve();
      },
    });
  const names = async () => {
    const { parties } = await listParties(deps, site, { limit: 50 });
    return parties.map(({ name }) => name).toSorted();
  };
  return { deps, wedding, site, run, names, written, bars, asked, printed: () => printed };
}

Deno.test("the command shows what will happen and writes nothing without a yes", async () => {
  const { deps, site, run, names, printed, asked } = await aTerminal(list, false);

  const code = await run();

  assert.equal(code, exits.undecided);
  assert.equal(asked.length, 1);
  assert.match(printed(), /Silva +rows 2–4 +Ana Silva, Rui Silva, \(open seat\)/);
  assert.match(printed(), /#4 +Email +mail +ana@example\.com/);
  assert.match(printed(), /row 5 +Email .*Proposed: tom@gmail\.com/);
  assert.match(printed(), /added +2 +4/);
  assert.deepEqual(await names(), []);
  assert.deepEqual(await listImports(deps, site), [], "no preview is left behind");
});

Deno.test("the command puts the list on the site after a yes, and a second time finds it all there", async () => {
  const { run, names, printed, bars, asked } = await aTerminal(list, true);

  const first = await run("--all-repairs");
  const second = await run("--all-repairs");

  assert.deepEqual([first, second], [exits.done, exits.done]);
  assert.deepEqual(await names(), ["Ford", "Silva"]);
  assert.match(printed(), /The list has it all already/);
  assert.equal(asked.length, 1);
  assert.ok(bars.some((bar) => bar.includes("Reading")) && bars.at(-1) === "\r\x1b[K");
});

Deno.test("--accept asks nobody, and rows that were refused end in a file and in the exit code", async () => {
  const twoMails = `${list}\r\n,,,nobody@example.com,`;
  const { run, names, written } = await aTerminal(twoMails);

  const code = await run("--accept", "--refused");

  assert.equal(code, exits.refusedRows);
  assert.deepEqual(await names(), ["Ford", "Silva"]);
  assert.deepEqual([...written.keys()], ["lists/guests-refused.csv"]);
  assert.match(written.get("lists/guests-refused.csv") ?? "", /6,.+nobody@example\.com/);
});

Deno.test("without a terminal and without --accept nothing is written", async () => {
  const { run, names, printed } = await aTerminal(list);

  assert.equal(await run(), exits.undecided);

  assert.match(printed(), /say --accept/);
  assert.deepEqual(await names(), []);
});

Deno.test("somebody who may be there already has to be decided about first", async () => {
  const { deps, wedding, run, names, printed } = await aTerminal("Name,Phone\nRob Ford,", true);
  await aPartyOf(deps, wedding, [{ name: "Robert Ford" }]);
  const before = await names();

  const undecided = await run("--accept");
  const skipped = await run("--accept", "--undecided", "skip");

  assert.deepEqual([undecided, skipped], [exits.undecided, exits.done]);
  assert.match(printed(), /perhaps +Robert Ford: .*short for/);
  assert.deepEqual(await names(), before);
});

Deno.test("--map says what a column means, by header or number", async () => {
  const { run, names, printed } = await aTerminal("Wer,Mit\nTom Ford,Ford\nAna Ford,Ford", true);

  const table = ["--header-row", "1"];
  const wrong = await run(...table, "--map", "Wo=party");
  const code = await run(...table, "--map", "wer=name", "--map", "#2=party", "--accept");

  assert.deepEqual([wrong, code], [exits.wrongArguments, exits.done]);
  assert.match(printed(), /There are: #1 Wer, #2 Mit/);
  assert.deepEqual(await names(), ["Ford"]);
});

Deno.test("what the server refuses is told in its words, and nothing is written", async () => {
  const { run, names, printed } = await aTerminal(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]));

  assert.equal(await run("--accept"), exits.failed);
  assert.equal(await run("--accept", "--key", "wr_wrong"), exits.failed);

  assert.match(printed(), /file/);
  assert.match(printed(), /key is not one of this site/);
  assert.deepEqual(await names(), []);
});

Deno.test("every wrong argument is named at once", async () => {
  const { run, printed } = await aTerminal(list);

  const code = await run("--undecided", "perhaps", "--accept", "--dry-run", "--map", "Name");

  assert.equal(code, exits.wrongArguments);
  for (const word of ["--undecided", "--accept and --dry-run", "--map"]) {
    assert.ok(printed().includes(word));
  }
  assert.equal(await run("--unknown"), exits.wrongArguments);
  assert.equal(await run("--help"), exits.done);
});

Deno.test("in 80 columns no sentence is cut off, and what was seen in the file is said in words", async () => {
  const bytes = await Deno.readFile(new URL("aunts-workbook.xlsx", samples));
  const { run, printed } = await aTerminal(bytes, false, 80);

  await run("--sheet", "Bride's side");

  const lines = printed().split("\n");
  assert.deepEqual(lines.filter((line) => line.length > 80), []);
  const text = printed().replace(/\s+/g, " ");
  for (
    const sentence of [
      "last digits are lost: row 5, column #5.",
      "was read in each of them: A4:A6.",
      "Hidden rows are read like the others: 1, from row 9 on.",
      "does not say which event it is about; its cells were kept as answers.",
      "Telephone numbers were read as those of Portugal (PT); another: --country CODE",
      '--map "RSVP=reply:EVENT"',
      "6 new guests (1 of them an open seat)",
    ]
  ) {
    assert.ok(text.includes(sentence), `${sentence}\n${printed()}`);
  }
});

Deno.test("guests who would be invited to nothing are told of, and how to invite them", async () => {
  const { run, printed } = await aTerminal("Name\nTom Ford\nEva Stone", false);

  await run("--dry-run");
  const without = printed().replace(/\s+/g, " ");
  await run("--dry-run", "--invite-to", "Dinner");
  const both = printed().replace(/\s+/g, " ");

  assert.match(without, /2 new guests are invited to nothing/);
  assert.ok(without.includes('--invite-to "Ceremony" --invite-to "Dinner"'));
  assert.equal(both.match(/invited to nothing/g)?.length, 1);
});

Deno.test("names from a file cannot move the cursor or turn the line round", async () => {
  const { run, printed } = await aTerminal("Name\n\u202eEva \u001b[2JStone", false);

  await run("--dry-run");

  assert.ok(!printed().includes("\u202e") && !printed().includes("\u001b"));
  assert.match(printed(), /Eva/);
});

Deno.test("on a terminal whoever may be on the list already is decided one by one", async () => {
  const list = "Name\nAna Silva\nEva Costa\nTom Ford";
  const { deps, wedding, run, names, asked } = await aTerminal(list, true, 100, [
    ...["what?", "m", "keep apart", "S"],
  ]);
  for (const name of ["Ana Silva", "Eva Costa", "Tom Ford"]) {
    await aPartyOf(deps, wedding, [{ name }]);
  }

  const code = await run();

  assert.equal(code, exits.done, asked.join("\n"));
  assert.match(asked[0] ?? "", /Ana Silva .*row 2.* on the list[^]*Both are called Ana Silva/);
  assert.equal((await names()).length, 4);
});

Deno.test("whoever gives no answer to a question of the command has written nothing", async () => {
  const { deps, wedding, run, names, printed } = await aTerminal("Name\nAna Silva", true, 100, [
    "",
  ]);
  await aPartyOf(deps, wedding, [{ name: "Ana Silva" }]);

  const code = await run();

  assert.equal(code, exits.undecided);
  assert.match(printed(), /Nothing was written: 1 may be on the list already/);
  assert.equal((await names()).length, 1);
});
