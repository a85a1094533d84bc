import { freePort } from "../bench/bench-servers.ts";
import { until } from "../../server/testing/until.ts";
import { startPostgres } from "../tools/postgres.ts";
import { spawnServer } from "../tools/spawn-server.ts";
import { checkParties, readChanges } from "./ask-server.ts";
import { checkWhole, untilNothingOwed } from "./check-whole.ts";
import { inviteGuests } from "./guests.ts";
import { openKitchen } from "./kitchen.ts";
import { checkLedgers, openLedgers } from "./ledger.ts";
import { openDeps, serverEnvironment } from "./open-deps.ts";
import type { Counts, Fault, Trial } from "./round.ts";
import { aFaultyWedding } from "./weddings.ts";

const mostSeconds = 30;

/** Two servers on one PostgreSQL: the one that delivers is killed, and the other takes over what it had begun. */
export const takenOver: Fault = {
  name: "taken-over",
  seconds: { whole: 240, short: 90 },
  run: takeOver,
};

async function takeOver(trial: Trial): Promise<Counts> {
  const { chance, held, folder } = trial;
  const postgres = held.use(await startPostgres());
  const place = { folder, databaseUrl: postgres.url };
  const kitchen = held.use(openKitchen(chance.fork("kitchen"), { refusing: 0 }));
  const deps = held.use(await openDeps(place));
  const weddings = [
    await aFaultyWedding(deps, kitchen, { parties: 12 }),
    await aFaultyWedding(deps, kitchen, { parties: 12 }),
  ];
  const guests = inviteGuests(weddings, { chance, many: 6 });
  const rounds = trial.short ? 1 : 4;
  const took: number[] = [];
  let takenOver = 0;

  let [port, url] = aPort();
  let server = await spawnServer(folder, serverEnvironment(place, port));
  held.defer(() => server.kill());
  for (let round = 0; round < rounds; round += 1) {
    trial.signal.throwIfAborted();
    const before = guests.acknowledged.length;
    const waiting = kitchen.hold();
    guests.send(url);
    // As many as one server tries at once for an endpoint; so it has claims, and nobody else is there to have any.
    await until("deliveries are under way", () => Promise.resolve(waiting() >= 4), 30_000);
    const [otherPort, otherUrl] = aPort();
    const other = await spawnServer(folder, serverEnvironment(place, otherPort));
    held.defer(() => other.kill());
    const [claimed] = await deps.sql<{ count: number }>`
      select count(*) from deliveries where claimed_by is not null
    `;
    guests.send(otherUrl);
    await server.kill();
    const killed = performance.now();
    kitchen.letGo();
    await until("replies are taken", () => {
      guests.check();
      return Promise.resolve(guests.acknowledged.length > before + 10);
    }, 30_000);
    guests.pause();
    await untilNothingOwed(deps, weddings);
    took.push((performance.now() - killed) / 1000);
    takenOver += claimed?.count ?? 0;
    [server, port, url] = [other, otherPort, otherUrl];
  }

  guests.send(url);
  await guests.finish();
  guests.check();
  const ledgers = openLedgers(weddings);
  await checkLedgers(ledgers, guests, (wedding, ...page) => readChanges(url, wedding, ...page));
  const parties = await checkParties(url, guests);
  await untilNothingOwed(deps, weddings);
  const { deliveries } = await checkWhole(deps, ledgers, guests, kitchen);
  const longest = Math.max(...took);
  if (longest > mostSeconds) throw new Error(`Taken over only after ${longest.toFixed(1)} s`);
  return {
    "servers killed while they delivered": rounds,
    "deliveries that they had claimed": takenOver,
    "replies acknowledged": guests.acknowledged.length,
    "… tries that got no answer": guests.counts.broken,
    "parties that see what they sent last": parties,
    "deliveries, all arrived": deliveries,
    "longest until nothing was owed, s": longest.toFixed(1),
  };
}

function aPort(): [number, string] {
  const port = freePort();
  return [port, `http://127.0.0.1:${port}`];
}
