import assert from "node:assert/strict";
import { allRoutes } from "../app.ts";
import { createWakes } from "../changes/wakes.ts";
import { removeParty } from "../guests/remove-party.ts";
import { replaceLink } from "../guests/replace-link.ts";
import { createLive } from "../live/live.ts";
import { submitReply } from "../rsvp/submit-reply.ts";
import { changeSiteSettings } from "./change-site-settings.ts";
import { createKnownSites } from "./known-sites.ts";
import { removeSite } from "./remove-site.ts";
import { siteBy } from "./sites.ts";
import { testDatabase } from "../testing/database.ts";
import { asServer, ourPage } from "../testing/fixtures.ts";
import { aKey, answersOf, aPartyOf, aWedding } from "../testing/fixtures-replies.ts";
import { siteAsStored } from "../testing/site-as-stored.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { submissionSchema } from "../../shared/reply.ts";

// What is taken away in one process, asked for in this and in another one that had just seen it. On PGlite the other one
// hears of nothing, as on a PostgreSQL whose notification got lost.
const sql = await testDatabase();

/** A server as far as it remembers anything; its clock stands still until it is told. */
async function aProcess() {
  let time = 0;
  const log = () => {};
  const wakes = await createWakes({ sql, log });
  const sites = createKnownSites({ sql, wakes, clock: () => time });
  const live = createLive({ sql, log, wakes, chance: () => 0.5 });
  const deps = await testDeps(sql, { sites, live, wake: wakes.wake });
  return {
    deps,
    ...testApp(deps, allRoutes(deps.config)),
    secondPasses: () => void (time += 1001),
    async [Symbol.asyncDispose]() {
      await live.stop();
      await wakes.close();
    },
  };
}

type Process = Awaited<ReturnType<typeof aProcess>>;

async function aServedWedding(one: Process, other: Process) {
  const wedding = await aWedding(one.deps);
  const party = await aPartyOf(one.deps, wedding);
  const path = `/v1/sites/${wedding.site.slug}`;
  const { token } = party;
  const reply = {
    token,
    headers: { "idempotency-key": aKey() },
    body: answersOf(party, [wedding.dinner]),
  };
  for (const { call } of [one, other]) assert.equal((await call(`GET ${path}/form`)).status, 200);
  for (const { call } of [one, other]) {
    assert.equal((await call(`GET ${path}/party`, { token })).status, 200);
  }
  return { ...wedding, ...party, path, reply };
}

Deno.test("a page that was taken off the list is refused at once, and by another process a second later", async () => {
  await using one = await aProcess();
  await using other = await aProcess();
  const { site, path, token, reply } = await aServedWedding(one, other);
  await changeSiteSettings(one.deps, site.id, asServer, { pages: ["https://new.example"] });
  const before = await siteAsStored(sql, site.id);

  for (const { call, secondPasses } of [one, other]) {
    if (call === other.call) secondPasses();
    for (const what of [`GET ${path}/form`, `GET ${path}/party`, `GET ${path}/party/live`]) {
      const { status, body } = await call(what, { token });
      assert.equal(`${status} ${body.code}`, "403 page-not-allowed", what);
    }
    assert.equal((await call(`PUT ${path}/party/reply`, reply)).status, 403);
    const headers = { "access-control-request-method": "PUT" };
    assert.equal((await call(`OPTIONS ${path}/party/reply`, { headers })).status, 403);
    assert.equal((await call(`GET ${path}/form`, { origin: "https://new.example" })).status, 200);
  }
  assert.deepEqual(await siteAsStored(sql, site.id), before);
});

Deno.test("no stream begins for a page that was just taken off the list, or of a counter that was, anywhere", async () => {
  await using one = await aProcess();
  await using other = await aProcess();
  const { site, dinner, ceremony, path, token } = await aServedWedding(one, other);
  await changeSiteSettings(one.deps, site.id, asServer, { publicCounter: dinner.id });
  const before = await siteBy(sql, site.id);
  // A process that has not heard of anything yet, however soon others tell it.
  const late = testApp(
    { ...other.deps, sites: { by: () => Promise.resolve(before) } },
    allRoutes(other.deps.config),
  );

  await changeSiteSettings(one.deps, site.id, asServer, { publicCounter: ceremony.id });
  assert.equal((await late.call(`GET ${path}/live`)).status, 404);
  await changeSiteSettings(one.deps, site.id, asServer, { publicCounter: dinner.id, pages: [] });

  for (const what of ["live", "party/live"]) {
    const { status, body } = await late.call(`GET ${path}/${what}`, { token });
    assert.equal(`${status} ${body.code}`, "403 page-not-allowed", what);
  }
  assert.equal(other.deps.live.size, 0);
});

Deno.test("a replaced link and a removed party open nothing in any process, from the same moment on", async () => {
  for (const take of ["link", "party"]) {
    await using one = await aProcess();
    await using other = await aProcess();
    const { site, party, path, reply } = await aServedWedding(one, other);
    if (take === "link") await replaceLink(one.deps, site, asServer, party.id);
    else await removeParty(one.deps, site, asServer, party.id);
    const before = await siteAsStored(sql, site.id);

    for (const { call } of [one, other]) {
      for (const what of ["GET /party", "GET /party/live", "DELETE /party/reply"]) {
        const { body: _, ...asked } = reply;
        const { status, body } = await call(what.replace(" ", ` ${path}`), asked);
        assert.equal(`${status} ${body.code}`, "410 link-revoked", `${take} ${what}`);
      }
      assert.equal((await call(`PUT ${path}/party/reply`, reply)).status, 410);
    }
    assert.deepEqual(await siteAsStored(sql, site.id), before);
  }
});

Deno.test("a site that was removed tells nothing more at once, and takes nothing in any process", async () => {
  await using one = await aProcess();
  await using other = await aProcess();
  const { site, path, token, reply } = await aServedWedding(one, other);
  await removeSite(one.deps, site.id);

  assert.equal((await one.call(`GET ${path}/form`)).status, 404);
  // 410: it knows the site still, and the link opens nothing. 404: it has heard of the removal.
  for (
    const { status } of [
      await other.call(`PUT ${path}/party/reply`, reply),
      await other.call(`GET ${path}/party/live`, { token }),
    ]
  ) {
    assert.ok(status === 410 || status === 404, String(status));
  }
  const note = { name: "Zoë", text: "Where do we park?" };
  assert.equal((await other.call(`POST ${path}/notes`, { body: note })).status, 404);
  other.secondPasses();
  assert.equal((await other.call(`GET ${path}/form`)).status, 404);
  for (const [table, rows] of Object.entries(await siteAsStored(sql, site.id))) {
    assert.deepEqual(rows, [], table);
  }
});

Deno.test("a reply that is on its way while its party or its site is removed is refused, and leaves nothing", async () => {
  for (const take of ["party", "site"]) {
    await using one = await aProcess();
    const { deps } = one;
    const { site, party, guests, dinner } = await aServedWedding(one, one);
    // Who sends is known by now; what was sent is not saved yet.
    const submission = submissionSchema.parse(answersOf({ guests }, [dinner]));
    const by = { kind: "guest", partyId: party.id } as const;
    if (take === "party") await removeParty(deps, site, asServer, party.id);
    else await removeSite(deps, site.id);
    const before = await siteAsStored(sql, site.id);

    const sent = submitReply(deps, site, party, { key: aKey(), submission, by });

    const code = take === "party" ? "not-your-seat" : "site-not-found";
    await assert.rejects(sent, { name: "Problem", code });
    assert.deepEqual(await siteAsStored(sql, site.id), before);
  }
});

Deno.test("of replies and a removal at one moment, either is first and nothing is in between", async () => {
  await using one = await aProcess();
  await using other = await aProcess();
  for (let turn = 0; turn < 12; turn += 1) {
    const { site, party, path, token } = await aServedWedding(one, other);
    const view = await one.call<{ party: { guests: { id: string }[] } }>(`GET ${path}/party`, {
      token,
    });
    const guestId = view.body.party.guests[0]?.id;
    const press = ({ call }: Process) =>
      call(`PUT ${path}/party/reply`, {
        token,
        origin: ourPage,
        headers: { "idempotency-key": aKey() },
        body: { guests: [{ guestId, replies: [] }] },
      });

    const [, ...answers] = await Promise.all([
      removeParty(one.deps, site, asServer, party.id),
      ...[one, other, one, other].map(press),
    ]);

    for (const { status } of answers) assert.ok([200, 403, 410].includes(status), String(status));
    const { changes, replies, saved_replies: saved } = await siteAsStored(sql, site.id);
    assert.deepEqual([replies, saved], [[], []]);
    const submitted = changes?.filter((row) => row.includes("reply.submitted")).length;
    assert.equal(submitted, answers.filter(({ status }) => status === 200).length);
    const [row] = await sql`select change_number from sites where site_id = ${site.id}`;
    assert.equal(row?.changeNumber, changes?.length);
  }
});
