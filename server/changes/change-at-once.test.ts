import assert from "node:assert/strict";
import type { SiteId } from "../../shared/ids.ts";
import type { Query } from "../database/sql.ts";
import { testDatabase } from "../testing/database.ts";
import { aSite, asServer } from "../testing/fixtures.ts";
import { testDeps } from "../testing/test-deps.ts";
import { changeAtOnce } from "./change-at-once.ts";
import { changeSite, type Decision } from "./change-site.ts";
import { changesAfter, type LockedSite } from "./changes.ts";

const sql = await testDatabase();

async function aWokenSite() {
  const woken: SiteId[] = [];
  const deps = await testDeps(sql, { wake: (siteId) => void woken.push(siteId) });
  return { deps, site: await aSite(deps), woken };
}

/** Reads the site as it is, and renames it if it has still that number. */
function renaming(id: SiteId, slug: string, meanwhile: () => Promise<void> = async () => {}) {
  return {
    async read(sql: Query) {
      const [site] = await sql<LockedSite>`
        select site_id as id, slug, settings, key_sealed, change_number, last_hash
        from sites
        where site_id = ${id}
      `;
      return { site };
    },
    decide: async (site: LockedSite): Promise<Decision<string>> => {
      await meanwhile();
      return {
        news: [{ type: "site.changed", data: { what: ["slug"] } }],
        async finish(sql, changes) {
          const rows = await sql`
            update sites
            set slug = ${slug}, change_number = ${changes.at(-1)?.number ?? -1}
            where site_id = ${id} and change_number = ${site.changeNumber}
            returning site_id
          `;
          return rows.length > 0;
        },
        result: slug,
      };
    },
  };
}

async function slugOf(id: SiteId) {
  const [site] = await sql<{ slug: string }>`select slug from sites where site_id = ${id}`;
  return site?.slug;
}

Deno.test("changeAtOnce() writes what nothing came in between of, and wakes the followers", async () => {
  const { deps, site, woken } = await aWokenSite();

  const done = await changeAtOnce(deps, asServer, renaming(site.id, `${site.slug}-new`));

  assert.equal(done?.result, `${site.slug}-new`);
  assert.equal(await slugOf(site.id), `${site.slug}-new`);
  assert.deepEqual(woken, [site.id]);
});

Deno.test("changeAtOnce() leaves everything as it is when something came in between", async () => {
  const { deps, site, woken } = await aWokenSite();
  const quiet = await testDeps(sql);
  const note = { type: "note.received", data: { noteId: "note_1" } } as const;

  const done = await changeAtOnce(
    deps,
    asServer,
    renaming(site.id, `${site.slug}-new`, () =>
      changeSite(quiet, site.id, asServer, {
        read: () => Promise.resolve(undefined),
        decide: () => ({ news: [note], result: undefined }),
      })),
  );

  assert.equal(done, undefined);
  assert.equal(await slugOf(site.id), site.slug);
  assert.equal((await changesAfter(sql, site.id, 0, 10)).length, 1);
  assert.deepEqual(woken, []);
});

Deno.test("changeAtOnce() writes nothing where there is no news, and knows a site that is gone", async () => {
  const { deps, site, woken } = await aWokenSite();
  const { read } = renaming(site.id, "unused");

  const done = await changeAtOnce(deps, asServer, {
    read,
    decide: () => ({ news: [], result: "as before" }),
  });

  assert.equal(done?.result, "as before");
  assert.deepEqual(woken, []);
  await assert.rejects(changeAtOnce(deps, asServer, renaming("site_0000000000", "unused")), {
    code: "site-not-found",
  });
});
