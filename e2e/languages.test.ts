import assert from "node:assert/strict";
import { bestLanguage } from "../server/sites/best-language.ts";
import { baseOf, chooseTag } from "../widget/words/languages.ts";
import { wishesOf } from "../widget/words/wishes.ts";

// The server's own page says its language by Accept-Language; the element on a page that says none asks the browser.
Deno.test("a guest gets the same language on the server's own page and on the couple's", () => {
  const browsers = [["fr-CA", "en"], ["es-MX"], ["ja", "de-AT", "en"], ["pt-BR"], ["cy", "en-GB"]];
  const couples = [["en"], ["en", "es"], ["de", "fr"], ["pt-PT", "en-GB"], ["nl", "cy"]];

  for (const asked of browsers) {
    for (const offered of couples) {
      const onServersPage = bestLanguage(offered, asked.join(","));
      const onCouplesPage = chooseTag(wishesOf(["", ""], asked, offered), asked);

      assert.equal(baseOf(onCouplesPage), baseOf(onServersPage), `${asked} of ${offered}`);
      const spoken = chooseTag(wishesOf(["", onServersPage], asked, offered), asked);
      assert.equal(baseOf(spoken), baseOf(onServersPage), "the element speaks its page's language");
    }
  }
});
