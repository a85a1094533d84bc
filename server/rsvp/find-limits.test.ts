import assert from "node:assert/strict";
import { connectPostgres } from "../database/postgres.ts";
import { createApp } from "../http/create-app.ts";
import { testDatabase } from "../testing/database.ts";
import { ourPage } from "../testing/fixtures.ts";
import { aPartyOf, aWedding } from "../testing/fixtures-replies.ts";
import { testDeps } from "../testing/test-deps.ts";
import { replyRoutes } from "./routes.ts";

const sql = await testDatabase();
const now = () => new Date("2027-01-01T12:00:00Z");
const deps = await testDeps(sql, { now });

/** Eight hexadecimal groups, the first four of them a line's own, so that tests never meet. */
function aPrefix(): string {
  const [a = 0, b = 0] = crypto.getRandomValues(new Uint16Array(2));
  return `2001:db8:${a.toString(16)}:${b.toString(16)}`;
}

Deno.test("guesses of one line are counted together, from any of its addresses and in both of two processes", async () => {
  const wedding = await aWedding(deps);
  await aPartyOf(deps, wedding);
  // Two pools of connections are to the database what two processes are; the embedded one has one process.
  const url = Deno.env.get("TEST_DATABASE_URL");
  const other = url ? await connectPostgres(url, { poolSize: 2 }) : undefined;
  const apps = await Promise.all(
    [sql, other ?? sql].map(async (one) => createApp(await testDeps(one, { now }), replyRoutes)),
  );
  const prefix = aPrefix();
  const guess = async (place: number, peer: string) => {
    const response = await apps[place % 2]?.fetch(
      new Request(`https://rsvp.test/v1/sites/${wedding.site.slug}/find`, {
        method: "POST",
        headers: { "origin": ourPage, "content-type": "application/json" },
        body: JSON.stringify({ name: "Nobody Atall" }),
      }),
      { peer },
    );
    await response?.body?.cancel();
    return response?.status;
  };

  try {
    const addresses = Array.from(
      { length: 12 },
      (_, place) => `${prefix}:${place}:beef:0:${place}`,
    );
    const statuses = await Promise.all(addresses.map((peer, place) => guess(place, peer)));

    assert.equal(statuses.filter((status) => status === 404).length, 8);
    assert.equal(statuses.filter((status) => status === 428).length, 4);
    assert.equal(await guess(0, `${aPrefix()}::1`), 404);
  } finally {
    await other?.close();
  }
});
