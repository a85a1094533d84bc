import assert from "node:assert/strict";
import { cityOf, clockOf } from "./clock.ts";
import { loadLanguage } from "./languages.ts";

/** How a language names the clock that a time is told by. */
async function zoneIn(lang: string, zone: string) {
  const { words } = await loadLanguage([lang]);
  return words.zone(cityOf(zone), clockOf(lang, zone));
}

Deno.test("a zone is called as the guest’s language calls it, not by an English city", async () => {
  const said = await Promise.all(
    ["en-GB", "de", "fr", "it", "ja"].map((lang) => zoneIn(lang, "Europe/Lisbon")),
  );

  assert.deepEqual(said, [
    "Lisbon time",
    "Westeuropäische Zeit",
    "heure d’Europe de l’Ouest",
    "ora dell’Europa occidentale",
    "西ヨーロッパ時間",
  ]);
});

Deno.test("a zone that no language has a name for is called by its city", async () => {
  assert.equal(clockOf("de", "Nowhere/Lost_City"), "");
  assert.equal(clockOf("de", "Etc/GMT-3"), "");
  assert.equal(await zoneIn("de", "Nowhere/Lost_City"), "Ortszeit Lost City");
});
