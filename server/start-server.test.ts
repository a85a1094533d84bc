import assert from "node:assert/strict";
import type { InvitationView } from "../shared/party.ts";
import { readConfig } from "./config.ts";
import { changeSiteSettings } from "./sites/change-site-settings.ts";
import type { SiteHead } from "./sites/sites.ts";
import { startServer } from "./start-server.ts";
import { anEvent, aParty, aSite, asServer, ourPage } from "./testing/fixtures.ts";
import { readEvents } from "./testing/read-events.ts";

async function aServer() {
  const folder = await Deno.makeTempDir({ prefix: "start-server-" });
  const start = () =>
    startServer(readConfig({ DATA_FOLDER: folder, DEMO: "off", PORT: "0" }), () => {});
  return {
    start,
    server: await start(),
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

Deno.test("a server that stops ends its streams, and one started on its folder goes on", async () => {
  await using own = await aServer();
  const { deps, url, stop } = own.server;
  const site = await aSite(deps);
  const dinner = await anEvent(deps, site);
  await changeSiteSettings(deps, site.id, asServer, { publicCounter: dinner.id });
  const { party, token } = await aParty(deps, site);
  const live = await fetch(`${url}/v1/sites/${site.slug}/live`, { headers: { origin: ourPage } });
  await using events = readEvents(live);
  assert.equal((await events.next()).event, "counter");

  await stop();
  await assert.rejects(events.next(), /ended/);
  assert.ok(await isClosed(url));

  const again = await own.start();
  try {
    const read = await readParty(again.url, site, token);
    assert.deepEqual(read, { status: 200, partyId: party.id });
  } finally {
    await again.stop();
  }
});

Deno.test("a server that stops finishes the request that it is at", async () => {
  await using own = await aServer();
  const { deps, url, stop } = own.server;
  const site = await aSite(deps);
  const { party, token } = await aParty(deps, site);
  const { forSite } = deps.keys;
  const underWay = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  deps.keys = {
    ...deps.keys,
    async forSite(site) {
      underWay.resolve();
      await goOn.promise;
      return forSite(site);
    },
  };

  const answer = readParty(url, site, token);
  await underWay.promise;
  const stopped = stop();
  const other = await fetch(`${url}/v1/sites/${site.slug}/form`, { headers: { origin: ourPage } });
  const { code } = await other.json();
  goOn.resolve();

  assert.deepEqual(await answer, { status: 200, partyId: party.id });
  await stopped;
  // Others are told to come back, in a way that the form on any page can read.
  assert.deepEqual([other.status, code], [503, "stopping"]);
  assert.equal(other.headers.get("access-control-allow-origin"), "*");
  assert.ok(Number(other.headers.get("retry-after")) > 0);
  assert.ok(await isClosed(url));
});

Deno.test("a server that stops finishes the request it has begun to read", async () => {
  await using own = await aServer();
  const { deps, url, stop } = own.server;
  const site = await aSite(deps);
  const dinner = await anEvent(deps, site);
  const { token, guests } = await aParty(deps, site, {
    guests: [{ name: "Ana Silva", events: [dinner.id] }],
  });
  const body = JSON.stringify({
    guests: guests.map(({ id }) => ({
      guestId: id,
      replies: [{ eventId: dinner.id, attending: true }],
    })),
  });
  const { hostname, port } = new URL(url);
  using guest = await Deno.connect({ hostname, port: Number(port) });
  const answers = guest.readable.pipeThrough(new TextDecoderStream()).getReader();
  const writer = guest.writable.getWriter();
  const send = (text: string) => writer.write(new TextEncoder().encode(text));
  await send(
    [
      `PUT /v1/sites/${site.slug}/party/reply HTTP/1.1`,
      `host: ${hostname}:${port}`,
      `origin: ${ourPage}`,
      `authorization: Bearer ${token}`,
      "idempotency-key: a-key-of-this-test",
      "content-type: application/json",
      `content-length: ${body.length}`,
      "expect: 100-continue",
      "connection: close",
      "\r\n",
    ].join("\r\n"),
  );
  // The server asks for the body: the request is in its hands.
  assert.match((await answers.read()).value ?? "", /^HTTP\/1\.1 100 /);

  const stopped = stop();
  await send(body);
  const { value = "" } = await answers.read();
  await stopped;

  assert.match(value, /^HTTP\/1\.1 200 /);
});

async function readParty(url: string, { slug }: SiteHead, token: string) {
  const headers = { origin: ourPage, authorization: `Bearer ${token}` };
  const response = await fetch(`${url}/v1/sites/${slug}/party`, { headers });
  const { party }: Partial<InvitationView> = await response.json();
  return { status: response.status, partyId: party?.id };
}

async function isClosed(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  try {
    using _connection = await Deno.connect({ hostname, port: Number(port) });
    return false;
  } catch {
    return true;
  }
}
