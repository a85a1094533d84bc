import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../bench/bench-servers.ts";
import { type Outcome, runCommand } from "../tools/command.ts";
import { startPostgres } from "../tools/postgres.ts";
import { spawnServer } from "../tools/spawn-server.ts";
import { taskArguments } from "../tools/task-arguments.ts";
import { checkParties, readChanges } from "./ask-server.ts";
import { checkWhole, owedOf } from "./check-whole.ts";
import { fillFolder } from "./filled-folder.ts";
import { inviteGuests } from "./guests.ts";
import { openKitchen } from "./kitchen.ts";
import { checkLedgers, openLedgers } from "./ledger.ts";
import { openDeps, type Place, serverEnvironment } from "./open-deps.ts";
import type { Counts, Fault, Trial } from "./round.ts";
import { aFaultyWedding, type FaultyWedding } from "./weddings.ts";

/** An embedded database moved to PostgreSQL by its command; guests, links and deliveries go on there. */
export const moved: Fault = {
  name: "moved-to-postgres",
  seconds: { whole: 200, short: 90 },
  run: moveToPostgres,
};

async function moveToPostgres(trial: Trial): Promise<Counts> {
  const { chance, held, folder } = trial;
  const kitchen = held.use(openKitchen(chance.fork("kitchen")));
  const weddings: FaultyWedding[] = [];
  await fillFolder(folder);
  {
    await using deps = await openDeps({ folder });
    for (let count = 0; count < 3; count += 1) {
      weddings.push(await aFaultyWedding(deps, kitchen, { parties: trial.short ? 6 : 80 }));
    }
  }
  const postgres = held.use(await startPostgres());
  const there: Place = { folder, databaseUrl: postgres.url };
  const guests = inviteGuests(weddings, { chance, many: 8 });
  const ledgers = openLedgers(weddings);

  const embedded = await serve(trial, { folder });
  guests.send(embedded.url);
  await sleep(trial.short ? 1000 : 10_000);
  const whileOpen = await move(there);
  guests.pause();
  // What is owed to vendors, and what guests were not answered, goes along. A claim of a process that was killed takes a while.
  await (trial.short ? embedded.server.stop() : embedded.server.kill());
  const before = guests.acknowledged.length;

  const began = performance.now();
  const once = await move(there);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const twice = await move(there);

  assert.ok(
    !whileOpen.ok && whileOpen.output.includes(`pid ${embedded.server.pid}`),
    whileOpen.output,
  );
  assert.ok(once.ok, once.output);
  assert.ok(!twice.ok && twice.output.includes("not empty"), twice.output);
  const rows = [...once.output.matchAll(/^\w+ +(\d+)$/gm)].map(([, rows]) => Number(rows));
  const server = await serve(trial, there);
  await checkLedgers(
    ledgers,
    guests,
    (wedding, after, most) => readChanges(server.url, wedding, after, most),
  );
  const parties = await checkParties(server.url, guests);
  guests.send(server.url);
  await sleep(trial.short ? 500 : 5000);
  await guests.finish();
  guests.check();
  await using deps = await openDeps(there);
  while (await owedOf(deps, weddings) > 0) {
    trial.signal.throwIfAborted();
    await sleep(100);
  }
  const status = await server.server.stop();
  assert.equal(status.code, 0);

  const { deliveries, changes } = await checkWhole(deps, ledgers, guests, kitchen);
  return {
    "replies before the move": before,
    "tables moved": rows.length,
    "… rows": rows.reduce((sum, rows) => sum + rows, 0),
    "… seconds": seconds,
    "parties that see what they had sent": parties,
    "replies afterwards": guests.acknowledged.length - before,
    "changes in the logs": changes,
    "deliveries, all arrived": deliveries,
  };
}

async function serve({ held }: Trial, place: Place) {
  const port = freePort();
  const server = await spawnServer(place.folder, serverEnvironment(place, port));
  held.defer(() => server.kill());
  return { server, url: `http://127.0.0.1:${port}` };
}

/** The command with its own permissions. */
async function move({ folder, databaseUrl = "" }: Place): Promise<Outcome> {
  return await runCommand([Deno.execPath(), ...await taskArguments("move-to-postgres", folder)], {
    seconds: 120,
    env: { DATA_FOLDER: folder, DATABASE_URL: databaseUrl, NO_COLOR: "1" },
  });
}
