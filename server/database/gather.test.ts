import assert from "node:assert/strict";
import { testDatabase } from "../testing/database.ts";
import { gather } from "./gather.ts";
import type { Sql } from "./sql.ts";

const shared = await testDatabase();

/** A database like the real one, that has a desk of its own. */
function aDatabase(engine: Sql["engine"] = "pglite"): Sql {
  return Object.assign((text: TemplateStringsArray) => shared(text), shared, { engine }) as Sql;
}

/** Flights that stay out until they are let go. */
function aDesk(options: { most?: number; seat?: boolean; lane?: boolean } = {}) {
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
    ...(options.seat ? { seat: (asked: string) => asked } : {}),
    ...(options.lane ? { lane: (asked: string) => asked.split("/")[0] ?? "" } : {}),
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

Deno.test("on a server two flights are out at a time, and two databases share none", async () => {
  const { ask, flights, nextLeaves } = aDesk();
  const sql = aDatabase("postgres");
  const answers: Promise<string>[] = [];
  for (const one of ["a", "b"]) {
    const leaves = nextLeaves();
    answers.push(ask(sql, one));
    await leaves;
  }
  const other = nextLeaves();
  answers.push(ask(sql, "c"), ask(aDatabase(), "elsewhere"));
  await other;

  assert.deepEqual(flights.map(({ asked }) => asked), [["a"], ["b"], ["elsewhere"]]);
  const last = nextLeaves();
  for (const { land } of flights) land();
  await last;
  flights[3]?.land();
  assert.deepEqual(await Promise.all(answers), ["A", "B", "C", "ELSEWHERE"]);
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

Deno.test("two of one lane share a flight or wait for each other, and hold up nobody else", async () => {
  const { ask, flights, nextLeaves } = aDesk({ lane: true });
  const sql = aDatabase("postgres");
  const first = nextLeaves();
  const answers = [ask(sql, "x/1"), ask(sql, "x/2")];
  await first;
  const second = nextLeaves();
  answers.push(ask(sql, "x/3"), ask(sql, "y/1"));
  await second;
  assert.deepEqual(flights.map(({ asked }) => asked), [["x/1", "x/2"], ["y/1"]]);

  const third = nextLeaves();
  flights[0]?.land();
  await third;
  assert.deepEqual(flights[2]?.asked, ["x/3"]);
  flights[1]?.land();
  flights[2]?.land();
  await Promise.all(answers);
});
