import assert from "node:assert/strict";
import type { Embed } from "../../shared/embed.ts";
import { newSiteSchema } from "../../shared/site.ts";
import { embedCode, type PinnedBuild } from "./embed-code.ts";

function codeFor(names: string, publicUrl = "https://rsvp.test", build?: PinnedBuild): Embed {
  const { slug, ...settings } = newSiteSchema.parse({
    slug: "emma-and-james",
    names,
    date: "2027-06-12",
    zone: "Europe/Lisbon",
  });
  return embedCode({ slug, settings }, publicUrl, build);
}

Deno.test("the snippet is the script and the element, with a link in it for where the script does not run", () => {
  const { snippet, script, element } = codeFor("Emma & James");

  assert.equal(snippet, [script, element].join("\n"));
  assert.equal(
    snippet,
    `<script type="module" src="https://rsvp.test/wedding-rsvp.js"></script>
<wedding-rsvp site="emma-and-james" style="display:block;min-height:var(--wedding-rsvp-min-height,30rem)"><a href="https://rsvp.test/r/emma-and-james">Reply to the invitation of Emma &amp; James</a></wedding-rsvp>`,
  );
});

Deno.test("builders that drop unknown tags or scripts have a div and a frame", () => {
  const { div, iframe, page } = codeFor("Emma & James");

  assert.match(div, /^<div data-wedding-rsvp="emma-and-james" style="[^"]+"><a [^<]+<\/a><\/div>$/);
  assert.match(iframe, /^<iframe src="https:\/\/rsvp\.test\/r\/emma-and-james" title="/);
  assert.match(
    iframe,
    /<\/iframe>\n<script src="https:\/\/rsvp\.test\/frame\.js" async><\/script>$/,
  );
  assert.equal(page, "https://rsvp.test/r/emma-and-james");
});

Deno.test("a page may pin the script's version, where there is one", () => {
  const build = { version: "0a1b2c3d4e5f60718293", integrity: "sha384-abc+/=" };

  const { pinned, element } = codeFor("Emma & James", "https://rsvp.test", build);

  const src = "https://rsvp.test/v/0a1b2c3d4e5f60718293/wedding-rsvp.js";
  assert.equal(pinned?.src, src);
  assert.equal(pinned.integrity, build.integrity);
  assert.equal(
    pinned.snippet,
    [
      `<script type="module" src="${src}" integrity="sha384-abc+/=" crossorigin="anonymous"></script>`,
      element,
    ].join("\n"),
  );
  assert.equal(codeFor("Emma & James").pinned, null);
});

Deno.test("no name and no address leaves its place in the HTML", () => {
  const build = { version: "1", integrity: "sha384-a" };
  const code = codeFor(`"><script>alert('Zoë')</script>&`, `https://rsvp.test/"onload="x`, build);

  const texts = Object.values({ ...code, page: "", pinned: code.pinned?.snippet ?? "" });
  for (const text of texts) {
    assert.doesNotMatch(text, /alert\('|"onload=|<script>/);
    // What quotes are left belong to the code itself: an even number in each tag.
    for (const tag of text.match(/<[^>]*>/g) ?? []) assert.equal(tag.split('"').length % 2, 1, tag);
  }
  assert.match(code.iframe, /&quot;&gt;&lt;script&gt;alert\(&#39;Zoë&#39;\)&lt;\/script&gt;&amp;"/);
});
