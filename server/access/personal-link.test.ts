import assert from "node:assert/strict";
import { newId } from "../../shared/ids.ts";
import type { ProblemCode } from "../../shared/problems.ts";
import { Problem } from "../problem.ts";
import { createKeys, type SiteKeys } from "./keys.ts";
import { checkToken, type Linked, personalToken, readToken, visitToken } from "./personal-link.ts";

const party: Linked = { code: "7k2mq1x8", linkVersion: 1 };
const now = new Date("2027-03-01T12:00:00Z");

async function siteKeys(): Promise<SiteKeys> {
  const keys = await createKeys([{ version: 1, bytes: new Uint8Array(32).fill(1) }]);
  const id = newId("site");
  return keys.forSite({ id, keySealed: await keys.newSiteKey(id) });
}

/** The problem that a token meets, or undefined when it opens the invitation. */
async function problemOf(
  keys: SiteKeys,
  token: string,
  of: Linked | undefined = party,
  at = now,
): Promise<ProblemCode | undefined> {
  const read = readToken(token);
  assert.ok(read, `${token} should at least look like a token`);
  try {
    await checkToken(keys, read, of, at);
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

Deno.test("a personal link opens its party's invitation, today and in ten years", async () => {
  const keys = await siteKeys();
  const token = await personalToken(keys, party);

  assert.match(token, /^7k2mq1x8-1\.[\w-]{22}$/);
  assert.equal(await problemOf(keys, token), undefined);
  assert.equal(await problemOf(keys, token, party, new Date("2037-03-01")), undefined);
});

Deno.test("a personal link can be printed again: it is derived, not stored", async () => {
  const keys = await siteKeys();

  assert.equal(await personalToken(keys, party), await personalToken(keys, party));
});

Deno.test("a link with any one character changed is broken", async () => {
  const keys = await siteKeys();
  const token = await personalToken(keys, party);

  for (const [at, character] of [...token].entries()) {
    if (character === "-" || character === ".") continue;
    const changed = token.slice(0, at) + (character === "2" ? "3" : "2") + token.slice(at + 1);
    const code = changed.split("-")[0] ?? "";
    // The thief may even know a party that has this code and version.
    const found = { code, linkVersion: readToken(changed)?.linkVersion ?? 0 };
    assert.equal(await problemOf(keys, changed, found), "link-broken", changed);
  }
});

Deno.test("a link of another site is broken", async () => {
  const token = await personalToken(await siteKeys(), party);

  assert.equal(await problemOf(await siteKeys(), token), "link-broken");
});

Deno.test("a raised version revokes the links before it, and visits, too", async () => {
  const keys = await siteKeys();
  const raised = { ...party, linkVersion: 2 };
  const tokens = [
    await personalToken(keys, party),
    await visitToken(keys, party, new Date(now.getTime() + 1000)),
  ];

  for (const token of tokens) assert.equal(await problemOf(keys, token, raised), "link-revoked");
  assert.equal(await problemOf(keys, await personalToken(keys, raised), raised), undefined);
});

Deno.test("the link of a party that is gone is revoked; a made-up one stays broken", async () => {
  const keys = await siteKeys();
  const token = readToken(await personalToken(keys, party));
  const madeUp = readToken(`nobody00-1.${"A".repeat(22)}`);
  assert.ok(token && madeUp);

  await assert.rejects(checkToken(keys, token, undefined, now), { code: "link-revoked" });
  await assert.rejects(checkToken(keys, madeUp, undefined, now), { code: "link-broken" });
});

Deno.test("a visit ends when it says, and its end cannot be moved", async () => {
  const keys = await siteKeys();
  const until = new Date(now.getTime() + 60_000);
  const token = await visitToken(keys, party, until);
  const end = until.getTime().toString(36);
  const later = (until.getTime() + 86_400_000).toString(36);

  assert.equal(await problemOf(keys, token), undefined);
  assert.equal(await problemOf(keys, token, party, until), undefined);
  const after = new Date(until.getTime() + 1);
  assert.equal(await problemOf(keys, token, party, after), "visit-expired");
  assert.equal(await problemOf(keys, token.replace(end, later), party, after), "link-broken");
  assert.equal(await problemOf(keys, token.replace(`-${end}`, ""), party, after), "link-broken");
});

Deno.test("what does not look like a token is not read", () => {
  const mac = "A".repeat(22);
  const odd = ["", "x", `7k2m.${mac}`, `7K2MQ1X8-1.${mac}`, `7k2mq1x8-1.${mac}A`, `7k2m-1-.${mac}`];

  for (const token of odd) assert.equal(readToken(token), undefined, token);
});
