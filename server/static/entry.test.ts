import assert from "node:assert/strict";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { randomCharacters } from "../../shared/ids.ts";
import { createApp } from "../http/create-app.ts";
import { formsScriptFor } from "../sites/forms-for-page.ts";
import { aBuild } from "../testing/a-build.ts";
import { testDatabase } from "../testing/database.ts";
import { aSite } from "../testing/fixtures.ts";
import { testDeps } from "../testing/test-deps.ts";
import { type FormsScript, staticRoutes } from "./routes.ts";

const deps = await testDeps(await testDatabase());
const entry = `customElements.define("wedding-rsvp", class {});\n`.repeat(50);

/** The script as this page's browser gets it. */
async function anEntry(formsScript: FormsScript = formsScriptFor) {
  const build = await aBuild({ "wedding-rsvp.js": entry });
  const app = createApp(deps, staticRoutes({ folder: build.folder, formsScript }));
  return {
    ...build,
    get: (origin: string | null, headers: Record<string, string> = {}) =>
      app.fetch(
        new Request("https://rsvp.test/wedding-rsvp.js", {
          headers: { ...headers, ...(origin === null ? {} : { origin }) },
        }),
      ),
    [Symbol.asyncDispose]: build[Symbol.asyncDispose],
  };
}

/** A site, and the one page that it allows. */
async function aSiteWithPage(names = "Emma & James") {
  const page = `https://ours-${randomCharacters(12).toLowerCase()}.example`;
  return { page, site: await aSite(deps, { names, pages: [page] }) };
}

Deno.test("a page that a site allows gets the script with the site's form after it", async () => {
  await using script = await anEntry();
  const { page, site } = await aSiteWithPage();

  const response = await script.get(page);

  const text = await response.text();
  assert.equal(response.status, 200);
  assert.ok(text.startsWith(entry));
  assert.match(
    text.slice(entry.length),
    new RegExp(`"site":"${site.slug}","names":"Emma & James"`),
  );
  assert.equal(response.headers.get("access-control-allow-origin"), page);
  assert.equal(response.headers.get("cache-control"), "private, no-cache");
  assert.match(response.headers.get("vary") ?? "", /origin/i);
  assert.match(response.headers.get("vary") ?? "", /accept-encoding/i);
});

Deno.test("every other page gets the script as it is, and learns of no site", async () => {
  await using script = await anEntry();
  const { page } = await aSiteWithPage();

  for (const origin of [null, "null", "https://theirs.example", `${page}.evil.example`, "x y"]) {
    const response = await script.get(origin);

    assert.equal(await response.text(), entry, String(origin));
    assert.equal(response.headers.get("access-control-allow-origin"), "*");
    assert.match(response.headers.get("cache-control") ?? "", /^public, max-age/);
    assert.match(response.headers.get("vary") ?? "", /origin/i);
  }
});

Deno.test("script and form are packed together, whatever the reader unpacks", async () => {
  await using script = await anEntry();
  const { page } = await aSiteWithPage("Zoë & Łukasz");
  const plain = await (await script.get(page)).text();
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync };

  for (const [packing, unpacked] of Object.entries(unpack)) {
    const response = await script.get(page, { "accept-encoding": packing });
    const bytes = new Uint8Array(await response.arrayBuffer());

    assert.equal(response.headers.get("content-encoding"), packing);
    assert.equal(new TextDecoder().decode(unpacked(bytes)), plain);
    assert.ok(bytes.length < plain.length / 2);
  }
});

Deno.test("whoever has this script with this form is told so, until either is another one", async () => {
  await using script = await anEntry();
  const { page, site } = await aSiteWithPage();
  const headers = { "accept-encoding": "br" };
  const etag = (await script.get(page, headers)).headers.get("etag") ?? "";
  const again = () => script.get(page, { ...headers, "if-none-match": etag });

  const known = await again();
  assert.equal(known.status, 304);
  assert.equal(known.headers.get("cache-control"), "private, no-cache");
  assert.equal(known.headers.get("access-control-allow-origin"), page);
  assert.equal((await script.get(null, { ...headers, "if-none-match": etag })).status, 200);

  await deps.sql`
    update sites
    set settings = ${{ ...site.settings, names: "James & Emma" }}
    where site_id = ${site.id}
  `;
  const changed = await again();
  assert.equal(changed.status, 200);
  await script.write("wedding-rsvp.js", "export {};");
  const rebuilt = await script.get(page, headers);
  assert.equal(
    new Set([etag, changed.headers.get("etag"), rebuilt.headers.get("etag")]).size,
    3,
  );
});

Deno.test("a page is forgotten as soon as the couple takes it from the list", async () => {
  await using script = await anEntry();
  const { page, site } = await aSiteWithPage();
  assert.notEqual(await (await script.get(page)).text(), entry);

  await deps.sql`
    update sites
    set settings = ${{ ...site.settings, pages: [] }}
    where site_id = ${site.id}
  `;

  assert.equal(await (await script.get(page)).text(), entry);
});

Deno.test("the script comes though the database is away, or takes its time, or has too much to say", async () => {
  const never = Promise.withResolvers<string>();
  const troubles: FormsScript[] = [
    () => Promise.reject(new Error("connection refused")),
    () => never.promise,
    () => Promise.resolve(";".repeat(100_000)),
  ];
  for (const trouble of troubles) {
    await using script = await anEntry(trouble);

    const response = await script.get("https://ours.example");

    assert.equal(await response.text(), entry);
    assert.equal(response.headers.get("access-control-allow-origin"), "*");
  }
});
