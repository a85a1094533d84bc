import assert from "node:assert/strict";
import type { Readiness } from "../../shared/health.ts";
import { registerFollower } from "../changes/owed-changes.ts";
import { migrate } from "../database/migrate.ts";
import type { Sql } from "../database/sql.ts";
import { freshDatabase, testDatabase } from "../testing/database.ts";
import { aParty, aSite } from "../testing/fixtures.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { checkReadiness } from "./check-readiness.ts";
import { healthRoutes } from "./routes.ts";

const shared = await testDatabase();
const wedding = new Date("2027-06-12T12:00:00Z").getTime();
const owing = await anOwingDatabase();
Deno.test.afterAll(async () => await owing[Symbol.asyncDispose]());

/** A database in which nothing else happens, with something owed to a follower since the wedding. */
async function anOwingDatabase() {
  const sql = await freshDatabase();
  await migrate(sql);
  const deps = await testDeps(sql, { now: () => new Date(wedding) });
  await registerFollower(sql, "webhooks");
  await aParty(deps, await aSite(deps));
  return sql;
}

const later = (seconds: number) => () => new Date(wedding + seconds * 1000);

function outcomes({ ready, checks }: Readiness): Record<string, boolean> {
  return { ready, ...Object.fromEntries(checks.map(({ name, ok }) => [name, ok])) };
}

/** A database of which every statement goes as told. */
function aDatabase(run: () => Promise<never>): Sql {
  return Object.assign(run, {
    engine: "postgres" as const,
    refuseInside: () => {},
    begin: run,
    script: run,
    listen: run,
    close: () => Promise.resolve(),
  });
}

Deno.test("a migrated database whose followers keep up is ready", async () => {
  const readiness = await checkReadiness({ sql: owing, now: later(59) });

  assert.deepEqual(outcomes(readiness), {
    ready: true,
    database: true,
    migrations: true,
    followers: true,
  });
});

Deno.test("a follower that is owed something for over a minute is behind", async () => {
  const readiness = await checkReadiness({ sql: owing, now: later(61) });

  assert.deepEqual(outcomes(readiness), {
    ready: false,
    database: true,
    migrations: true,
    followers: false,
  });
  assert.equal(readiness.checks.at(-1)?.detail, "61 s behind.");
});

Deno.test("a follower that has been handed everything is not behind, however long ago it was", async () => {
  await using sql = await anOwingDatabase();
  await sql`delete from owed_changes`;

  assert.ok((await checkReadiness({ sql, now: later(86_400) })).ready);
});

Deno.test("a database without tables is reachable, but not ready", async () => {
  await using sql = await freshDatabase();

  const readiness = await checkReadiness({ sql, now: later(0) });

  assert.deepEqual(outcomes(readiness), {
    ready: false,
    database: true,
    migrations: false,
    followers: false,
  });
});

Deno.test("a database that is away makes nothing ready, and no check says more than that", async () => {
  const error = new Error("connect ECONNREFUSED 10.0.0.5:5432 as rsvp");
  const sql = aDatabase(() => Promise.reject(error));

  const readiness = await checkReadiness({ sql, now: later(0) });

  assert.deepEqual(outcomes(readiness), {
    ready: false,
    database: false,
    migrations: false,
    followers: false,
  });
  assert.doesNotMatch(JSON.stringify(readiness), /ECONNREFUSED|10\.0|as rsvp/);
});

Deno.test("a database that does not answer is waited for so long and no longer", async () => {
  const sql = aDatabase(() => new Promise(() => {}));

  const readiness = await checkReadiness({ sql, now: later(0) }, 5);

  assert.equal(readiness.ready, false);
  assert.equal(readiness.checks[0]?.detail, "No answer within 5 ms.");
});

Deno.test("/readyz is 200 when ready, else 503 that names each check and asks to come back", async () => {
  const ask = async (seconds: number) => {
    const deps = await testDeps(owing, { now: later(seconds) });
    return await testApp(deps, healthRoutes).call<Readiness>("GET /readyz", { origin: null });
  };

  const ready = await ask(0);
  const behind = await ask(3600);

  assert.equal(ready.status, 200);
  assert.ok(ready.body.ready);
  assert.equal(behind.status, 503);
  assert.deepEqual(behind.body.checks.map(({ name }) => name), [
    "database",
    "migrations",
    "followers",
  ]);
  assert.match(behind.headers.get("retry-after") ?? "", /^\d+$/);
});

Deno.test("/healthz is alive without asking the database", async () => {
  const deps = await testDeps(shared);
  const sql = aDatabase(() => Promise.reject(new Error("asked")));

  const { status, body } = await testApp({ ...deps, sql }, healthRoutes)
    .call<unknown>("GET /healthz", { origin: null });

  assert.equal(status, 200);
  assert.deepEqual(body, { alive: true });
});
