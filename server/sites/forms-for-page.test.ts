import assert from "node:assert/strict";
import { randomCharacters } from "../../shared/ids.ts";
import type { SiteForm } from "../../shared/site.ts";
import { countFlights } from "../testing/count-flights.ts";
import { testDatabase } from "../testing/database.ts";
import { anEvent, aSite } from "../testing/fixtures.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { formRoutes } from "./form-routes.ts";
import { formsForPage } from "./forms-for-page.ts";

const sql = await testDatabase();
const deps = await testDeps(sql);

/** An origin that no other test's site lists. */
const aPage = () => `https://ours-${randomCharacters(12).toLowerCase()}.example`;

Deno.test("a page's forms are what the form's own route answers to it, word for word", async () => {
  const page = aPage();
  const site = await aSite(deps, { pages: ["https://other.example", page], intro: "Olá <3" });
  const { call } = testApp(deps, formRoutes);

  const forms = await formsForPage(deps, page);

  const asked = await call<SiteForm>(`GET /v1/sites/${site.slug}/form`, { origin: page });
  assert.deepEqual(forms, [asked.body]);
});

Deno.test("an entry with an open label is found for its pages, and for no others", async () => {
  const domain = aPage().slice("https://".length);
  const site = await aSite(deps, { pages: [`https://*.${domain}`] });
  const found = async (origin: string) => (await formsForPage(deps, origin)).length;

  assert.equal((await formsForPage(deps, `https://www.${domain}`))[0]?.site, site.slug);
  assert.equal(await found(`https://a.b.${domain}`), 0);
  assert.equal(await found(`https://${domain}`), 0);
  assert.equal(await found(`https://*.${domain}`), 0);
  assert.equal(await found(`http://www.${domain}`), 0);
  assert.equal(await found(`https://www.${domain}:8443`), 0);
});

Deno.test("up to three sites of one page come along; more are asked for by themselves", async () => {
  const page = aPage();
  const slugs: string[] = [];
  for (let count = 1; count <= 3; count++) {
    slugs.push((await aSite(deps, { pages: [page] })).slug);
    const forms = await formsForPage(deps, page);
    assert.deepEqual(forms.map(({ site }) => site).toSorted(), slugs.toSorted());
  }

  await aSite(deps, { pages: [page] });

  assert.deepEqual(await formsForPage(deps, page), []);
});

Deno.test("it costs one flight, and one more for counters; what is no page's origin costs none", async () => {
  const page = aPage();
  const flightsFor = async (origin: string) => {
    const { sql: counted, flights } = countFlights(sql);
    await formsForPage({ ...deps, sql: counted }, origin);
    return flights.length;
  };
  await aSite(deps, { pages: [page] });

  assert.equal(await flightsFor(page), 1);
  const second = await aSite(deps, { pages: [page] });
  const dinner = await anEvent(deps, second);
  const third = await aSite(deps, { pages: [page], publicCounter: dinner.id });
  assert.equal(await flightsFor(page), 2, third.slug);
  assert.equal(await flightsFor(aPage()), 1);
  for (const origin of ["null", "file://", "chrome-extension://abc", "https://x", `${page}/`, ""]) {
    assert.equal(await flightsFor(origin), 0, origin);
  }
});

Deno.test("sites are looked up by page in an index, however many there are", async () => {
  const plan = await sql.begin(async (tx) => {
    await tx`set local enable_seqscan = off`;
    return await tx<Record<string, string>>`
      explain select site_id from sites
      where settings -> 'pages' ?| ${["https://ours.example", "https://*.example"]}
    `;
  });

  assert.match(JSON.stringify(plan), /sites_pages/);
});
