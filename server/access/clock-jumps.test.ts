import assert from "node:assert/strict";
import { testDatabase } from "../testing/database.ts";
import { aMember, ownPage } from "../testing/fixtures-access.ts";
import { aParty, aSite } from "../testing/fixtures.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { allRoutes } from "../app.ts";

const sql = await testDatabase();
const hourMs = 3_600_000;

Deno.test("whoever is signed in or has a personal link stays so when the clock jumps an hour either way", async () => {
  let now = new Date();
  const deps = await testDeps(sql, { now: () => now });
  const site = await aSite(deps);
  const { token } = await aParty(deps, site);
  const { cookie } = await aMember(deps, site, "owner");
  const app = testApp(deps, allRoutes(deps.config));
  const ask = async () => {
    const guest = await app.call(`GET /v1/sites/${site.slug}/party`, { token });
    const member = await app.call(`GET /v1/sites/${site.slug}/parties`, {
      headers: { cookie },
      origin: ownPage,
    });
    return [guest.status, member.status];
  };

  const statuses = [await ask()];
  for (const jump of [hourMs, -2 * hourMs, hourMs]) {
    now = new Date(now.getTime() + jump);
    statuses.push(await ask());
  }

  assert.deepEqual(statuses, Array(4).fill([200, 200]));
});
