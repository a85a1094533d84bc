import assert from "node:assert/strict";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ourPage } from "../../server/testing/fixtures.ts";
import { until } from "../../server/testing/until.ts";
import { freePort } from "../bench/bench-servers.ts";
import { launchServer, listening, type SpawnedServer } from "../tools/spawn-server.ts";
import { checkParties } from "./ask-server.ts";
import { checkWhole, owedOf } from "./check-whole.ts";
import { fillFolder } from "./filled-folder.ts";
import { type Guests, inviteGuests } from "./guests.ts";
import { openKitchen } from "./kitchen.ts";
import { openLedgers } from "./ledger.ts";
import { openDeps, serverEnvironment } from "./open-deps.ts";
import type { Counts, Fault, Trial } from "./round.ts";
import { mountSmallDisk, type SmallDisk } from "./small-disk.ts";
import { aFaultyWedding, type FaultyWedding } from "./weddings.ts";

/** A disk that fills up under replies: slowly, at once, and unseen. */
export const diskFull: Fault = {
  name: "disk-full",
  seconds: { whole: 200, short: 60 },
  run: fillDisk,
};

const mebibyte = 1024 * 1024;

interface Round extends Trial {
  disk: SmallDisk;
  weddings: FaultyWedding[];
  guests: Guests;
  url: string;
  start(instead?: Record<string, undefined>): Promise<SpawnedServer>;
}

async function fillDisk(trial: Trial): Promise<Counts> {
  const { chance, held, folder, print } = trial;
  const disk = await mountSmallDisk(join(folder, "disk"), 220);
  if (!disk) return { "left out": "nothing may be mounted here" };
  held.use(disk);
  const kitchen = held.use(openKitchen(chance.fork("kitchen"), { refusing: 0 }));
  const place = { folder: disk.folder };
  const weddings: FaultyWedding[] = [];
  await fillFolder(disk.folder);
  {
    await using deps = await openDeps(place);
    for (let count = 0; count < 2; count += 1) {
      weddings.push(await aFaultyWedding(deps, kitchen, { parties: trial.short ? 8 : 60 }));
    }
  }
  const port = freePort();
  let server: SpawnedServer | undefined;
  held.defer(async () => await server?.kill());
  const round: Round = {
    ...trial,
    disk,
    weddings,
    guests: inviteGuests(weddings, { chance, many: 8, restMs: 5 }),
    url: `http://127.0.0.1:${port}`,
    start: async (instead = {}) =>
      server = await launchServer(disk.folder, serverEnvironment(place, port), instead),
  };

  const slowly = await nearlyFull(round);
  print("nearly full: refused, read, and went on");
  const atOnce = await full(round);
  print("full: refused, not started, and went on");
  const unseen = trial.short ? undefined : await endsUnseen(round);

  const { guests } = round;
  for (let owed = 1; owed > 0;) {
    trial.signal.throwIfAborted();
    const last = await round.start();
    await last.printed(listening);
    guests.send(round.url);
    await guests.finish();
    guests.check();
    await checkParties(round.url, guests);
    await sleep(1500);
    assert.equal((await last.stop()).code, 0);
    await using deps = await openDeps(place);
    owed = await owedOf(deps, weddings);
  }
  await using deps = await openDeps(place);
  const { changes, deliveries } = await checkWhole(deps, openLedgers(weddings), guests, kitchen);
  return {
    "replies acknowledged": guests.acknowledged.length,
    "… refused with 503 while there was no room": guests.counts.away,
    "reads answered meanwhile": slowly.reads + atOnce.reads,
    "back after room was made, ms": slowly.backMs,
    ...(unseen === undefined ? {} : { "a server that does not see how full it is": unseen }),
    "changes in the logs": changes,
    "deliveries, all arrived": deliveries,
  };
}

/** Changes are refused with a word on why, before anything breaks; everything can be read, by newcomers too. */
async function nearlyFull({ disk, guests, weddings, url, start }: Round) {
  const server = await start();
  await server.printed(listening);
  guests.send(url);
  await until("guests are answered", () => seen(guests, () => guests.acknowledged.length > 20));
  await disk.leave(50 * mebibyte);
  const { away } = guests.counts;
  await until("guests are refused", () => seen(guests, () => guests.counts.away > away + 20));
  guests.pause();
  const before = guests.acknowledged.length;
  const refused = await press(url, weddings);
  const reads = await readAll(url, weddings);
  await disk.makeRoom();
  const began = performance.now();
  guests.send(url);
  await until(
    "guests are answered again",
    () => seen(guests, () => guests.acknowledged.length > before),
  );
  const backMs = Math.round(performance.now() - began);
  guests.pause();
  guests.check();
  await server.kill();

  assert.deepEqual([refused.status, refused.code], [503, "database-away"]);
  assert.match(refused.detail, /disk is full: nothing was changed/);
  return { reads, backMs };
}

/** From one moment to the next, to the last byte; then the server is killed, and cannot start before there is room. */
async function full({ disk, guests, weddings, url, start }: Round) {
  const server = await start();
  await server.printed(listening);
  guests.send(url);
  await sleep(300);
  await disk.leave(0);
  const { away } = guests.counts;
  await until("guests are refused", () => seen(guests, () => guests.counts.away > away + 20));
  guests.pause();
  const refused = await press(url, weddings);
  // Pages that are known read on; what needs a new row may be refused, and says so.
  const reads = await readAll(url, weddings, [200, 503]);
  await server.kill();
  const began = performance.now();
  const again = await start();
  const status = await until("the server gives up", () => Promise.resolve(again.ended()), 30_000);
  assert.equal(status.code, 1, again.output());
  assert.match(again.output(), /the disk of .* is full. Make room first./);
  assert.ok(performance.now() - began < 30_000);
  await disk.makeRoom();
  assert.equal(refused.status, 503);
  guests.check();
  return { reads };
}

/**
 * A server that may not ask how full the disk is. PostgreSQL refuses what needs a new page, until its log needs a new file:
 * that is its end, of which the server says why, and ends too.
 */
async function endsUnseen({ disk, guests, url, start, signal }: Round): Promise<string> {
  const server = await start({ "--allow-sys=statfs": undefined });
  await server.printed(listening);
  await disk.leave(6 * mebibyte);
  guests.send(url);
  const patience = performance.now() + 6_000;
  while (!server.ended() && performance.now() < patience) {
    signal.throwIfAborted();
    guests.check();
    await sleep(20);
  }
  guests.pause();
  const status = server.ended();
  if (status) {
    assert.match(server.output(), /The database has ended: .*No space left on device/);
    assert.equal(status.code, 1);
  } else await server.kill();
  await disk.makeRoom();
  return status ? "PostgreSQL ended, and the server with it" : "refused to the end";
}

/** Throws at once when a guest was answered as none may be. */
function seen(guests: Guests, fact: () => boolean): Promise<boolean> {
  guests.check();
  return Promise.resolve(fact());
}

async function press(url: string, [wedding]: FaultyWedding[]) {
  const party = wedding?.parties[0];
  const guest = party?.guests[0];
  if (!wedding || !party || !guest) throw new Error("There is nobody to press Send.");
  const response = await fetch(`${url}/v1/sites/${wedding.site.slug}/party/reply`, {
    method: "PUT",
    headers: {
      origin: ourPage,
      authorization: `Bearer ${party.token}`,
      "content-type": "application/json",
      "idempotency-key": crypto.randomUUID(),
      "x-forwarded-for": "10.9.9.9",
    },
    body: JSON.stringify({
      guests: [{
        guestId: guest.id,
        replies: [{ eventId: wedding.events.ceremony, attending: false }],
      }],
    }),
  });
  const { code, detail = "" } = await response.json();
  return { status: response.status, code, detail };
}

async function readAll(url: string, weddings: FaultyWedding[], good = [200]): Promise<number> {
  let reads = 0;
  for (const { site, parties, viewer } of weddings) {
    const base = `${url}/v1/sites/${site.slug}`;
    const ask = async (path: string, token?: string) => {
      const response = await fetch(base + path, {
        headers: {
          origin: ourPage,
          "x-forwarded-for": `10.8.0.${reads}`,
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
      });
      await response.body?.cancel();
      assert.ok(good.includes(response.status), `${path}: ${response.status}`);
      if (response.ok) reads += 1;
    };
    await ask("/form");
    await ask("/headcount", viewer);
    await ask("/changes", viewer);
    for (const { token } of parties.slice(0, 10)) await ask("/party", token);
  }
  return reads;
}
