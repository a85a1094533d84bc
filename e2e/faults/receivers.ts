import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import type { Attempt, Delivery } from "../../shared/vendors.ts";
import type { EndpointId } from "../../shared/ids.ts";
import { anApiKey } from "../../server/testing/fixtures-access.ts";
import { until } from "../../server/testing/until.ts";
import { aCaterer } from "../../server/testing/vendor-line.ts";
import { aRawReceiver } from "../../server/webhooks/testdata/raw-receiver.ts";
import { freePort } from "../bench/bench-servers.ts";
import { quantile } from "../bench/load.ts";
import { spawnServer } from "../tools/spawn-server.ts";
import { type BadReceiver, badReceivers } from "./bad-receivers.ts";
import { fillFolder } from "./filled-folder.ts";
import { inviteGuests } from "./guests.ts";
import { openKitchen } from "./kitchen.ts";
import { openDeps, serverEnvironment } from "./open-deps.ts";
import type { Counts, Fault, Trial } from "./round.ts";
import { aFaultyWedding } from "./weddings.ts";

/** Vendors whose receivers do what they should not, beside others of the same wedding that do as they should. */
export const badReceiversFault: Fault = {
  name: "bad-receivers",
  seconds: { whole: 180, short: 120 },
  run: meetBadReceivers,
};

/** Of each receiver so many deliveries are read, the oldest. */
const mostRead = 10;

interface Told extends BadReceiver {
  endpoint: EndpointId;
  secret: string;
}

async function meetBadReceivers(trial: Trial): Promise<Counts> {
  const { chance, held, folder } = trial;
  const kitchen = held.use(openKitchen(chance.fork("kitchen"), { refusing: 0 }));
  let led = 0;
  const trap = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, () => {
    led += 1;
    return new Response();
  });
  held.defer(() => trap.shutdown());
  await fillFolder(folder);
  const { wedding, bad, planner } = await invite(trial, kitchen, trap.addr.port);

  const port = freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await spawnServer(folder, serverEnvironment({ folder }, port));
  held.defer(() => server.kill());
  const sockets = await openSockets(server.pid);
  const guests = inviteGuests([wedding], { chance, many: 2, restMs: 1500 });
  const ask = async (path: string) => {
    const headers = { authorization: `Bearer ${planner}` };
    const response = await fetch(`${url}/v1/sites/${wedding.site.slug}${path}`, { headers });
    assert.equal(response.status, 200);
    return await response.json();
  };
  guests.send(url);
  // Long enough for what hangs to be given up, and tried again.
  await sleep(trial.short ? 18_000 : 60_000);
  await guests.finish();
  guests.check();

  const counts = { attempts: 0 };
  for (const receiver of bad) counts.attempts += await checkAttempts(receiver, ask);
  const waits = await delaysOf(wedding.caterer, ask);
  kitchen.check();
  assert.equal(led, 0, "somebody followed a redirect");
  const p95 = quantile(waits, 0.95);
  // One that hangs holds its caller for fifteen seconds; `deno task bench webhook-fairness` measures closer.
  assert.ok(p95 < 14_000, `deliveries to good receivers take ${p95} ms beside bad ones`);
  for (const { secret } of bad) assert.ok(!server.output().includes(secret));
  assert.ok(!server.output().includes("/hook"), "the log has a receiver's address");
  const left = await openSockets(server.pid);
  assert.ok(left < sockets + 100, `${left} sockets are open, at first ${sockets}`);
  const began = performance.now();
  assert.equal((await server.stop()).code, 0);
  return {
    "bad receivers": bad.length,
    "attempts, each recorded as it was": counts.attempts,
    "deliveries to good receivers": waits.length,
    "… until they had them, median ms": Math.round(quantile(waits, 0.5)),
    "… p95 ms": Math.round(p95),
    "led to this machine by a redirect": led,
    "open sockets before and after": `${sockets}, ${left}`,
    "stop with hanging deliveries, ms": Math.round(performance.now() - began),
  };
}

async function invite(trial: Trial, kitchen: ReturnType<typeof openKitchen>, trapPort: number) {
  const { held, folder } = trial;
  const trap = `http://127.0.0.1:${trapPort}/`;
  const secure = await aWrongCertificate();
  held.defer(() => secure.shutdown());
  await using deps = await openDeps({ folder });
  const wedding = await aFaultyWedding(deps, kitchen, { parties: 12 });
  const bad: Told[] = [];
  for (const receiver of badReceivers) {
    const { talk } = receiver;
    const raw = talk &&
      held.use(aRawReceiver(async (connection) => void await talk(connection, trap)));
    const url = raw?.url ?? `https://127.0.0.1:${secure.addr.port}/hook`;
    const { endpoint } = await aCaterer(deps, wedding.site, url, { name: receiver.name });
    bad.push({ ...receiver, endpoint: endpoint.id, secret: endpoint.secret });
  }
  return { wedding, bad, planner: await anApiKey(deps, wedding.site, "planner") };
}

async function aWrongCertificate() {
  const read = (name: string) =>
    Deno.readTextFile(new URL(`../../server/webhooks/testdata/${name}`, import.meta.url));
  const [cert, key] = [await read("vendor.example.pem"), await read("vendor.example.key.pem")];
  const options = { hostname: "127.0.0.1", port: 0, cert, key, onListen: () => {} };
  return Deno.serve(options, () => new Response());
}

type Ask = (path: string) => Promise<{ deliveries: Delivery[] } & Delivery & { log: Attempt[] }>;

/** Every attempt is in the log as it was: what came of it, how long it took, when the next is due. */
async function checkAttempts(receiver: Told, ask: Ask): Promise<number> {
  const { name, endpoint, status, problem, answer, waits = 0, takes = 0 } = receiver;
  const { deliveries } = await ask(`/endpoints/${endpoint}/deliveries?limit=200`);
  const tried = deliveries.filter(({ attempts }) => attempts > 0);
  assert.ok(tried.length > 0, `${name}: nothing was tried`);
  let attempts = 0;
  for (const { id } of tried.slice(-mostRead)) {
    const { log, nextAttemptAt, state } = await ask(`/deliveries/${id}`);
    for (const attempt of log) {
      attempts += 1;
      assert.equal(attempt.status, status, `${name}: ${JSON.stringify(attempt)}`);
      if (problem) assert.match(attempt.problem ?? "", problem, name);
      else assert.equal(attempt.problem, null, name);
      if (answer !== undefined) assert.equal(attempt.answer.length, answer, name);
      const seconds = attempt.durationMs / 1000;
      assert.ok(seconds >= takes - 0.1 && seconds < 18, `${name}: a try took ${seconds} s`);
    }
    const last = log.at(-1);
    assert.equal(state, "owed", name);
    const wait = (Date.parse(nextAttemptAt ?? "") - Date.parse(last?.at ?? "")) / 1000;
    assert.ok(wait >= waits, `${name}: tried again after ${wait} s`);
  }
  return attempts;
}

/** Milliseconds from each delivery's birth to its first and only try. */
async function delaysOf(endpoint: EndpointId, ask: Ask): Promise<number[]> {
  const owed = async () => {
    const { deliveries } = await ask(`/endpoints/${endpoint}/deliveries?limit=200`);
    return deliveries.every(({ state }) => state === "delivered") && deliveries;
  };
  const deliveries = await until("good receivers have everything", owed, 40_000);
  const delays: number[] = [];
  for (const { id, createdAt, attempts } of deliveries.slice(0, 5 * mostRead)) {
    assert.equal(attempts, 1);
    const { log } = await ask(`/deliveries/${id}`);
    const [first] = log;
    if (first) delays.push(Date.parse(first.at) + first.durationMs - Date.parse(createdAt));
  }
  return delays.sort((a, b) => a - b);
}

/** Of this process, where the system tells. */
async function openSockets(pid: number): Promise<number> {
  try {
    const files = await Array.fromAsync(Deno.readDir(`/proc/${pid}/fd`));
    const targets = await Promise.all(
      files.map(({ name }) => Deno.readLink(`/proc/${pid}/fd/${name}`).catch(() => "")),
    );
    return targets.filter((target) => target.startsWith("socket:")).length;
  } catch {
    return 0;
  }
}
