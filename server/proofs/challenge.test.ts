import assert from "node:assert/strict";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { testDatabase } from "../testing/database.ts";
import { aSite } from "../testing/fixtures.ts";
import { testDeps } from "../testing/test-deps.ts";
import { makeChallenge } from "./challenge.ts";

const deps = await testDeps(await testDatabase());

Deno.test("the work grows with the pressure, and never beyond what an old phone can do", async () => {
  const keys = await deps.keys.forSite(await aSite(deps));
  const keysFor = async (pressure: number) => {
    const challenge = await makeChallenge(keys, "POST /test", pressure, new Date());
    const solution = await solveChallenge({ challenge, deriveKey });
    return solution?.counter ?? 0;
  };

  for (let round = 0; round < 5; round++) {
    const [least, most] = [await keysFor(0), await keysFor(1)];

    assert.ok(least >= 50 && least <= 100, `${least}`);
    assert.ok(most >= 200 && most <= 400, `${most}`);
  }
});
