import assert from "node:assert/strict";
import { newId, randomCharacters } from "../shared/ids.ts";
import { insertSession, sessionOf } from "./access/sessions.ts";
import { insertSignInLink, takeSignInLink } from "./access/sign-in-links.ts";
import { useLimits } from "./http/limits.ts";
import { insertSubmission, submissionOf } from "./rsvp/submissions.ts";
import { testDatabase } from "./testing/database.ts";
import { aSite } from "./testing/fixtures.ts";
import { testDeps } from "./testing/test-deps.ts";
import { forgetExpired } from "./upkeep.ts";

const sql = await testDatabase();

// Long before any other test's clock: what other tests keep is not expired yet.
const now = new Date("2001-01-01T00:00:00Z");
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const days = 86_400;

const bytes = () => crypto.getRandomValues(new Uint8Array(32));
const aSecret = (expiresAt: Date) => ({
  secretHash: bytes(),
  mailIndex: bytes(),
  mailSealed: bytes(),
  expiresAt,
});

Deno.test("what has expired is forgotten, what has not stays", async () => {
  const deps = await testDeps(sql, { now: () => now });
  const site = await aSite(deps);
  const [oldLink, link] = [aSecret(before(1)), aSecret(before(-60))];
  const [oldSession, session] = [aSecret(before(1)), aSecret(before(-60))];
  const [oldKey, key] = [randomCharacters(16), randomCharacters(16)];
  const submission = { partyId: newId("party"), bodyMac: bytes(), changeNumber: 1 };
  const limit = { per: "caller", calls: 1, seconds: 60, caller: bytes() } as const;
  const [oldLimit, kept] = [{ ...limit, name: "old" }, { ...limit, name: "kept" }];
  await sql.begin(async (tx) => {
    await insertSignInLink(tx, oldLink);
    await insertSignInLink(tx, link);
    await insertSession(tx, oldSession);
    await insertSession(tx, session);
    await insertSubmission(tx, site.id, { ...submission, key: oldKey }, before(14 * days + 1));
    await insertSubmission(tx, site.id, { ...submission, key }, before(14 * days - 1));
  });
  await useLimits(sql, [oldLimit], before(61));
  await useLimits(sql, [kept], before(59));

  await forgetExpired(deps);

  const longAgo = before(365 * days);
  const [take, taken] = await sql.begin(async (tx) => [
    await takeSignInLink(tx, oldLink.secretHash, longAgo),
    await takeSignInLink(tx, link.secretHash, longAgo),
  ]);
  assert.equal(take, undefined);
  assert.ok(taken);
  assert.equal(await sessionOf(sql, oldSession.secretHash, longAgo), undefined);
  assert.ok(await sessionOf(sql, session.secretHash, longAgo));
  assert.equal(await submissionOf(sql, site.id, oldKey), undefined);
  assert.ok(await submissionOf(sql, site.id, key));
  const names = await sql<{ name: string }>`
    select name
    from limits
    where caller = ${limit.caller}
  `;
  assert.deepEqual(names, [{ name: "kept" }]);
});
