import assert from "node:assert/strict";
import type { Challenge, Payload } from "altcha-lib";
import type { Notes } from "../../shared/guest-list.ts";
import type { ProblemBody } from "../../shared/problems.ts";
import { connectPostgres } from "../database/postgres.ts";
import { noteRoutes } from "../guests/note-routes.ts";
import { forgetLimits, fullness, useLimits } from "../http/limits.ts";
import { replyRoutes } from "../rsvp/routes.ts";
import { testDatabase } from "../testing/database.ts";
import { anApiKey } from "../testing/fixtures-access.ts";
import { aParty, aSite } from "../testing/fixtures.ts";
import { solveProof } from "../testing/solve-proof.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { missBuckets } from "./count-miss.ts";
import { finding } from "./paces.ts";

type Answer = ProblemBody & { challenge?: Challenge };

const sql = await testDatabase();
const deps = await testDeps(sql);
const routes = [...replyRoutes, ...noteRoutes];

/** A site, and somebody at an address of their own who looks for an invitation on it. */
async function aCaller(use = deps, known?: Awaited<ReturnType<typeof aSite>>) {
  const { call, peer } = testApp(use, routes);
  const site = known ?? await aSite(use);
  const headersOf = (proof?: string) => proof === undefined ? {} : { headers: { proof } };
  const find = (name = "Nobody Atall", proof?: string, more: object = {}) =>
    call<Answer>(`POST /v1/sites/${site.slug}/find`, {
      body: { name, ...more },
      ...headersOf(proof),
    });
  const note = (proof?: string, more: object = {}) =>
    call<Answer>(`POST /v1/sites/${site.slug}/notes`, {
      body: { name: "Ana", text: "Help", ...more },
      ...headersOf(proof),
    });
  /** Tries until the next one needs a proof, and returns that challenge. */
  async function tire(): Promise<Challenge> {
    for (let tries = 0; tries < 20; tries++) {
      const { status, body } = await find();
      if (status === 428 && body.challenge) return body.challenge;
    }
    throw new Error("It never asked for a proof.");
  }
  /** The buckets of this caller's wrong answers: of the address, of the site. */
  const missed = missBuckets(finding.suspicion, "POST /v1/sites/:site/find", {
    address: peer,
    site: site.id,
  });
  return { call, site, find, note, tire, missed };
}

Deno.test("after eight tries in a row the next one needs a proof, and goes ahead with it", async () => {
  const { site, find } = await aCaller();
  await aParty(deps, site);
  for (let tries = 0; tries < 8; tries++) assert.equal((await find()).status, 404);

  const asked = await find("Ana Silva");
  const found = await find("Ana Silva", await solveProof(asked.body.challenge));

  assert.equal(asked.status, 428);
  assert.equal(asked.body.code, "proof-needed");
  assert.equal(found.status, 200);
});

Deno.test("whoever cannot solve waits as long as is said, and goes ahead without a proof", async () => {
  let now = new Date();
  const { find } = await aCaller(await testDeps(sql, { now: () => now }));
  for (let tries = 0; tries < 8; tries++) await find();
  const asked = await find();
  const wait = Number(asked.headers.get("retry-after"));

  now = new Date(now.getTime() + wait * 1000);

  assert.equal(asked.status, 428);
  assert.equal(wait, 75);
  assert.equal((await find()).status, 404);
});

Deno.test("a proof is good once, in every process, also for two calls at the same time", async () => {
  const one = await aCaller();
  const challenge = await one.tire();
  const proof = await solveProof(challenge);
  const url = Deno.env.get("TEST_DATABASE_URL");
  const other = url ? await connectPostgres(url, { poolSize: 2 }) : undefined;
  try {
    const otherDeps = await testDeps(other ?? sql);
    const two = await aCaller(otherDeps, one.site);

    const calls = [one, two, one, two].map(({ find }) => find("Nobody Atall", proof));
    const together = (await Promise.all(calls)).map(({ status }) => status).sort();

    assert.deepEqual(together, [404, 428, 428, 428]);
    assert.equal((await two.find("Nobody Atall", proof)).status, 428);
  } finally {
    await other?.close();
  }
});

Deno.test("a proof is remembered until its challenge has ended, and no longer", async () => {
  let now = new Date();
  const { find, tire } = await aCaller(await testDeps(sql, { now: () => now }));
  const proof = await solveProof(await tire());
  assert.equal((await find("Nobody Atall", proof)).status, 404);

  now = new Date(now.getTime() + 599_000);
  await forgetLimits(sql, now);
  const again = await find("Nobody Atall", proof);
  now = new Date(now.getTime() + 10_000);
  await forgetLimits(sql, now);
  const late = await find("Nobody Atall", proof);

  assert.deepEqual([again.status, late.status], [428, 428]);
});

Deno.test("a proof that comes too late is answered with a new challenge", async () => {
  let now = new Date();
  const { find, tire } = await aCaller(await testDeps(sql, { now: () => now }));
  const challenge = await tire();
  const proof = await solveProof(challenge);

  now = new Date(now.getTime() + 601_000);
  const answer = await find("Nobody Atall", proof);

  assert.equal(answer.status, 428);
  assert.notEqual(answer.body.challenge?.signature, challenge.signature);
});

Deno.test("a proof of another site or another route is worth nothing", async () => {
  const here = await aCaller();
  const elsewhere = await aCaller();
  const proof = await solveProof(await elsewhere.tire());

  const otherSite = await here.find("Nobody Atall", proof);
  const otherRoute = await elsewhere.note(proof);
  const right = await elsewhere.find("Nobody Atall", proof);

  assert.deepEqual([otherSite.status, otherRoute.status, right.status], [428, 428, 404]);
});

Deno.test("a forged proof is worth nothing, however it was changed", async () => {
  const { find, tire } = await aCaller();
  const challenge = await tire();
  const proof = await solveProof(challenge);
  const { solution }: Payload = JSON.parse(atob(proof));
  const { parameters, signature = "" } = challenge;
  const zeros = "0".repeat(64);
  const forgeries: object[] = [
    { challenge: { parameters: { ...parameters, cost: 1 }, signature }, solution },
    { challenge: { parameters: { ...parameters, expiresAt: 4e9 }, signature }, solution },
    { challenge: { parameters, signature: zeros }, solution },
    { challenge: { parameters }, solution },
    { challenge, solution: { ...solution, derivedKey: zeros } },
    // What is known of the key before any work: its first half.
    { challenge, solution: { ...solution, derivedKey: parameters.keyPrefix + zeros.slice(32) } },
    { challenge, solution: { ...solution, counter: -1 } },
    { challenge: { ...challenge, more: 1 }, solution },
    [],
  ];

  const headers = forgeries.map((forgery) => btoa(JSON.stringify(forgery)));
  for (const header of [...headers, "", "x", "a".repeat(5000), proof.slice(4)]) {
    assert.equal((await find("Nobody Atall", header)).status, 428, header.slice(0, 40));
  }

  assert.equal((await find("Nobody Atall", proof)).status, 404);
});

Deno.test("whoever fills in what nobody sees needs a proof at once, and is served with it", async () => {
  const { call, site, find, note } = await aCaller();
  await aParty(deps, site);
  const trapped = { subject: "Cheap pills" };

  const asked = await find("Ana Silva", undefined, trapped);
  const found = await find("Ana Silva", await solveProof(asked.body.challenge), trapped);
  const askedToo = await note(undefined, trapped);
  const left = await note(await solveProof(askedToo.body.challenge), trapped);

  assert.deepEqual([asked.status, found.status], [428, 200]);
  assert.deepEqual([askedToo.status, left.status], [428, 201]);
  assert.equal((await find("Ana Silva", undefined, { subject: "" })).status, 200);
  const token = await anApiKey(deps, site, "viewer");
  const { body } = await call<Notes>(`GET /v1/sites/${site.slug}/notes`, { token });
  assert.deepEqual(body.notes.map(({ text }) => text), ["Help"]);
  assert.doesNotMatch(JSON.stringify(body), /pills/);
});

Deno.test("when many guess on a site, everybody is asked; when many find, nobody is", async () => {
  const guessed = await aSite(deps);
  const visited = await aSite(deps);
  for (const site of [guessed, visited]) await aParty(deps, site);
  const from = (site: typeof guessed, name: string) =>
    Promise.all(Array.from({ length: 9 }, async () => {
      const { find } = await aCaller(deps, site);
      for (let tries = 0; tries < 7; tries++) await find(name);
    }));

  await Promise.all([from(guessed, "Nobody Atall"), from(visited, "Ana Silva")]);

  const stranger = await aCaller(deps, guessed);
  const asked = await stranger.find("Ana Silva");
  assert.equal(asked.status, 428);
  const proof = await solveProof(asked.body.challenge);
  assert.equal((await stranger.find("Ana Silva", proof)).status, 200);
  assert.equal((await (await aCaller(deps, visited)).find("Ana Silva")).status, 200);
});

Deno.test("an address that guessed wrong all day long waits, with a proof too", async () => {
  const { site, find, missed } = await aCaller();
  for (let misses = 0; misses < 200; misses++) {
    await useLimits(sql, missed.filter(({ per }) => per === "address"), deps.now());
  }

  const answer = await find();

  assert.equal(answer.status, 429);
  assert.equal(answer.headers.get("retry-after"), "432");
  const elsewhere = await aCaller(deps, site);
  assert.equal((await elsewhere.find()).status, 404);
});

Deno.test("a wedding party behind one address gets through, each with a proof", async () => {
  const { site, find } = await aCaller();
  await aParty(deps, site);

  for (let guest = 0; guest < 25; guest++) {
    const first = await find("Ana Silva");
    const found = first.status === 200
      ? first
      : await find("Ana Silva", await solveProof(first.body.challenge));
    assert.equal(found.status, 200, `guest ${guest}`);
  }
});

Deno.test("a bot that brings no proof takes no place of whoever does, behind the same address", async () => {
  const { site, find } = await aCaller();
  await aParty(deps, site);

  const flood = await Promise.all(Array.from({ length: 400 }, () => find("Nobody Atall", "x")));
  const asked = await find("Ana Silva", "x");
  const found = await find("Ana Silva", await solveProof(asked.body.challenge));

  assert.deepEqual(new Set(flood.map(({ status }) => status)), new Set([428]));
  assert.equal(found.status, 200);
});

Deno.test("whether a proof is asked for does not depend on whose name it is", async () => {
  const site = await aSite(deps, { finding: { by: "name", secondFact: "always" } });
  await aParty(deps, site, { contact: { phone: "+351 912 345 678" } });
  const tries = [
    { name: "Ana Silva", secondFact: "5678" },
    { name: "Ana Silva", secondFact: "0000" },
    { name: "Nobody Atall", secondFact: "5678" },
    { name: "Ana Silva" },
  ];

  const asked = await Promise.all(tries.map(async ({ name, ...fact }) => {
    const { find, tire } = await aCaller(deps, site);
    await tire();
    return await find(name, undefined, fact);
  }));

  assert.deepEqual(asked.map(({ status }) => status), [428, 428, 428, 428]);
  const shapes = asked.map(({ body: { challenge, instance: _, ...said } }) => ({
    ...said,
    parameters: Object.keys(challenge?.parameters ?? {}),
  }));
  for (const shape of shapes) assert.deepEqual(shape, shapes[0]);
});

Deno.test("a wrong second fact and an unknown name are counted alike, a right answer not at all", async () => {
  const at = new Date();
  const still = await testDeps(sql, { now: () => at });
  const missesOf = async (name: string, secondFact: string) => {
    const site = await aSite(still, { finding: { by: "name", secondFact: "always" } });
    await aParty(still, site, { contact: { phone: "+351 912 345 678" } });
    const { find, missed } = await aCaller(still, site);
    const { status } = await find(name, undefined, { secondFact });
    return { status, full: await fullness(sql, missed, at) };
  };

  const wrongFact = await missesOf("Ana Silva", "0000");
  const unknown = await missesOf("Nobody Atall", "0000");
  const right = await missesOf("Ana Silva", "5678");

  assert.deepEqual(wrongFact, { status: 404, full: [1 / 200, 1 / 120] });
  assert.deepEqual(unknown, wrongFact);
  assert.deepEqual(right, { status: 200, full: [0, 0] });
});
