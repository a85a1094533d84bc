import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { createApp } from "../../server/http/create-app.ts";
import { replyRoutes } from "../../server/rsvp/routes.ts";
import { testDatabase } from "../../server/testing/database.ts";
import { ourPage } from "../../server/testing/fixtures.ts";
import { aPartyOf, aWedding } from "../../server/testing/fixtures-replies.ts";
import { testDeps } from "../../server/testing/test-deps.ts";
import { createChance } from "../faults/chance.ts";
import { likelihoodOfLess } from "./ranks.ts";

const deps = await testDeps(await testDatabase());
const app = createApp(deps, replyRoutes);

/** Longer than one takes the server, so that mostly one is under way. */
const everyMs = 12;

const first = ["Ana", "Leo", "Mia", "Ivo", "Eva", "Rui", "Zoë", "Jan", "Ida", "Max"];
const last = ["Silva", "Berg", "Novak", "Costa", "Weber"];

/** A wedding to which half of the names are invited; fewer tries than after which everybody is asked for a proof. */
async function aHalfInvitedWedding(chance: ReturnType<typeof createChance>) {
  const wedding = await aWedding(deps, {
    finding: { by: "name", secondFact: "when-two-match" },
  });
  const names = first.flatMap((one) => last.map((other) => `${one} ${other}`));
  const mixed = names.map((name) => ({ name, at: chance.next() })).sort((a, b) => a.at - b.at);
  const asked = mixed.map(({ name }, place) => ({ name, isInvited: place % 2 === 0 }));
  for (const { name } of asked.filter(({ isInvited }) => isInvited)) {
    await aPartyOf(deps, wedding, [{ name }, {}], { phone: "+351 912 345 678" });
  }
  return { slug: wedding.site.slug, asked };
}

/** What anybody can see of an answer who does not know the second fact. */
async function guess(slug: string, name: string, peer: string) {
  const request = new Request(`https://rsvp.test/v1/sites/${slug}/find`, {
    method: "POST",
    headers: { "origin": ourPage, "content-type": "application/json" },
    body: JSON.stringify({ name, secondFact: "4321" }),
  });
  const began = performance.now();
  const { status, headers, body } = await app.fetch(request, { peer });
  const text = await new Response(body).text();
  const ms = performance.now() - began;
  const shown = JSON.stringify([status, [...headers].sort(), text]);
  return { ms, shown: shown.replaceAll(/req_[0-9a-z]+/g, "req_") };
}

Deno.test("a thousand guesses show neither in content nor in time who is invited", async () => {
  const chance = createChance(7, "guesses");
  const weddings = await Promise.all(Array.from({ length: 20 }, () => aHalfInvitedWedding(chance)));
  const guesses = weddings.flatMap(({ slug, asked }) => asked.map((one) => ({ slug, ...one })))
    .map((one) => ({ ...one, at: chance.next() })).sort((a, b) => a.at - b.at);
  const shown = new Set<string>();
  const times: { invited: number[]; others: number[] } = { invited: [], others: [] };
  const began = performance.now();

  // One after the other by the clock, whatever became of those before: a queue would hide what each of them costs.
  await Promise.all(guesses.map(async ({ slug, name, isInvited }, number) => {
    await sleep(began + number * everyMs - performance.now());
    const seen = await guess(slug, name, `10.9.${number >> 8}.${number & 255}`);
    shown.add(seen.shown);
    times[isInvited ? "invited" : "others"].push(seen.ms);
  }));

  assert.equal(shown.size, 1, [...shown].join("\n"));
  assert.deepEqual([times.invited.length, times.others.length], [500, 500]);
  // With nothing to see this is one half, give or take 0.018 (one standard deviation of 500 against 500).
  const sooner = likelihoodOfLess(times.invited, times.others);
  assert.ok(
    Math.abs(sooner - 0.5) < 0.08,
    `who is invited is answered sooner ${sooner} of the time`,
  );
});

Deno.test("the ranks of a thousand times would show a difference of a few hundredths", () => {
  const chance = createChance(7, "ranks");
  const some = Array.from({ length: 500 }, () => 150 + 10 * chance.next());
  const same = Array.from({ length: 500 }, () => 150 + 10 * chance.next());
  const later = same.map((ms) => ms + 2);

  assert.ok(Math.abs(likelihoodOfLess(some, same) - 0.5) < 0.06);
  assert.ok(likelihoodOfLess(some, later) > 0.6);
  assert.equal(likelihoodOfLess([1, 1], [1, 1]), 0.5);
});
