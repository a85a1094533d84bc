import assert from "node:assert/strict";
import type { InvitationView } from "../shared/party.ts";
import type { SubmissionInput } from "../shared/reply.ts";
import type { Received } from "../server/demo/demo-caterer.ts";
import { until } from "../server/testing/until.ts";
import { freePorts } from "./tools/free-ports.ts";
import { type ServerProcess, startServerProcess } from "./tools/server-process.ts";

async function send(
  { server, page, token }: ServerProcess,
  key: string,
  attending: boolean,
): Promise<{ changeNumber: number }> {
  const party = `${server}/v1/sites/emma-and-james/party`;
  const headers = { origin: page, authorization: `Bearer ${token}` };
  const view: InvitationView = await (await fetch(party, { headers })).json();
  const body: SubmissionInput = {
    guests: view.party.guests.map(({ id, events }) => ({
      guestId: id,
      replies: events.map((eventId) => ({ eventId, attending })),
    })),
  };
  const response = await fetch(`${party}/reply`, {
    method: "PUT",
    headers: { ...headers, "content-type": "application/json", "idempotency-key": key },
    body: JSON.stringify(body),
  });
  assert.equal(response.status, 200);
  return await response.json();
}

async function receivedBy({ caterer }: ServerProcess): Promise<Received[]> {
  return await (await fetch(`${caterer}/received.json`)).json();
}

Deno.test("a server that is killed between a reply and its delivery delivers after the next start, once", async () => {
  const folder = await Deno.makeTempDir();
  const ports = freePorts();

  const first = await startServerProcess(folder, ports);
  const { changeNumber } = await send(first, "the-only-press", true);
  await first.kill();
  const second = await startServerProcess(folder, ports);
  const delivered = await until("the caterer has the change", async () => {
    const received = await receivedBy(second);
    return received.some((one) => (one.changeNumber ?? 0) >= changeNumber) && received;
  });
  const again = await send(second, "the-only-press", true);
  const status = await second.stop();

  assert.deepEqual(delivered.map(({ verified }) => verified), [true]);
  const dinner = delivered[0]?.events.find(({ name }) => name === "Dinner");
  assert.equal(dinner?.headcount.attending, 3);
  // The reply itself is there too: the same press of Send acts once, across the kill.
  assert.equal(again.changeNumber, changeNumber);
  assert.equal(status.code, 0);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a server that is asked to stop finishes, and has everything at the next start", async () => {
  const folder = await Deno.makeTempDir();
  const ports = freePorts();

  const first = await startServerProcess(folder, ports);
  const { changeNumber } = await send(first, "before-the-stop", true);
  const stopped = await first.stop();
  const second = await startServerProcess(folder, ports);
  const again = await send(second, "before-the-stop", true);
  await second.kill();

  assert.equal(stopped.code, 0);
  assert.equal(second.personalLink, first.personalLink);
  assert.equal(again.changeNumber, changeNumber);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a second server on the same folder is refused with a sentence that names the first", async () => {
  const folder = await Deno.makeTempDir();
  const first = await startServerProcess(folder, freePorts());

  await assert.rejects(startServerProcess(folder, freePorts()), /pid \d+/);

  await first.kill();
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a port that is taken is named, and the demo works on others at the next start", async () => {
  const folder = await Deno.makeTempDir();
  const taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const busy = { ...freePorts(), DEMO_PAGE_PORT: String(taken.addr.port) };

  await assert.rejects(
    startServerProcess(folder, busy),
    new RegExp(`port ${taken.addr.port} is taken. Set DEMO_PAGE_PORT`),
  );
  taken.close();
  const first = await startServerProcess(folder, freePorts());
  await first.kill();
  const second = await startServerProcess(folder, freePorts());
  const { changeNumber } = await send(second, "on-other-ports", true);
  await until(
    "the caterer has it on its new port",
    async () => (await receivedBy(second)).some((one) => (one.changeNumber ?? 0) >= changeNumber),
  );

  await second.kill();
  await Deno.remove(folder, { recursive: true });
});

Deno.test("nothing of a guest, no link and no secret is in the log of a whole run", async () => {
  const folder = await Deno.makeTempDir();
  const server = await startServerProcess(folder, freePorts());
  await send(server, "watched-by-the-log", true);
  const headers = { origin: server.page, "content-type": "application/json" };
  const find = `${server.server}/v1/sites/emma-and-james/find?from=${server.token}`;
  const body = JSON.stringify({ name: "Zoë O'Connor" });
  const found = await (await fetch(find, { method: "POST", headers, body })).json();
  await server.stop();

  const log = server.output().split("\n").filter((line) => line.startsWith("{")).join("\n");
  assert.ok(log.includes('"message":"request"'));
  for (const secret of [server.token, found.token, "Silva", "Connor", "example.com", "whsec_"]) {
    assert.ok(secret && !log.includes(secret), `the log has ${secret}`);
  }
  await Deno.remove(folder, { recursive: true });
});
