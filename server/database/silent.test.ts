import assert from "node:assert/strict";
import { freshPostgres } from "../testing/database.ts";
import { tcpProxy } from "../testing/tcp-proxy.ts";
import { until } from "../testing/until.ts";
import { isDatabaseAway } from "./errors.ts";
import { createPool } from "./pool.ts";
import { connectPostgres } from "./postgres.ts";
import { stillThere } from "./still-there.ts";

const serverUrl = Deno.env.get("TEST_DATABASE_URL") ?? "";

function onServer(sentence: string, fn: () => Promise<void>): void {
  Deno.test({ name: sentence, ignore: serverUrl === "", fn });
}

/** A database of its own, and a way to it that can go quiet. */
async function behindProxy() {
  const { hostname, port } = new URL(serverUrl);
  const direct = await freshPostgres(serverUrl);
  const proxy = tcpProxy({ hostname, port: Number(port || 5432) });
  const [row] = await direct<{ name: string }>`select current_database() as name`;
  const url = new URL(serverUrl);
  Object.assign(url, { hostname: "127.0.0.1", port: proxy.port, pathname: `/${row?.name}` });
  return { direct, proxy, sql: await connectPostgres(url.href, { poolSize: 2 }) };
}

onServer(
  "a database that says nothing any more is away within seconds, and back as soon as it speaks",
  async () => {
    const { direct, proxy, sql } = await behindProxy();
    await sql`create table kept (id integer primary key)`;
    await sql`insert into kept (id) values (1)`;
    // Held back inside a transaction that has changed something.
    const begun = Promise.withResolvers<void>();
    const silent = Promise.withResolvers<void>();
    const cut = sql.begin(async (tx) => {
      await tx`update kept set id = 2`;
      begun.resolve();
      await silent.promise;
      await tx`select 1`;
    });
    await begun.promise;

    const began = performance.now();
    proxy.hush();
    silent.resolve();
    await Promise.all([
      assert.rejects(cut, isDatabaseAway),
      assert.rejects(sql`select 1`, isDatabaseAway),
    ]);
    const waited = performance.now() - began;
    proxy.pass();

    await until("it answers again", async () => (await sql`select 1`.catch(() => [])).length > 0);
    await until("what was held by the transaction that was cut off is free", async () => {
      const rows = await direct`select id from kept where id = 1 for update skip locked`;
      return rows.length > 0;
    });
    assert.ok(waited < 12_000, `${waited} ms`);
    await sql.close();
    await proxy[Symbol.asyncDispose]();
    await direct[Symbol.asyncDispose]();
  },
);

onServer("a statement that takes long is waited for while its server is there", async () => {
  await using sql = await freshPostgres(serverUrl);

  const [row] = await sql<{ slept: string }>`select pg_sleep(4)::text as slept`;

  assert.deepEqual(row, { slept: "" });
});

onServer("PostgreSQL answers the one question of a stranger", async () => {
  const { hostname, port } = new URL(serverUrl);

  assert.ok(await stillThere({ host: [hostname], port: [Number(port || 5432)] }, 5_000));
});

Deno.test("who takes a connection and says nothing, or refuses it, is not there", async () => {
  const mute = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = mute.addr;
  const address = { host: ["127.0.0.1"], port: [port] };

  const silent = await stillThere(address, 50);
  mute.close();
  const refused = await stillThere(address, 50);

  assert.deepEqual([silent, refused], [false, false]);
});

Deno.test("who has waited too long for a connection is told so, and the others keep their turn", async () => {
  const connection = {
    run: () => Promise.resolve([]),
    script: () => Promise.resolve(),
    lost: false,
    end: () => Promise.resolve(),
  };
  const pool = createPool(() => Promise.resolve(connection), 1, 20);
  const held = Promise.withResolvers<void>();
  const first = pool.lease(() => held.promise);

  await assert.rejects(pool.lease(() => Promise.resolve()), isDatabaseAway);
  const last = pool.lease(() => Promise.resolve("its turn"));
  held.resolve();

  await first;
  assert.equal(await last, "its turn");
  await pool.end();
});
