import assert from "node:assert/strict";
import type { Embed } from "../../shared/embed.ts";
import { newSiteSchema } from "../../shared/site.ts";
import { embedCode } from "./embed-code.ts";

function codeFor(names: string, publicUrl = "https://rsvp.test"): Embed {
  const { slug, ...settings } = newSiteSchema.parse({
    slug: "emma-and-james",
    names,
    date: "2027-06-12",
    zone: "Europe/Lisbon",
  });
  return embedCode({ slug, settings }, publicUrl);
}

Deno.test("the snippet is the script, the element and a link for browsers without scripts", () => {
  const { snippet, script, element, noscript } = codeFor("Emma & James");

  assert.equal(snippet, [script, element, noscript].join("\n"));
  assert.equal(
    snippet,
    `<script type="module" src="https://rsvp.test/wedding-rsvp.js"></script>
<wedding-rsvp site="emma-and-james"></wedding-rsvp>
<noscript><a href="https://rsvp.test/r/emma-and-james">Reply to the invitation of Emma &amp; James</a></noscript>`,
  );
});

Deno.test("builders that drop unknown tags or scripts have a div and a frame", () => {
  const { div, iframe, page } = codeFor("Emma & James");

  assert.equal(div, `<div data-wedding-rsvp="emma-and-james"></div>`);
  assert.match(iframe, /^<iframe src="https:\/\/rsvp\.test\/r\/emma-and-james" title="/);
  assert.match(iframe, /<\/iframe>$/);
  assert.equal(page, "https://rsvp.test/r/emma-and-james");
});

Deno.test("no name and no address leaves its place in the HTML", () => {
  const code = codeFor(`"><script>alert('Zoë')</script>&`, `https://rsvp.test/"onload="x`);

  for (const text of Object.values({ ...code, page: "" })) {
    assert.doesNotMatch(text, /alert\('|"onload=|<script>/);
    // What quotes are left belong to the code itself: an even number in each tag.
    for (const tag of text.match(/<[^>]*>/g) ?? []) assert.equal(tag.split('"').length % 2, 1, tag);
  }
  assert.match(code.iframe, /&quot;&gt;&lt;script&gt;alert\(&#39;Zoë&#39;\)&lt;\/script&gt;&amp;"/);
});
