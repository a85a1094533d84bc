import assert from "node:assert/strict";
import { bestLanguage } from "./best-language.ts";

const offered = ["en", "pt-BR", "fr"];

Deno.test("a site speaks the offered language that its reader likes best", () => {
  const table: [string | null, string][] = [
    ["fr", "fr"],
    ["de, pt-br;q=0.5, en;q=0.4", "pt-BR"],
    ["en;q=0.1, fr;q=0.9", "fr"],
    // Another country's is better than another language.
    ["pt-PT, en;q=0.9", "pt-BR"],
    ["fr;q=0, en", "en"],
    ["de", "en"],
    ["*", "en"],
    ["", "en"],
    [null, "en"],
    ["fr;q=nonsense", "en"],
  ];

  for (const [accepted, language] of table) {
    assert.equal(bestLanguage(offered, accepted), language, String(accepted));
  }
});
