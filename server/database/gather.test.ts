import assert from "node:assert/strict";
import { testDatabase } from "../testing/database.ts";
import { gather } from "./gather.ts";
import type { Sql } from "./sql.ts";

const shared = await testDatabase();

/** A database that has a desk of its own. */
function aDatabase(): Sql {
  return Object.assign((text: TemplateStringsArray) => shared(text), shared) as Sql;
}

/** Those who go together stay away until they are let back. */
function aDesk({ apart, line, ...options }: {
  apart?: boolean;
  line?: boolean;
  most?: number;
  few?: number;
  patienceMs?: number;
  besideMs?: number;
} = {}) {
  const gone: { asked: string[]; back: (error?: Error) => void }[] = [];
  let left = Promise.withResolvers<void>();
  const ask = gather<string, string>({
    most: 10,
    few: 1,
    besideMs: 3_600_000,
    answer(_, asked) {
      const answered = Promise.withResolvers<PromiseSettledResult<string>[]>();
      gone.push({
        asked: [...asked],
        back: (error) =>
          error ? answered.reject(error) : answered.resolve(
            asked.map((one) =>
              one.startsWith("bad")
                ? { status: "rejected", reason: new Error(`${one}!`) }
                : { status: "fulfilled", value: one.toUpperCase() }
            ),
          ),
      });
      left.resolve();
      left = Promise.withResolvers();
      return answered.promise;
    },
    ...(apart ? { apart: (asked: string) => asked } : {}),
    ...(line ? { line: (asked: string) => asked.split("/")[0] ?? "" } : {}),
    ...options,
  });
  return { ask, gone, nextLeave: () => left.promise };
}

Deno.test("whoever asks alone is on the way at once", async () => {
  const { ask, gone, nextLeave } = aDesk();
  const leaves = nextLeave();

  const answer = ask(aDatabase(), "a");
  await leaves;
  gone[0]?.back();

  assert.equal(await answer, "A");
});

Deno.test("what is asked while others are away goes with the next, in the order in which it came", async () => {
  const { ask, gone, nextLeave } = aDesk({ most: 3 });
  const sql = aDatabase();
  const first = nextLeave();
  const answers = [ask(sql, "a")];
  await first;
  const second = nextLeave();
  answers.push(...["b", "c", "d", "e"].map((one) => ask(sql, one)));
  gone[0]?.back();
  await second;
  const third = nextLeave();
  gone[1]?.back();
  await third;
  gone[2]?.back();

  assert.deepEqual(await Promise.all(answers), ["A", "B", "C", "D", "E"]);
  assert.deepEqual(gone.map(({ asked }) => asked), [["a"], ["b", "c", "d"], ["e"]]);
});

Deno.test("two databases, and two lines of one, share nothing, and neither waits for the other", async () => {
  const { ask, gone, nextLeave } = aDesk({ line: true });
  const sql = aDatabase();
  const answers: Promise<string>[] = [];
  for (const [database, asked] of [[sql, "a/1"], [aDatabase(), "a/2"], [sql, "b/1"]] as const) {
    const leaves = nextLeave();
    answers.push(ask(database, asked));
    await leaves;
  }

  assert.deepEqual(gone.map(({ asked }) => asked), [["a/1"], ["a/2"], ["b/1"]]);
  for (const { back } of gone) back();
  assert.deepEqual(await Promise.all(answers), ["A/1", "A/2", "B/1"]);
});

Deno.test("while few are away nobody waits for them", async () => {
  const { ask, gone, nextLeave } = aDesk({ few: 3 });
  const sql = aDatabase();
  const answers: Promise<string>[] = [];
  for (const asked of ["a", "b", "c"]) {
    const leaves = nextLeave();
    answers.push(ask(sql, asked));
    await leaves;
  }
  answers.push(ask(sql, "d"), ask(sql, "e"));
  const next = nextLeave();
  gone[0]?.back();
  await next;
  for (const { back } of gone) back();

  assert.deepEqual(await Promise.all(answers), ["A", "B", "C", "D", "E"]);
  assert.deepEqual(gone.map(({ asked }) => asked), [["a"], ["b"], ["c"], ["d", "e"]]);
});

Deno.test("who does not come back for long holds up nobody else", async () => {
  const { ask, gone, nextLeave } = aDesk({ besideMs: 1 });
  const sql = aDatabase();
  const first = nextLeave();
  const stuck = ask(sql, "stuck");
  await first;
  const second = nextLeave();
  const answer = ask(sql, "a");
  await second;
  gone[1]?.back();

  assert.equal(await answer, "A");
  gone[0]?.back();
  assert.equal(await stuck, "STUCK");
});

Deno.test("inside a transaction of the same database nobody is let in: it would wait for itself", async () => {
  const { ask, gone } = aDesk();

  await assert.rejects(
    shared.begin(async (tx) => {
      await tx`select 1`;
      await ask(shared, "a");
    }),
    /Inside a transaction/,
  );

  assert.deepEqual(gone, []);
});

Deno.test("what goes wrong for one is told to that one; what goes wrong with the statement, to all", async () => {
  const { ask, gone, nextLeave } = aDesk();
  const sql = aDatabase();
  const leaves = nextLeave();
  const answers = Promise.allSettled(["a", "bad", "c"].map((one) => ask(sql, one)));
  await leaves;
  gone[0]?.back();
  assert.deepEqual((await answers).map(({ status }) => status), [
    "fulfilled",
    "rejected",
    "fulfilled",
  ]);

  const again = nextLeave();
  const lost = Promise.allSettled(["a", "b"].map((one) => ask(sql, one)));
  await again;
  gone[1]?.back(new Error("Gone."));
  assert.deepEqual((await lost).map(({ status }) => status), ["rejected", "rejected"]);
});

Deno.test("whoever waited for a database that is not there does not try in vain again", async () => {
  const away = Object.assign(new Error("The connection was lost."), { code: "CONNECTION_CLOSED" });
  for (const patienceMs of [0, 3_600_000]) {
    const { ask, gone, nextLeave } = aDesk({ patienceMs });
    const sql = aDatabase();
    const first = nextLeave();
    const boarded = ask(sql, "a");
    await first;
    const waiting = ask(sql, "b");
    const second = nextLeave();
    gone[0]?.back(away);

    await assert.rejects(boarded, away);
    if (patienceMs === 0) await assert.rejects(waiting, away);
    else {
      await second;
      gone[1]?.back();
      assert.equal(await waiting, "B");
    }
  }
});

Deno.test("two with the same name go one after the other, and nobody overtakes", async () => {
  const { ask, gone, nextLeave } = aDesk({ apart: true, most: 2 });
  const sql = aDatabase();
  const leaves = nextLeave();
  const answers = ["a", "a", "b", "a"].map((one) => ask(sql, one));
  await leaves;
  for (let turn = 0; turn < 2; turn++) {
    const next = nextLeave();
    gone[turn]?.back();
    await next;
  }
  gone[2]?.back();
  await Promise.all(answers);

  assert.deepEqual(gone.map(({ asked }) => asked), [["a", "b"], ["a"], ["a"]]);
});
