import assert from "node:assert/strict";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openPglite } from "../../server/database/pglite.ts";
import { snapshotDays, writeSnapshot } from "../../server/database/snapshots.ts";
import { checkChains } from "../../server/moving/check-chains.ts";
import { headcountsOf } from "../../server/headcount/headcounts.ts";
import { recountHeadcounts } from "../../server/headcount/recount-headcounts.ts";
import { freePort } from "../bench/bench-servers.ts";
import { runCommand } from "../tools/command.ts";
import { spawnServer } from "../tools/spawn-server.ts";
import { checkParties } from "./ask-server.ts";
import { fillFolder } from "./filled-folder.ts";
import { inviteGuests } from "./guests.ts";
import { openKitchen } from "./kitchen.ts";
import { openDeps, serverEnvironment } from "./open-deps.ts";
import { readmeBlock } from "./readme-block.ts";
import type { Counts, Fault, Trial } from "./round.ts";
import { aFaultyWedding, type FaultyWedding } from "./weddings.ts";

/** A snapshot that a server wrote amid replies, restored with the README's commands, and a server on it. */
export const restored: Fault = {
  name: "restored-snapshot",
  seconds: { whole: 200, short: 60 },
  run: restoreSnapshot,
};

async function restoreSnapshot(trial: Trial): Promise<Counts> {
  const { chance, held, folder } = trial;
  const data = join(folder, "data");
  const weddings: FaultyWedding[] = [];
  const kitchen = held.use(openKitchen(chance.fork("kitchen")));
  await fillFolder(data);
  {
    await using deps = await openDeps({ folder: data });
    for (let count = 0; count < 2; count += 1) {
      weddings.push(await aFaultyWedding(deps, kitchen, { parties: trial.short ? 6 : 40 }));
    }
  }
  // The server is given its keys; whoever is not has them beside the data.
  await Deno.writeTextFile(join(data, "master.key"), "kept with the data");
  const first = await replyUntilSnapshot(trial, data, weddings);
  kitchen.check();

  const [day = ""] = await snapshotDays(join(data, "snapshots"));
  const commands = (await readmeBlock("restored/database")).slice(0, -1);
  const script = commands.join(" && ").replace(/\d{4}-\d\d-\d\d/, day);
  const { ok, output } = await runCommand(["sh", "-c", script], { seconds: 60, cwd: folder });
  assert.ok(ok, output);
  const there = join(folder, "restored");
  assert.equal(await Deno.readTextFile(join(there, "master.key")), "kept with the data");

  // Not to the kitchen: it knows these deliveries by another server's bytes.
  const port = freePort();
  const env = { ...serverEnvironment({ folder: there }, port), WEBHOOK_ALLOW: "" };
  const began = performance.now();
  const server = await spawnServer(there, env);
  held.defer(() => server.kill());
  const startMs = performance.now() - began;
  const parties = await checkParties(`http://127.0.0.1:${port}`, first.before);
  const guests = inviteGuests(weddings, { chance: chance.fork("restored"), many: 4 });
  guests.send(`http://127.0.0.1:${port}`);
  await sleep(500);
  await guests.finish();
  guests.check();
  const status = await server.stop();
  assert.equal(status.code, 0);

  await using deps = await openDeps({ folder: there });
  const { changes } = await checkChains(deps.sql);
  for (const { site } of weddings) {
    const stored = await headcountsOf(deps.sql, site.id);
    assert.deepEqual(
      stored,
      await recountHeadcounts(deps, site),
      `${site.slug}: headcounts differ`,
    );
  }
  return {
    "replies before the snapshot": first.before.acknowledged.length,
    "… while the server ran on": first.after,
    "parties that see what they had sent": parties,
    "replies to the restored server": guests.acknowledged.length,
    "changes in its logs": changes,
    "start of the restored server, ms": Math.round(startMs),
  };
}

/** In the short round the snapshot is taken of a server that was killed; else one writes it itself, a minute after its start. */
async function replyUntilSnapshot(trial: Trial, data: string, weddings: FaultyWedding[]) {
  const { chance, held, signal, short } = trial;
  const port = freePort();
  const server = await spawnServer(data, {
    ...serverEnvironment({ folder: data }, port),
    // Snapshots are written after three in the morning.
    TZ: noonZone(new Date()),
  });
  held.defer(() => server.kill());
  const before = inviteGuests(weddings.slice(0, 1), { chance: chance.fork("before"), many: 4 });
  before.send(`http://127.0.0.1:${port}`);
  await sleep(short ? 800 : 5000);
  await before.finish();
  before.check();
  if (short) {
    await server.kill();
    const sql = await openPglite(join(data, "database"));
    await writeSnapshot(join(data, "snapshots"), "2026-11-21", await sql.dump());
    await sql.close();
    return { before, after: 0 };
  }
  // Of the other wedding, so that it is known what the first must have in the snapshot.
  const after = inviteGuests(weddings.slice(1), { chance: chance.fork("after"), many: 2 });
  after.send(`http://127.0.0.1:${port}`);
  while (!server.output().includes("database snapshot written")) {
    signal.throwIfAborted();
    after.check();
    await sleep(100);
  }
  const longest = after.longestAnswerMs();
  await after.finish();
  trial.print(`the longest answer beside the snapshot took ${Math.round(longest)} ms`);
  await server.stop();
  return { before, after: after.acknowledged.length };
}

/** A zone in which it is about noon now. */
function noonZone(now: Date): string {
  const offset = 12 - now.getUTCHours();
  // Named the other way round: Etc/GMT+5 is five hours behind.
  return `Etc/GMT${offset > 0 ? "-" : "+"}${Math.abs(offset)}`;
}
