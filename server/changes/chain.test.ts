import assert from "node:assert/strict";
import fc from "fast-check";
import type { Change, News } from "../../shared/changes.ts";
import { chainChanges, findBreak } from "./chain.ts";

const siteId = "site_a" as const;
const at = new Date("2026-11-21T10:00:00Z");
const by = { kind: "server" } as const;
const start = { id: siteId, changeNumber: 0, lastHash: "" };

function someNews(count: number): News[] {
  return Array.from({ length: count }, (_, index) => ({
    type: "note.received",
    data: { noteId: `note_${index}` },
  }));
}

Deno.test("changes are numbered without gaps and chained to what came before", () => {
  const first = chainChanges(start, someNews(2), by, at);
  const last = first.at(-1);
  const then = { id: siteId, changeNumber: 2, lastHash: last?.hash ?? "" };
  const second = chainChanges(then, someNews(1), by, at);

  const log = [...first, ...second];
  assert.deepEqual(log.map(({ number }) => number), [1, 2, 3]);
  assert.equal(findBreak(siteId, log), undefined);
});

Deno.test("the chain holds after a trip through JSON that reorders keys", () => {
  const [change] = chainChanges(start, someNews(1), by, at);
  assert.ok(change);
  const { hash, data, ...rest } = change;

  const reordered = { hash, data, ...rest } as Change;

  assert.equal(findBreak(siteId, [JSON.parse(JSON.stringify(reordered))]), undefined);
});

Deno.test("a change that was rewritten, left out or swapped shows", () => {
  const log = chainChanges(start, someNews(12), by, at);
  fc.assert(
    fc.property(fc.nat(11), fc.constantFrom("rewrite", "drop", "swap"), (index, how) => {
      const forged = log.map((change) => ({ ...change }));
      const [taken] = how === "rewrite" ? [forged[index]] : forged.splice(index, 1);
      if (how === "rewrite" && taken) taken.at = "2026-01-01T00:00:00.000Z";
      if (how === "swap" && taken) forged.splice((index + 1) % 12, 0, taken);
      // Dropping the newest cannot show: the site's row holds the number and hash of the last change.
      if (how === "drop" && index === 11) return;
      assert.notEqual(findBreak(siteId, forged as Change[]), undefined);
    }),
  );
});

Deno.test("the same changes on another site have another chain", () => {
  const log = chainChanges(start, someNews(1), by, at);

  assert.equal(findBreak("site_b", log), 1);
});
