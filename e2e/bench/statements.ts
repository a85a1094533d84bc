import { allRoutes } from "../../server/app.ts";
import { countFlights } from "../../server/testing/count-flights.ts";
import { aKey, answersOf, aPartyOf, aWedding } from "../../server/testing/fixtures-replies.ts";
import { testApp } from "../../server/testing/test-app.ts";
import { startPostgres } from "../tools/postgres.ts";
import { benchDeps } from "./bench-deps.ts";
import type { Figure } from "./figure.ts";

/** What a submission asks of the database: statements, and flights, which are the price. */
export async function benchStatements(): Promise<Figure[]> {
  await using postgres = await startPostgres();
  const deps = await benchDeps(postgres.url);
  const { sql, flights } = countFlights(deps.sql);
  const watched = { ...deps, sql };
  const wedding = await aWedding(watched);
  const party = await aPartyOf(watched, wedding, [{ name: "Ana" }, { name: "Leo" }, {}]);
  const { call } = testApp(watched, allRoutes(deps.config));
  flights.length = 0;
  const { status } = await call(`PUT /v1/sites/${wedding.site.slug}/party/reply`, {
    token: party.token,
    headers: { "idempotency-key": aKey() },
    body: answersOf(party, [wedding.ceremony, wedding.dinner]),
  });
  await deps.sql.close();
  if (status !== 200) throw new Error(`The submission was answered with ${status}.`);
  const counted = { unit: "", ratio: null, goal: "–", ok: true };
  return [
    { name: "statements of a submission", value: flights.flat().length, floor: 4, ...counted },
    // The floor's own begin, insert, update and commit wait for each other.
    { name: "flights of a submission", value: flights.length, floor: 4, ...counted },
  ];
}
