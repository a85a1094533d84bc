import assert from "node:assert/strict";
import type { InvitationView } from "../shared/party.ts";
import { randomCharacters } from "../shared/ids.ts";
import type { Received } from "../server/demo/demo-caterer.ts";
import { readEvents } from "../server/testing/read-events.ts";
import { until } from "../server/testing/until.ts";
import { startPostgres } from "./tools/postgres.ts";
import { freePorts } from "./tools/free-ports.ts";
import { type ServerProcess, startServerProcess } from "./tools/server-process.ts";

const MASTER_KEYS = `1:${new Uint8Array(32).fill(5).toBase64()}`;

function startOn(databaseUrl: string, folder: string): Promise<ServerProcess> {
  return startServerProcess(folder, freePorts(), {
    DATABASE_URL: databaseUrl,
    MASTER_KEYS,
    DEMO: "on",
  });
}

const partyOf = ({ server }: ServerProcess) => `${server}/v1/sites/emma-and-james/party`;

async function send(server: ServerProcess, attending: boolean): Promise<Response> {
  const headers = { authorization: `Bearer ${server.token}` };
  const party = await fetch(partyOf(server), { headers });
  if (!party.ok) return party;
  const view: InvitationView = await party.json();
  return await fetch(`${partyOf(server)}/reply`, {
    method: "PUT",
    headers: {
      ...headers,
      "content-type": "application/json",
      "idempotency-key": randomCharacters(20),
    },
    body: JSON.stringify({
      guests: view.party.guests.map(({ id, events }) => ({
        guestId: id,
        replies: events.map((eventId) => ({ eventId, attending })),
      })),
    }),
  });
}

Deno.test("two servers on one PostgreSQL: a reply through one is live on the other, which goes on alone", async () => {
  const folder = await Deno.makeTempDir();
  await using postgres = await startPostgres();
  const one = await startOn(postgres.url, folder);
  const other = await startOn(postgres.url, folder);
  {
    await using events = readEvents(await fetch(`${other.server}/v1/sites/emma-and-james/live`));
    assert.deepEqual((await events.next()).data, { attending: 0 });

    const sent = await send(one, true);
    const { changeNumber } = await sent.json();
    // Killed at once: whatever the first had claimed or not, the second delivers.
    await one.kill();

    assert.deepEqual((await events.next()).data, { attending: 3 });
    const delivered = await until("the caterer has it", async () => {
      const received: Received[] = await (await fetch(`${other.caterer}/received.json`)).json();
      return received.find((notice) => (notice.changeNumber ?? 0) >= changeNumber);
    });
    assert.equal(delivered.verified, true);
  }
  const status = await other.stop();

  assert.equal(status.code, 0);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("while PostgreSQL is away guests are told so, and all is well when it is back", async () => {
  const folder = await Deno.makeTempDir();
  await using postgres = await startPostgres();
  const server = await startOn(postgres.url, folder);
  assert.equal((await send(server, true)).status, 200);

  await postgres.kill();
  const away = await send(server, true);
  const { code } = await away.json();
  const ready = await fetch(`${server.server}/readyz`);
  await ready.body?.cancel();
  await postgres.restart();
  const back = await until("it takes replies again", async () => {
    const answer = await send(server, false);
    await answer.body?.cancel();
    return answer.ok;
  });

  assert.deepEqual([away.status, code], [503, "database-away"]);
  assert.ok(Number(away.headers.get("retry-after")) > 0);
  assert.equal(ready.status, 503);
  assert.ok(back);
  await server.kill();
  await Deno.remove(folder, { recursive: true });
});
