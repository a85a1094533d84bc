import assert from "node:assert/strict";
import { escapeHtml, htmlPage } from "./html.ts";

Deno.test("text stays text, between tags and in attributes", () => {
  assert.equal(
    escapeHtml(`<b title="it's">Tom & Zoë</b>`),
    "&lt;b title=&quot;it&#39;s&quot;&gt;Tom &amp; Zoë&lt;/b&gt;",
  );
});

Deno.test("a page may do nothing but what it names", async () => {
  const plain = { lang: "en", title: "A & B", style: "", body: "" };

  const refusing = await htmlPage(plain);
  const allowing = await htmlPage({
    ...plain,
    policy: { "frame-ancestors": "https://ours.example" },
  });

  const policy = refusing.headers.get("content-security-policy") ?? "";
  assert.match(policy, /^default-src 'none'; style-src 'sha256-[^']+'; /);
  assert.doesNotMatch(policy, /script-src|unsafe/);
  assert.match(policy, /frame-ancestors 'none'$/);
  assert.match(
    allowing.headers.get("content-security-policy") ?? "",
    /frame-ancestors https:\/\/ours\.example$/,
  );
  assert.match(await refusing.text(), /<title>A &amp; B<\/title>/);
});
