import assert from "node:assert/strict";
import type { SiteId } from "../../shared/ids.ts";
import { Problem } from "../problem.ts";
import { testDatabase } from "../testing/database.ts";
import { aSite, asServer } from "../testing/fixtures.ts";
import { testDeps } from "../testing/test-deps.ts";
import { findBreak } from "./chain.ts";
import { changeSite, type Decision } from "./change-site.ts";
import { changesAfter } from "./changes.ts";

const sql = await testDatabase();

function aNote(number: number): Decision<number> {
  return { news: [{ type: "note.received", data: { noteId: `note_${number}` } }], result: number };
}

const nothing = () => Promise.resolve(undefined);

Deno.test("fifty changes at once are numbered 1 to 50 in one whole chain", async () => {
  const deps = await testDeps(sql);
  const site = await aSite(deps);

  await Promise.all(
    Array.from(
      { length: 50 },
      (_, index) =>
        changeSite(deps, site.id, asServer, { read: nothing, decide: () => aNote(index) }),
    ),
  );

  const log = await changesAfter(sql, site.id, 0, 100);
  assert.deepEqual(log.map(({ number }) => number), Array.from({ length: 50 }, (_, i) => i + 1));
  assert.equal(findBreak(site.id, log), undefined);
});

Deno.test("a decision that refuses leaves nothing behind and wakes nobody", async () => {
  const woken: SiteId[] = [];
  const deps = await testDeps(sql, { wake: (siteId) => void woken.push(siteId) });
  const site = await aSite(deps);

  const refused = changeSite(deps, site.id, asServer, {
    read: nothing,
    decide: () => {
      throw new Problem("replies-closed");
    },
  });

  await assert.rejects(refused, { code: "replies-closed" });
  assert.deepEqual(await changesAfter(sql, site.id, 0, 10), []);
  assert.deepEqual(woken, []);
});

Deno.test("a write that fails takes the log's entry back with it", async () => {
  const deps = await testDeps(sql);
  const site = await aSite(deps);

  const failed = changeSite(deps, site.id, asServer, {
    read: nothing,
    decide: () => ({
      ...aNote(1),
      write: (tx) => [tx`insert into notes (site_id, note_id) values (${site.id}, 'note_1')`],
    }),
  });

  await assert.rejects(failed);
  assert.deepEqual(await changesAfter(sql, site.id, 0, 10), []);
});

Deno.test("what is read under the lock is what the change before left", async () => {
  const deps = await testDeps(sql);
  const site = await aSite(deps);
  const seen: number[] = [];

  await Promise.all(
    Array.from({ length: 20 }, () =>
      changeSite(deps, site.id, asServer, {
        read: async (tx) => {
          const [row] = await tx<{ notes: number }>`
            select count(*) as notes
            from changes
            where site_id = ${site.id}
          `;
          return row?.notes ?? -1;
        },
        decide(locked, notes) {
          assert.equal(notes, locked.changeNumber);
          seen.push(notes);
          return aNote(notes);
        },
      })),
  );

  assert.deepEqual(seen.toSorted((a, b) => a - b), Array.from({ length: 20 }, (_, i) => i));
});

Deno.test("a site that is not there cannot be changed", async () => {
  const deps = await testDeps(sql);

  const change = changeSite(deps, "site_nowhere", asServer, {
    read: nothing,
    decide: () => aNote(1),
  });

  await assert.rejects(change, { code: "site-not-found" });
});
