import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../bench/bench-servers.ts";
import { tcpProxy } from "../../server/testing/tcp-proxy.ts";
import { until } from "../../server/testing/until.ts";
import { startPostgres } from "../tools/postgres.ts";
import { spawnServer } from "../tools/spawn-server.ts";
import { checkParties, readChanges } from "./ask-server.ts";
import { checkWhole, untilNothingOwed } from "./check-whole.ts";
import { followLive } from "./follow-live.ts";
import { inviteGuests } from "./guests.ts";
import { openKitchen } from "./kitchen.ts";
import { checkLedgers, openLedgers } from "./ledger.ts";
import { openDeps, serverEnvironment } from "./open-deps.ts";
import type { Counts, Fault, Trial } from "./round.ts";
import { aFaultyWedding, type FaultyWedding } from "./weddings.ts";

/** Nobody waits longer for an answer, whatever the database does. */
const mostAnswerMs = 15_000;
/** Nor for the first reply that is taken once the database is back. */
const mostBackMs = 5_000;

/** PostgreSQL is restarted, its backends are killed, and the way to it goes quiet, while guests reply. */
export const postgresAway: Fault = {
  name: "postgres-away",
  seconds: { whole: 300, short: 90 },
  run: awayAndBack,
};

interface Outage {
  name: string;
  times: number;
  /** Brings it about and ends it; returns when the database was back. */
  happen(): Promise<number>;
}

async function awayAndBack(trial: Trial): Promise<Counts> {
  const { chance, held, short, signal, print } = trial;
  const postgres = held.use(await startPostgres());
  const proxy = held.use(tcpProxy({ hostname: "127.0.0.1", port: portOf(postgres.url) }));
  const direct = { folder: trial.folder, databaseUrl: postgres.url };
  const throughProxy = { ...direct, databaseUrl: withPort(postgres.url, proxy.port) };
  const kitchen = held.use(openKitchen(chance.fork("kitchen")));
  const deps = held.use(await openDeps(direct));
  const weddings: FaultyWedding[] = [];
  for (let count = 0; count < 4; count += 1) {
    weddings.push(await aFaultyWedding(deps, kitchen, { parties: short ? 12 : 60 }));
  }
  const port = freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await spawnServer(trial.folder, serverEnvironment(throughProxy, port));
  held.defer(() => server.kill());
  const watchers = weddings.map((wedding) => held.use(followLive(url, wedding, wedding.beganAt)));
  const guests = inviteGuests(weddings, { chance, many: 8, restMs: 60 });
  const ledgers = openLedgers(weddings);

  const terminate = async () => {
    const rows = await deps.sql`
      select pg_terminate_backend(pid)
      from pg_stat_activity
      where application_name = 'wedding-rsvp' and pid <> pg_backend_pid()
    `;
    return rows.length;
  };
  const away = async (leave: () => void, ms: number) => {
    leave();
    await sleep(ms, undefined, { signal });
    proxy.pass();
    return performance.now();
  };
  const awayMs = short ? 2_000 : 20_000;
  let backends = 0;
  const outages: Outage[] = [
    {
      name: "all backends killed",
      times: short ? 2 : 20,
      async happen() {
        backends += await terminate();
        return performance.now();
      },
    },
    {
      name: "restarts, immediate",
      times: short ? 1 : 5,
      async happen() {
        await postgres.kill();
        await postgres.restart();
        return performance.now();
      },
    },
    {
      name: "restarts, fast",
      times: short ? 0 : 5,
      async happen() {
        await postgres.restart();
        return performance.now();
      },
    },
    {
      name: `refused for ${awayMs / 1000} s`,
      times: 1,
      happen: () => away(proxy.refuse, awayMs),
    },
    {
      name: `silent for ${awayMs / 1000} s`,
      times: short ? 0 : 1,
      happen: () => away(proxy.hush, awayMs),
    },
  ];

  const counts: Counts = {};
  let longestBack = 0;
  let longestOut = 0;
  guests.send(url);
  await until("a guest has replied", () => Promise.resolve(guests.acknowledged.length > 0), 30_000);
  for (const { name, times, happen } of outages) {
    for (let time = 0; time < times; time += 1) {
      await sleep(chance.between(100, 500), undefined, { signal });
      const began = performance.now();
      const back = await happen();
      const first = await until("a reply is taken after it", () => {
        guests.check();
        if (server.ended()) throw new Error(`The server ended:\n${server.output()}`);
        const saved = guests.acknowledged.find(({ savedAt = 0 }) => savedAt > back);
        return Promise.resolve(saved?.savedAt);
      }, 60_000);
      longestBack = Math.max(longestBack, first - back);
      longestOut = Math.max(longestOut, first - began);
      print(`${name}: back ${Math.round(first - back)} ms after the database`);
    }
    if (times > 0) counts[name] = times;
  }

  await guests.finish();
  guests.check();
  await checkLedgers(ledgers, guests, (wedding, ...page) => readChanges(url, wedding, ...page));
  const parties = await checkParties(url, guests);
  const began = performance.now();
  await untilNothingOwed(deps, weddings);
  const drained = (performance.now() - began) / 1000;
  const { deliveries, changes } = await checkWhole(deps, ledgers, guests, kitchen);
  for (const [index, watcher] of watchers.entries()) {
    const last = ledgers[index]?.changes.length ?? 0;
    await until("the last change is seen live", () => Promise.resolve(watcher.seen() >= last));
    watcher.check();
  }
  if (server.output().includes('"message":"unexpected"')) {
    throw new Error(`The server met what it did not expect:\n${server.output().slice(-4000)}`);
  }
  const longestAnswer = guests.longestAnswerMs();
  if (longestAnswer > mostAnswerMs) throw new Error(`An answer took ${longestAnswer} ms`);
  if (longestBack > mostBackMs) throw new Error(`It was back only after ${longestBack} ms`);
  const { code } = await server.stop();
  if (code !== 0) throw new Error(`The server ended with ${code}`);
  return {
    ...counts,
    "backends killed": backends,
    "replies acknowledged": guests.acknowledged.length,
    "… tries told 503 and when to come back": guests.counts.away,
    "… tries that got no answer": guests.counts.broken,
    "parties that see what they sent last": parties,
    "changes in the logs": changes,
    "… all seen live, with streams that broke": watchers.reduce(
      (sum, { breaks }) => sum + breaks(),
      0,
    ),
    "deliveries, all arrived": deliveries,
    "longest answer, ms": Math.round(longestAnswer),
    "longest until it was back after the database, ms": Math.round(longestBack),
    "longest outage for guests, ms": Math.round(longestOut),
    "until nothing was owed, s": drained.toFixed(1),
  };
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}

function withPort(text: string, port: number): string {
  const url = new URL(text);
  url.port = String(port);
  return url.href;
}
