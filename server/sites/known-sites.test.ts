import assert from "node:assert/strict";
import type { SiteId } from "../../shared/ids.ts";
import type { Hear } from "../changes/wakes.ts";
import { countFlights } from "../testing/count-flights.ts";
import { testDatabase } from "../testing/database.ts";
import { aSite, asServer } from "../testing/fixtures.ts";
import { testDeps } from "../testing/test-deps.ts";
import { changeSiteSettings } from "./change-site-settings.ts";
import { createKnownSites } from "./known-sites.ts";
import { siteBy } from "./sites.ts";

const sql = await testDatabase();

async function aKnownSite() {
  const hearers: Hear[] = [];
  const { sql: watched, flights } = countFlights(sql);
  let time = 0;
  const sites = createKnownSites({
    sql: watched,
    wakes: { onWake: (hear) => (hearers.push(hear), () => {}) },
    clock: () => time,
  });
  const tell: Hear = (...told) => hearers.forEach((hear) => hear(...told));
  const deps = await testDeps(sql, { wake: (siteId, news) => tell([siteId], news) });
  const site = await aSite(deps);
  return {
    ...{ sites, site, deps, flights },
    later: (ms: number) => void (time += ms),
    fromElsewhere: (siteId: SiteId) => tell([siteId]),
  };
}

Deno.test("a site that was just asked for is not read again, by either of its names", async () => {
  const { sites, site, flights } = await aKnownSite();

  const [first] = await Promise.all([sites.by(site.slug), sites.by(site.slug)]);
  assert.equal(await sites.by(site.slug), first);
  assert.equal(flights.flat().length, 1);

  assert.equal((await sites.by(site.id))?.slug, site.slug);
  assert.equal(await sites.by("nobody-has-this-name"), undefined);
});

Deno.test("what this process changes of a site, the next request sees", async () => {
  const { sites, site, deps } = await aKnownSite();
  await Promise.all([sites.by(site.slug), sites.by(site.id)]);

  await changeSiteSettings(deps, site.id, asServer, { names: "Ana & Rui" });

  for (const name of [site.slug, site.id]) {
    assert.equal((await sites.by(name))?.settings.names, "Ana & Rui");
  }
});

Deno.test("a reply changes nothing of the site, and what other processes did may have", async () => {
  const { sites, site, deps, flights, fromElsewhere } = await aKnownSite();
  await sites.by(site.slug);

  deps.wake(site.id, []);
  await sites.by(site.slug);
  assert.equal(flights.flat().length, 1);

  fromElsewhere(site.id);
  await sites.by(site.slug);
  assert.equal(flights.flat().length, 2);
});

Deno.test("what was being read while the site changed is not kept", async () => {
  const { sites, site, deps } = await aKnownSite();

  const reading = sites.by(site.slug);
  await changeSiteSettings(deps, site.id, asServer, { names: "Ana & Rui" });
  await reading;

  assert.equal((await sites.by(site.slug))?.settings.names, "Ana & Rui");
});

Deno.test("where no wake arrives, a site is a second old at most", async () => {
  const { sites, site, later } = await aKnownSite();
  await sites.by(site.slug);
  await changeSiteSettings(await testDeps(sql), site.id, asServer, { names: "Ana & Rui" });

  later(1001);

  assert.deepEqual(await sites.by(site.slug), await siteBy(sql, site.slug));
});
