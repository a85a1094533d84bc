import assert from "node:assert/strict";
import { listImports } from "../imports/read-import.ts";
import { exportedParties } from "../imports/exporting/exported-parties.ts";
import { testDatabase } from "../testing/database.ts";
import { aWedding } from "../testing/fixtures-replies.ts";
import { testDeps } from "../testing/test-deps.ts";
import { importDemoGuests } from "./import-demo-guests.ts";

const deps = await testDeps(await testDatabase());

Deno.test("the demo's guests come through the importer, whole and without a word of complaint", async () => {
  const { site, ceremony, dinner } = await aWedding(deps);

  await importDemoGuests(deps, site, { kind: "server" });

  const [read, ...more] = await listImports(deps, site);
  assert.deepEqual([read?.state, read?.source, more.length], ["accepted", "wedding-rsvp", 0]);
  assert.deepEqual(read?.notices, []);
  const { errors, warnings } = read?.counts.problems ?? {};
  assert.deepEqual({ errors, warnings }, { errors: 0, warnings: 0 });
  const parties = (await Array.fromAsync(exportedParties(deps, site))).flat();
  const named = new Map(parties.map((party) => [party.name, party]));
  assert.deepEqual([...named.keys()].toSorted(), [
    "Christopher & Katherine Brown",
    "Priya Raman",
    "The Müllers",
    "The Silva family",
    "Zoë O’Connor",
  ]);
  const silvas = named.get("The Silva family");
  assert.deepEqual(silvas?.guests.map(({ name, kind, age }) => [name, kind, age]), [
    ["Ana Silva", "named", "adult"],
    ["Leo Silva", "named", "child"],
    [null, "open", "adult"],
  ]);
  assert.deepEqual(silvas?.contact, {
    name: "Ana Silva",
    mail: "ana.silva@example.com",
    phone: "+351912000417",
  });
  assert.deepEqual(named.get("Priya Raman")?.guests[0]?.events, [dinner.id]);
  assert.deepEqual(named.get("Zoë O’Connor")?.guests.map(({ events }) => events.length), [2, 1]);
  assert.deepEqual(new Set(silvas?.guests[0]?.events), new Set([ceremony.id, dinner.id]));
});
