import assert from "node:assert/strict";
import { randomCharacters } from "../../shared/ids.ts";
import { Problem } from "../problem.ts";
import { testDatabase } from "../testing/database.ts";
import { aSite, asServer } from "../testing/fixtures.ts";
import { testDeps } from "../testing/test-deps.ts";
import { findBreak } from "./chain.ts";
import { changeSite } from "./change-site.ts";
import { changesAfter } from "./changes.ts";
import { registerFollower } from "./owed-changes.ts";
import type { Part } from "./write-parts.ts";

const sql = await testDatabase();
const nothing = () => Promise.resolve(undefined);

async function inParts(parts: () => AsyncGenerator<Part>) {
  const deps = await testDeps(sql);
  const site = await aSite(deps);
  const changing = changeSite(deps, site.id, asServer, {
    read: nothing,
    decide: () => ({ news: [aNote(0)], more: parts, result: undefined }),
  });
  return { site, changing };
}

function aNote(number: number) {
  return { type: "note.received", data: { noteId: `note_${number}` } } as const;
}

Deno.test("what is told in parts is one whole chain, in order, and owed to every follower", async () => {
  const follower = `follower-${randomCharacters(8)}`;
  await registerFollower(sql, follower);

  const { site, changing } = await inParts(async function* () {
    for (let part = 0; part < 9; part += 1) {
      yield { news: [aNote(2 * part + 1), aNote(2 * part + 2)], write: () => [] };
    }
    yield { news: [], write: () => [] };
  });
  await changing;

  const log = await changesAfter(sql, site.id, 0, 100);
  assert.deepEqual(
    log.map(({ data }) => data),
    Array.from({ length: 19 }, (_, at) => ({
      noteId: `note_${at}`,
    })),
  );
  assert.equal(findBreak(site.id, log), undefined);
  const [owed] = await sql<{ count: number; changeNumber: number; lastHash: string }>`
    select count(*), change_number, last_hash
    from owed_changes
    join sites using (site_id)
    where follower = ${follower} and site_id = ${site.id}
    group by change_number, last_hash
  `;
  assert.deepEqual(owed, { count: 19, changeNumber: 19, lastHash: log.at(-1)?.hash });
});

Deno.test("of many parts no more than two are under way, and the next is made meanwhile", async () => {
  let [begun, ended, most] = [0, 0, 0];
  const { changing } = await inParts(async function* () {
    for (let part = 0; part < 6; part += 1) {
      yield {
        news: [],
        write: (tx) => {
          begun += 1;
          most = Math.max(most, begun - ended);
          return [tx`select 1`.then(() => ended += 1)];
        },
      };
    }
  });

  await changing;

  assert.deepEqual([begun, ended, most], [6, 6, 2]);
});

const failures: Record<string, Part["write"]> = {
  "refuses": () => {
    throw new Problem("event-full");
  },
  "is refused by the database": (tx) => [tx`select 1 / 0`],
};

for (const [what, write] of Object.entries(failures)) {
  Deno.test(`when a part ${what}, nothing of those before it has happened`, async () => {
    const { site, changing } = await inParts(async function* () {
      yield { news: [aNote(1)], write: () => [] };
      yield { news: [aNote(2)], write: () => [] };
      yield { news: [aNote(3)], write };
    });

    await assert.rejects(changing);
    assert.deepEqual(await changesAfter(sql, site.id, 0, 10), []);
  });
}
