import assert from "node:assert/strict";
import { anApiKey } from "../testing/fixtures-access.ts";
import { replaceLink } from "../guests/replace-link.ts";
import { changeSiteSettings } from "../sites/change-site-settings.ts";
import type { Deps } from "../deps.ts";
import { testDatabase } from "../testing/database.ts";
import { anEvent, aParty, aSite, asServer, ourPage } from "../testing/fixtures.ts";
import { readEvents } from "../testing/read-events.ts";
import { replyOfAll } from "../testing/replying.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { testWakes } from "../testing/vendor-line.ts";
import { createLive } from "./live.ts";
import { liveRoutes } from "./routes.ts";

const sql = await testDatabase();

async function aLiveWedding() {
  const wakes = testWakes();
  const base = await testDeps(sql);
  const live = createLive({ sql, log: base.log, wakes, chance: () => 0.5 });
  const deps: Deps = { ...base, wake: wakes.wake, live };
  const site = await aSite(deps);
  const dinner = await anEvent(deps, site);
  const party = await aParty(deps, site, {
    guests: [{ name: "Ana Silva", events: [dinner.id] }, { events: [dinner.id] }],
  });
  await changeSiteSettings(deps, site.id, asServer, { publicCounter: dinner.id });
  const app = testApp(deps, liveRoutes);
  const open = async (path: string, headers: Record<string, string> = {}) =>
    await app.fetch(
      new Request(`https://rsvp.test/v1/sites/${site.slug}${path}`, {
        headers: { origin: ourPage, ...headers },
      }),
    );
  return {
    deps,
    site,
    dinner,
    party,
    open,
    [Symbol.asyncDispose]: () => live.stop(),
  };
}

Deno.test("the counter shows how many attend, and moves when a reply is saved", async () => {
  await using wedding = await aLiveWedding();
  const { deps, site, dinner, party, open } = wedding;
  await using events = readEvents(await open("/live"));

  const before = await events.next();
  const { changeNumber } = await replyOfAll(deps, site, party, [dinner.id]);
  const after = await events.next();

  assert.deepEqual([before.event, before.data], ["counter", { attending: 0 }]);
  assert.deepEqual(after, { event: "counter", id: changeNumber, data: { attending: 2 } });
});

Deno.test("a party's other phone hears that the reply changed, and other parties do not", async () => {
  await using wedding = await aLiveWedding();
  const { deps, site, dinner, party, open } = wedding;
  const other = await aParty(deps, site, { guests: [{ name: "Zoë", events: [dinner.id] }] });
  const authorization = `Bearer ${party.token}`;
  await using events = readEvents(await open("/party/live", { authorization }));

  await replyOfAll(deps, site, other, [dinner.id]);
  const { reply } = await replyOfAll(deps, site, party, [dinner.id]);

  assert.deepEqual(await events.next(), {
    event: "reply",
    id: reply.changeNumber,
    data: { changeNumber: reply.changeNumber },
  });
});

Deno.test("members hear every change in order, from the one after Last-Event-ID", async () => {
  await using wedding = await aLiveWedding();
  const { deps, site, dinner, party, open } = wedding;
  const authorization = `Bearer ${await anApiKey(deps, site, "viewer")}`;
  await replyOfAll(deps, site, party, [dinner.id]);
  await using events = readEvents(
    await open("/changes/live", { authorization, "last-event-id": "2" }),
  );

  const { changeNumber } = await replyOfAll(deps, site, party, [dinner.id], false);
  const heard: (number | undefined)[] = [];
  while (heard.at(-1) !== changeNumber) heard.push((await events.next()).id);

  const expected = Array.from({ length: changeNumber - 2 }, (_, index) => index + 3);
  assert.deepEqual(heard, expected);
});

Deno.test("a reader whose last event the log never had starts anew", async () => {
  await using wedding = await aLiveWedding();
  const { deps, site, open } = wedding;
  const authorization = `Bearer ${await anApiKey(deps, site, "viewer")}`;

  await using events = readEvents(
    await open("/changes/live", { authorization, "last-event-id": "999999" }),
  );

  assert.equal((await events.next()).event, "reset");
});

Deno.test("a site that shows no counter has no counter stream", async () => {
  await using wedding = await aLiveWedding();
  const { deps, site, open } = wedding;
  await changeSiteSettings(deps, site.id, asServer, { publicCounter: null });

  const response = await open("/live");

  assert.equal(response.status, 404);
  await response.body?.cancel();
});

Deno.test("a stream whose personal link is replaced ends", async () => {
  await using wedding = await aLiveWedding();
  const { deps, site, party, open } = wedding;
  await using events = readEvents(
    await open("/party/live", { authorization: `Bearer ${party.token}` }),
  );

  await replaceLink(deps, site, asServer, party.party.id);

  assert.equal((await events.next()).event, "reply");
  await assert.rejects(events.next(), /ended/);
});

Deno.test("a reader that goes away is forgotten", async () => {
  await using wedding = await aLiveWedding();
  const { deps, open } = wedding;
  const events = readEvents(await open("/live"));
  await events.next();
  assert.equal(deps.live.size, 1);

  await events[Symbol.asyncDispose]();

  assert.equal(deps.live.size, 0);
});

Deno.test("of several numbers at once a counter's readers hear the last, and members each of them", async () => {
  await using wedding = await aLiveWedding();
  const { deps, site, dinner, party } = wedding;
  const { changeNumber: from } = await replyOfAll(deps, site, party, [dinner.id]);
  for (const attending of [false, true]) {
    await replyOfAll(deps, site, party, [dinner.id], attending);
  }
  const { changeNumber } = await replyOfAll(deps, site, party, [dinner.id], false);
  const afterTheFirst = () => Promise.resolve({ from });
  const counter = { kind: "counter", eventId: dinner.id } as const;
  await using numbers = readEvents(await deps.live.join(site.id, counter, afterTheFirst));
  await using changes = readEvents(
    await deps.live.join(site.id, { kind: "changes" }, afterTheFirst),
  );

  const heard = [await changes.next()];
  while (heard.at(-1)?.id !== changeNumber) heard.push(await changes.next());

  assert.deepEqual(await numbers.next(), {
    event: "counter",
    id: changeNumber,
    data: { attending: 0 },
  });
  assert.equal(heard.filter(({ event }) => event === "headcount.changed").length, 3);
});

Deno.test("a reader whose site cannot be read is told so, and forgotten", async () => {
  await using wedding = await aLiveWedding();
  const { deps, site, dinner } = wedding;
  const counter = { kind: "counter", eventId: dinner.id } as const;

  await assert.rejects(
    deps.live.join(site.id, counter, () => Promise.reject(new Error("away"))),
    /away/,
  );

  assert.equal(deps.live.size, 0);
});
