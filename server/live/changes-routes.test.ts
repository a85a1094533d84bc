import assert from "node:assert/strict";
import type { Change } from "../../shared/changes.ts";
import { newId } from "../../shared/ids.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import { siteBy, type SiteHead } from "../sites/sites.ts";
import { testDatabase } from "../testing/database.ts";
import { anApiKey } from "../testing/fixtures-access.ts";
import { aParty, aSite, asServer, ourPage } from "../testing/fixtures.ts";
import { readEvents } from "../testing/read-events.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { testWakes } from "../testing/vendor-line.ts";
import { createLive } from "./live.ts";
import { liveRoutes } from "./routes.ts";

const sql = await testDatabase();

async function aWatchedSite() {
  const wakes = testWakes();
  const base = await testDeps(sql);
  const live = createLive({ sql, log: base.log, wakes, chance: () => 0.5 });
  const deps: Deps = { ...base, wake: wakes.wake, live };
  const site = await aSite(deps);
  const token = await anApiKey(deps, site, "viewer");
  const app = testApp(deps, liveRoutes);
  const path = `/v1/sites/${site.id}/changes`;
  const read = (query = "", as = token) =>
    app.call<{ changes: Change[]; code?: string }>(`GET ${path}${query}`, { token: as });
  const open = async (lastEventId: number) => {
    const headers = {
      origin: ourPage,
      authorization: `Bearer ${token}`,
      "last-event-id": String(lastEventId),
    };
    return readEvents(await app.fetch(new Request(`https://rsvp.test${path}/live`, { headers })));
  };
  return { deps, site, read, open, [Symbol.asyncDispose]: () => live.stop() };
}

/** So many notes at once; returns the number of the site's latest change. */
async function manyNotes(deps: Deps, site: SiteHead, count: number): Promise<number> {
  const news = Array.from({ length: count }, () => ({
    type: "note.received" as const,
    data: { noteId: newId("note") },
  }));
  await changeSite(deps, site.id, asServer, {
    read: () => Promise.resolve(),
    decide: () => ({ news, result: undefined }),
  });
  return (await siteBy(sql, site.id))?.changeNumber ?? 0;
}

Deno.test("the changes are read page by page, in order and without gaps", async () => {
  await using watched = await aWatchedSite();
  const { deps, site, read } = watched;
  const last = await manyNotes(deps, site, 120);

  const first = (await read()).body.changes;
  const second = (await read(`?after=${first.at(-1)?.number}&limit=15`)).body.changes;
  const rest = (await read(`?after=${second.at(-1)?.number}&limit=1000`)).body.changes;
  const nothing = (await read(`?after=${last}`)).body.changes;

  assert.deepEqual([first.length, second.length, nothing.length], [100, 15, 0]);
  assert.deepEqual(
    [...first, ...second, ...rest].map(({ number }) => number),
    Array.from({ length: last }, (_, index) => index + 1),
  );
});

Deno.test("a change says what happened, who did it and when", async () => {
  const now = new Date("2027-03-01T12:00:00.000Z");
  await using watched = await aWatchedSite();
  const { deps, site, read } = watched;
  const { party } = await aParty({ ...deps, now: () => now }, site);

  const { changes } = (await read("?limit=1000")).body;

  const added = changes.find(({ type }) => type === "guest.added");
  assert.deepEqual([added?.at, added?.by], [now.toISOString(), { kind: "server" }]);
  assert.ok(added?.type === "guest.added" && added.data.partyId === party.id);
});

Deno.test("pages of changes have bounds", async () => {
  await using watched = await aWatchedSite();

  for (const query of ["?after=-1", "?limit=0", "?limit=1001", "?after=1.5", "?after=x"]) {
    const { status, body } = await watched.read(query);
    assert.deepEqual([query, status, body.code], [query, 422, "invalid-input"]);
  }
});

Deno.test("a guest's personal link does not open the log", async () => {
  await using watched = await aWatchedSite();
  const { deps, site, read } = watched;
  const { token } = await aParty(deps, site);

  const { status, body } = await read("", token);

  assert.ok(status === 401 || status === 403, `${status}`);
  assert.equal(body.changes, undefined);
});

Deno.test("a reader more than a thousand changes behind starts anew, and hears what comes next", async () => {
  await using watched = await aWatchedSite();
  const { deps, site, open } = watched;
  const now = await manyNotes(deps, site, 1100);
  await using events = await open(now - 1001);

  const reset = await events.next();
  await manyNotes(deps, site, 1);
  const next = await events.next();

  assert.deepEqual(reset, { event: "reset", id: now, data: { changeNumber: now } });
  assert.deepEqual([next.event, next.id], ["note.received", now + 1]);
});

Deno.test("a reader a thousand changes behind is told each of them", async () => {
  await using watched = await aWatchedSite();
  const { deps, site, open } = watched;
  const now = await manyNotes(deps, site, 1100);
  await using events = await open(now - 1000);

  const heard: (number | undefined)[] = [];
  while (heard.at(-1) !== now) heard.push((await events.next()).id);

  assert.deepEqual(heard, Array.from({ length: 1000 }, (_, index) => now - 999 + index));
});
