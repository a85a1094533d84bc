import assert from "node:assert/strict";
import type { z } from "zod";
import { emptyHeadcount, headcountsSchema } from "../../shared/headcount.ts";
import { changeNumbers } from "../changes/changes.ts";
import { testDatabase } from "../testing/database.ts";
import { aSite } from "../testing/fixtures.ts";
import { anApiKey } from "../testing/fixtures-access.ts";
import { aPartyOf, aWedding, guestAt, mains, meals, send } from "../testing/fixtures-replies.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { headcountRoutes } from "./routes.ts";

const sql = await testDatabase();
const deps = await testDeps(sql);
const { call } = testApp(deps, headcountRoutes);
type Headcounts = z.infer<typeof headcountsSchema>;

Deno.test("members see the numbers of every event, as of the latest change", async () => {
  const wedding = await aWedding(deps);
  const { site, ceremony, dinner } = wedding;
  const viewer = await anApiKey(deps, site, "viewer");
  const party = await aPartyOf(deps, wedding, [{ name: "Ana Silva" }, { name: "Rui Silva" }]);
  const { changeNumber } = await send(deps, site, party, {
    guests: [{
      guestId: guestAt(party, 0),
      replies: [{ eventId: dinner.id, attending: true, meals: { [mains]: meals.fish } }],
      allergies: [{ allergen: "nuts", severity: "life-threatening" }],
    }],
  });

  const { status, body } = await call<Headcounts>(`GET /v1/sites/${site.slug}/headcount`, {
    token: viewer,
  });

  assert.equal(status, 200);
  assert.deepEqual(headcountsSchema.parse(body), body);
  assert.equal(body.changeNumber, changeNumber);
  assert.deepEqual(body.events.map(({ eventId, name }) => [eventId, name]), [
    [ceremony.id, "Ceremony"],
    [dinner.id, "Dinner"],
  ]);
  assert.deepEqual(body.events[0]?.headcount, { ...emptyHeadcount(), invited: 2, pending: 2 });
  assert.deepEqual(body.events[1]?.headcount, {
    ...emptyHeadcount(),
    invited: 2,
    attending: 1,
    pending: 1,
    adults: 1,
    meals: { [mains]: { [meals.fish]: 1 } },
    allergies: { nuts: { "life-threatening": 1 } },
  });
  assert.deepEqual(body.events[1]?.courses[0]?.meals.map(({ count }) => count), [1, 0, 0]);
});

Deno.test("an event that nobody is invited to, and a site without events, count nothing", async () => {
  const { site } = await aWedding(deps);
  const bare = await aSite(deps);
  const read = async (asked: typeof site) =>
    (await call<Headcounts>(`GET /v1/sites/${asked.id}/headcount`, {
      token: await anApiKey(deps, asked, "viewer"),
    })).body;

  const counted = await read(site);
  assert.deepEqual(counted.events.map(({ headcount }) => headcount), [
    emptyHeadcount(),
    emptyHeadcount(),
  ]);
  const empty = await read(bare);
  const [{ changeNumber } = { changeNumber: 0 }] = await changeNumbers(sql, [bare.id]);
  assert.deepEqual(empty, { changeNumber, events: [] });
});

Deno.test("guests and strangers do not see the numbers", async () => {
  const wedding = await aWedding(deps);
  const { token } = await aPartyOf(deps, wedding);
  const request = `GET /v1/sites/${wedding.site.slug}/headcount`;

  assert.equal((await call(request)).body.code, "sign-in-required");
  assert.equal((await call(request, { token })).body.code, "sign-in-required");
});
