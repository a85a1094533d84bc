import assert from "node:assert/strict";
import { join } from "node:path";
import { openEmbedded } from "../database/embedded.ts";
import { isDiskFull } from "../database/errors.ts";
import { openPglite } from "../database/pglite.ts";
import { aPartyOf, aWedding } from "../testing/fixtures-replies.ts";
import { pgliteTemplate } from "../testing/pglite-template.ts";
import { replyOfAll } from "../testing/replying.ts";
import { testDeps } from "../testing/test-deps.ts";
import { viewParty } from "./read-party.ts";

Deno.test("on a nearly full disk a reply is refused, whatever way it is saved, and everybody still sees theirs", async () => {
  const folder = await Deno.makeTempDir();
  const loadFrom = await pgliteTemplate("migrated");
  await (await openPglite(join(folder, "database"), { loadFrom })).close();
  let free = 500_000_000;
  const sql = await openEmbedded(folder, { log() {}, free: () => free });
  const deps = await testDeps(sql);
  const wedding = await aWedding(deps);
  const silvas = await aPartyOf(deps, wedding);
  const events = [wedding.ceremony.id, wedding.dinner.id];
  const { changeNumber } = await replyOfAll(deps, wedding.site, silvas, events);

  free = 60_000_000;
  const refused = await replyOfAll(deps, wedding.site, silvas, events, false).catch((error) =>
    error
  );
  const view = await viewParty(deps, wedding.site, silvas.party);
  free = 500_000_000;
  const later = await replyOfAll(deps, wedding.site, silvas, events, false);

  assert.ok(isDiskFull(refused), String(refused));
  assert.equal(view.reply?.guests[0]?.replies[0]?.attending, true);
  assert.ok(later.changeNumber > changeNumber);
  await sql.close();
  await Deno.remove(folder, { recursive: true });
});
