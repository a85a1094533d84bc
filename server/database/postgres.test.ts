import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { freshPostgres } from "../testing/database.ts";
import { isDatabaseAway } from "./errors.ts";
import { connectPostgres } from "./postgres.ts";
import type { Query, Sql } from "./sql.ts";

const serverUrl = Deno.env.get("TEST_DATABASE_URL") ?? "";

function onServer(sentence: string, fn: () => Promise<void>): void {
  Deno.test({ name: sentence, ignore: serverUrl === "", fn });
}

/** The address of the same database by another way. */
async function addressOf(sql: Sql, port = new URL(serverUrl).port): Promise<string> {
  const [row] = await sql<{ name: string }>`select current_database() as name`;
  const url = new URL(serverUrl);
  url.pathname = `/${row?.name}`;
  url.port = port;
  return url.href;
}

async function terminate(sql: Query, pid: number): Promise<void> {
  await sql`select pg_terminate_backend(${pid})`;
}

async function listening(
  onConnection: (socket: Socket) => void,
): Promise<{ port: string } & AsyncDisposable> {
  const server = createServer(onConnection).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: String((server.address() as AddressInfo).port),
    async [Symbol.asyncDispose]() {
      server.close();
      await once(server, "close");
    },
  };
}

onServer("statements started together in a transaction travel together", async () => {
  await using sql = await freshPostgres(serverUrl);
  let turns = 0;
  await using way = await listening((near) => {
    let answered = true;
    const { hostname, port } = new URL(serverUrl);
    const far = connect(Number(port || 5432), hostname);
    near.on("data", (bytes) => {
      if (answered) turns++;
      answered = false;
      far.write(bytes);
    });
    far.on("data", (bytes) => {
      answered = true;
      near.write(bytes);
    });
    near.on("close", () => far.destroy());
  });
  const slow = await connectPostgres(await addressOf(sql, way.port), { poolSize: 1 });
  const numbers = Array.from({ length: 20 }, (_, index) => index);
  const together = () =>
    slow.begin((tx) => Promise.all(numbers.map((number) => tx`select ${number}::int4 as number`)));
  // The first time, the server is asked what each parameter is.
  await together();

  turns = 0;
  const answers = await together();
  const turnsTogether = turns;
  turns = 0;
  await slow.begin(async (tx) => {
    for (const number of numbers) await tx`select ${number}::int4 as number`;
  });

  assert.deepEqual(answers.flat(), numbers.map((number) => ({ number })));
  assert.ok(turnsTogether <= 4, `${turnsTogether} turns`);
  assert.ok(turns >= 20, `${turns} turns`);
  await slow.close();
});

onServer(
  "a transaction whose connection is lost fails, and the next one is not touched",
  async () => {
    await using sql = await freshPostgres(serverUrl);
    const one = await connectPostgres(await addressOf(sql), { poolSize: 1 });
    await sql`create table kept (id integer)`;

    const failed = one.begin(async (tx) => {
      const [row] = await tx<{ pid: number }>`select pg_backend_pid() as pid`;
      await tx`insert into kept (id) values (1)`;
      await terminate(sql, row?.pid ?? 0);
      // It goes on, as code that catches errors would.
      let error: unknown;
      while (!error) await tx`select 1`.catch((caught) => error = caught);
      await tx`insert into kept (id) values (2)`;
    });
    const next = one.begin((tx) => tx`insert into kept (id) values (3)`);

    await assert.rejects(failed, isDatabaseAway);
    await next;
    assert.deepEqual(await sql`select id from kept`, [{ id: 3 }]);
    await one.close();
  },
);

onServer("connections that were lost while idle are replaced", async () => {
  await using sql = await freshPostgres(serverUrl);
  const [before] = await sql<{ pid: number }>`select pg_backend_pid() as pid`;
  const other = await connectPostgres(await addressOf(sql));

  await terminate(other, before?.pid ?? 0);

  let after: unknown[] = [];
  while (after.length === 0) after = await sql`select pg_backend_pid() as pid`.catch(() => []);
  assert.notDeepEqual(after, [before]);
  await other.close();
});

onServer("listen() hears again after its connection was lost, and says that it was", async () => {
  await using sql = await freshPostgres(serverUrl);
  const lost = Promise.withResolvers<void>();
  const hearing = await connectPostgres(await addressOf(sql), { onLost: lost.resolve });
  const heard: string[] = [];
  const again = Promise.withResolvers<void>();
  await hearing.listen("changes", (payload) => heard.push(payload));
  await hearing.listen("others", () => again.resolve());

  await sql`
    select pg_terminate_backend(pid)
    from pg_stat_activity
    where datname = current_database() and query like 'listen%'
  `;
  await lost.promise;

  await sql`select pg_notify('changes', 'after')`;
  await sql`select pg_notify('others', '')`;
  await again.promise;
  assert.deepEqual(heard, ["after"]);
  await hearing.close();
});

onServer("a pool does not open more connections than it may, and all get their turn", async () => {
  await using sql = await freshPostgres(serverUrl);
  const small = await connectPostgres(await addressOf(sql), { poolSize: 2 });

  const pids = await Promise.all(
    Array.from({ length: 20 }, () => small<{ pid: number }>`select pg_backend_pid() as pid`),
  );

  assert.equal(new Set(pids.flat().map(({ pid }) => pid)).size, 2);
  await small.close();
});

onServer("the server sees who is connected and may end what hangs", async () => {
  await using sql = await freshPostgres(serverUrl);

  const [row] = await sql`
    select
      current_setting('application_name') as name,
      current_setting('idle_in_transaction_session_timeout') as hanging
  `;

  assert.deepEqual(row, { name: "wedding-rsvp", hanging: "20s" });
});

Deno.test("connectPostgres() says that nobody answers, without the password", async () => {
  await using closed = await listening(() => {});
  await closed[Symbol.asyncDispose]();

  const error = await connectPostgres(`postgres://me:secret@127.0.0.1:${closed.port}/rsvp`)
    .catch((error) => error);

  assert.ok(isDatabaseAway(error));
  assert.match(error.message, /^Cannot connect to PostgreSQL: .*ECONNREFUSED/);
  assert.doesNotMatch(Deno.inspect(error), /secret/);
});

Deno.test("connectPostgres() asks once when it is hung up on", async () => {
  let calls = 0;
  await using rude = await listening((socket) => {
    calls++;
    socket.resume().end();
  });

  const error = await connectPostgres(`postgres://me@127.0.0.1:${rude.port}/rsvp`)
    .catch((error) => error);

  assert.ok(isDatabaseAway(error));
  assert.equal(calls, 1);
});
