import assert from "node:assert/strict";
import { testDatabase } from "../testing/database.ts";
import { gather } from "./gather.ts";
import type { Sql } from "./sql.ts";

const shared = await testDatabase();

/** A database that has a desk of its own. */
function aDatabase(): Sql {
  return Object.assign((text: TemplateStringsArray) => shared(text), shared) as Sql;
}

/** Flights that stay out until they are let go. */
function aDesk(options: { most?: number; seat?: boolean; patienceMs?: number } = {}) {
  const flights: { asked: string[]; land: (error?: Error) => void }[] = [];
  let left = Promise.withResolvers<void>();
  const ask = gather<string, string>({
    most: options.most ?? 10,
    answer(_, asked) {
      const landed = Promise.withResolvers<PromiseSettledResult<string>[]>();
      flights.push({
        asked: [...asked],
        land: (error) =>
          error ? landed.reject(error) : landed.resolve(
            asked.map((one) =>
              one.startsWith("bad")
                ? { status: "rejected", reason: new Error(`${one}!`) }
                : { status: "fulfilled", value: one.toUpperCase() }
            ),
          ),
      });
      left.resolve();
      left = Promise.withResolvers();
      return landed.promise;
    },
    ...(options.patienceMs === undefined ? {} : { patienceMs: options.patienceMs }),
    ...(options.seat ? { seat: (asked: string) => asked } : {}),
  });
  return { ask, flights, nextLeaves: () => left.promise };
}

Deno.test("whoever asks alone is on the way at once", async () => {
  const { ask, flights, nextLeaves } = aDesk();
  const leaves = nextLeaves();

  const answer = ask(aDatabase(), "a");
  await leaves;
  flights[0]?.land();

  assert.equal(await answer, "A");
});

Deno.test("what is asked while a flight is out goes with the next, in the order in which it came", async () => {
  const { ask, flights, nextLeaves } = aDesk({ most: 3 });
  const sql = aDatabase();
  const first = nextLeaves();
  const answers = [ask(sql, "a")];
  await first;
  const second = nextLeaves();
  answers.push(...["b", "c", "d", "e"].map((one) => ask(sql, one)));
  flights[0]?.land();
  await second;
  const third = nextLeaves();
  flights[1]?.land();
  await third;
  flights[2]?.land();

  assert.deepEqual(await Promise.all(answers), ["A", "B", "C", "D", "E"]);
  assert.deepEqual(flights.map(({ asked }) => asked), [["a"], ["b", "c", "d"], ["e"]]);
});

Deno.test("two databases share no flight, and neither waits for the other", async () => {
  const { ask, flights, nextLeaves } = aDesk();
  const here = nextLeaves();
  const answers = [ask(aDatabase(), "here")];
  await here;
  const there = nextLeaves();
  answers.push(ask(aDatabase(), "there"));
  await there;

  assert.deepEqual(flights.map(({ asked }) => asked), [["here"], ["there"]]);
  for (const { land } of flights) land();
  assert.deepEqual(await Promise.all(answers), ["HERE", "THERE"]);
});

Deno.test("what goes wrong for one is told to that one; what goes wrong with the flight, to all", async () => {
  const { ask, flights, nextLeaves } = aDesk();
  const sql = aDatabase();
  const leaves = nextLeaves();
  const answers = Promise.allSettled(["a", "bad", "c"].map((one) => ask(sql, one)));
  await leaves;
  flights[0]?.land();
  assert.deepEqual((await answers).map(({ status }) => status), [
    "fulfilled",
    "rejected",
    "fulfilled",
  ]);

  const again = nextLeaves();
  const lost = Promise.allSettled(["a", "b"].map((one) => ask(sql, one)));
  await again;
  flights[1]?.land(new Error("Gone."));
  assert.deepEqual((await lost).map(({ status }) => status), ["rejected", "rejected"]);
});

Deno.test("whoever waited for a database that is not there does not wait for the next flight", async () => {
  const away = Object.assign(new Error("The connection was lost."), { code: "CONNECTION_CLOSED" });
  for (const patienceMs of [0, 3_600_000]) {
    const { ask, flights, nextLeaves } = aDesk({ patienceMs });
    const sql = aDatabase();
    const first = nextLeaves();
    const boarded = ask(sql, "a");
    await first;
    const waiting = ask(sql, "b");
    const second = nextLeaves();
    flights[0]?.land(away);

    await assert.rejects(boarded, away);
    if (patienceMs === 0) await assert.rejects(waiting, away);
    else {
      await second;
      flights[1]?.land();
      assert.equal(await waiting, "B");
    }
  }
});

Deno.test("two with one seat travel one after the other, and nobody overtakes", async () => {
  const { ask, flights, nextLeaves } = aDesk({ seat: true, most: 2 });
  const sql = aDatabase();
  const leaves = nextLeaves();
  const answers = ["a", "a", "b", "a"].map((one) => ask(sql, one));
  await leaves;
  for (let flight = 0; flight < 2; flight++) {
    const next = nextLeaves();
    flights[flight]?.land();
    await next;
  }
  flights[2]?.land();
  await Promise.all(answers);

  assert.deepEqual(flights.map(({ asked }) => asked), [["a", "b"], ["a"], ["a"]]);
});
