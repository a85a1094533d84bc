import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../bench/bench-servers.ts";
import { until } from "../../server/testing/until.ts";
import type { Deps } from "../../server/deps.ts";
import { startPostgres } from "../tools/postgres.ts";
import { launchServer, listening, type SpawnedServer } from "../tools/spawn-server.ts";
import { checkParties, readChanges } from "./ask-server.ts";
import { checkWhole, owedOf } from "./check-whole.ts";
import { type Guests, inviteGuests } from "./guests.ts";
import { openKitchen } from "./kitchen.ts";
import { checkLedgers, openLedgers } from "./ledger.ts";
import { openDeps, type Place, serverEnvironment } from "./open-deps.ts";
import type { Counts, Fault, Trial } from "./round.ts";
import { aFaultyWedding, type FaultyWedding } from "./weddings.ts";

/** kill -9 of a server with its own database, again and again, in the middle of replies and deliveries. */
export const killedEmbedded: Fault = {
  name: "killed-embedded",
  seconds: { whole: 1_200, short: 60 },
  inGate: true,
  embedded: true,
  run: (trial) => killAgainAndAgain(trial, { folder: trial.folder }, trial.short ? 3 : 200),
};

/** The same of a server on PostgreSQL. */
export const killedPostgres: Fault = {
  name: "killed-postgres",
  seconds: { whole: 1_200, short: 60 },
  inGate: true,
  async run(trial) {
    const postgres = trial.held.use(await startPostgres());
    const place = { folder: trial.folder, databaseUrl: postgres.url };
    return await killAgainAndAgain(trial, place, trial.short ? 3 : 100);
  },
};

interface Round extends Trial {
  place: Place;
  weddings: FaultyWedding[];
  guests: Guests;
  url: string;
  start: () => Promise<SpawnedServer>;
}

async function killAgainAndAgain(trial: Trial, place: Place, rounds: number): Promise<Counts> {
  const { chance, held, signal, print } = trial;
  const kitchen = held.use(openKitchen(chance.fork("kitchen")));
  const weddings: FaultyWedding[] = [];
  {
    await using deps = await openDeps(place);
    for (let count = 0; count < (trial.short ? 2 : 4); count += 1) {
      weddings.push(await aFaultyWedding(deps, kitchen, { parties: trial.short ? 12 : 60 }));
    }
  }
  const port = freePort();
  const url = `http://127.0.0.1:${port}`;
  const environment = serverEnvironment(place, port);
  let server: SpawnedServer | undefined;
  held.defer(async () => await server?.kill());
  const start = async () => server = await launchServer(place.folder, environment);

  const guests = inviteGuests(weddings, { chance, many: 8 });
  const ledgers = openLedgers(weddings);
  const beside = place.databaseUrl === undefined ? undefined : held.use(await openDeps(place));
  const sum = { inStart: 0, amidReplies: 0, amidTransactions: 0, answersLost: 0, longestStart: 0 };
  const read = (wedding: FaultyWedding, after: number, most: number) =>
    readChanges(url, wedding, after, most);

  for (let round = 1; round <= rounds && !signal.aborted; round += 1) {
    const began = performance.now();
    const running = await start();
    if (chance.next() < 0.1) {
      await sleep(chance.between(0, 900));
      await running.kill();
      sum.inStart += 1;
      continue;
    }
    await running.printed(listening);
    sum.longestStart = Math.max(sum.longestStart, performance.now() - began);
    sum.answersLost += await checkLedgers(ledgers, guests, read);
    const before = guests.acknowledged.length;
    guests.send(url);
    // Mostly in the middle of things, sometimes before anything was answered.
    if (chance.next() < 0.85) {
      const some = () => Promise.resolve(guests.acknowledged.length > before);
      await until("a reply is taken", some, 20_000);
    }
    await sleep(chance.between(0, 400));
    guests.pause();
    if (guests.underWay().length > 0) sum.amidReplies += 1;
    if (beside && await transactionsOf(beside) > 0) sum.amidTransactions += 1;
    await running.kill();
    check(guests, kitchen, running);
    if (round % 20 === 0) print(`${round} kills, ${guests.acknowledged.length} replies`);
  }
  signal.throwIfAborted();

  const drained = await drain({ ...trial, place, weddings, guests, url, start });
  check(guests, kitchen);
  await using deps = await openDeps(place);
  const { deliveries, changes } = await checkWhole(deps, ledgers, guests, kitchen);
  const calls = [...kitchen.arrived.values()].reduce((all, { calls }) => all + calls, 0);
  return {
    "kills": rounds,
    "… while the server was starting": sum.inStart,
    "… with replies under way": sum.amidReplies,
    ...(beside ? { "… seen in the middle of a transaction": sum.amidTransactions } : {}),
    "replies acknowledged": guests.acknowledged.length,
    "… tries that got no answer": guests.counts.broken,
    "… saved, and the answer was lost": sum.answersLost,
    "… pressed again afterwards": guests.counts.repeated,
    "parties that see what they sent last": drained.parties,
    "changes in the logs": changes,
    "deliveries, all arrived": deliveries,
    "… calls for them": calls,
    "longest start, ms": Math.round(sum.longestStart),
    "longest answer, ms": Math.round(guests.longestAnswerMs()),
    "until nothing was owed, s": drained.seconds,
  };
}

/** Lets everything that was begun come to its end: the last replies, and what vendors are owed. */
async function drain({ place, weddings, guests, url, start, signal, short }: Round) {
  const began = performance.now();
  let parties = 0;
  for (let owed = 1; owed > 0;) {
    signal.throwIfAborted();
    const server = await start();
    await server.printed(listening);
    guests.send(url);
    await guests.finish();
    guests.check();
    parties ||= await checkParties(url, guests);
    await sleep(1_000);
    await server.stop();
    await using deps = await openDeps(place);
    // What a killed server had claimed is anybody's after 25 s; the gate does not wait for that.
    if (short) {
      await deps.sql`update deliveries set next_attempt_at = now() where claimed_by is not null`;
    }
    owed = await owedOf(deps, weddings);
  }
  return { parties, seconds: ((performance.now() - began) / 1000).toFixed(1) };
}

/** Throws when something was seen that must never be; the server's own log included. */
function check(guests: Guests, kitchen: { check(): void }, server?: SpawnedServer): void {
  guests.check();
  kitchen.check();
  const odd = server?.output().split("\n").find((line) => line.includes('"level":"error"'));
  if (odd !== undefined) throw new Error(`The server's log has ${odd}`);
}

/** How many transactions of the server are open at this moment. */
async function transactionsOf({ sql }: Deps): Promise<number> {
  const [row] = await sql<{ open: number }>`
    select count(*) as open
    from pg_stat_activity
    where
      application_name = 'wedding-rsvp'
      and pid <> pg_backend_pid()
      and xact_start is not null
  `;
  return row?.open ?? 0;
}
