import assert from "node:assert/strict";
import { listNotes } from "../guests/list-notes.ts";
import type { SiteSettings } from "../../shared/site.ts";
import { testDatabase } from "../testing/database.ts";
import { aParty, aSite } from "../testing/fixtures.ts";
import { aPartyOf, aWedding } from "../testing/fixtures-replies.ts";
import { formTo, plainGuest } from "../testing/plain-guest.ts";
import { testDeps } from "../testing/test-deps.ts";

const sql = await testDatabase();
const deps = await testDeps(sql);

async function aPage(settings: Partial<SiteSettings> = {}) {
  const site = await aSite(deps, settings);
  return { site, path: `/r/${site.slug}/plain` };
}

Deno.test("a plain page may load, run and remember nothing, and only the couple’s pages may frame it", async () => {
  const { path } = await aPage();

  const { headers, html } = await plainGuest(deps).load(path);

  const policy = headers.get("content-security-policy") ?? "";
  assert.match(policy, /default-src 'none'; style-src 'sha256-[^']+'/);
  assert.match(policy, /form-action 'self'/);
  assert.match(policy, /frame-ancestors 'self' https:\/\/ours\.example/);
  assert.doesNotMatch(policy, /script-src|unsafe/);
  assert.equal(headers.get("cache-control"), "no-store");
  assert.equal(headers.get("referrer-policy"), "no-referrer");
  assert.equal(headers.get("vary"), "Accept-Language");
  assert.equal(headers.get("set-cookie"), null);
  assert.match(html, /<meta name="robots" content="noindex">/);
  assert.doesNotMatch(html, /<script|style="| on\w+="/);
});

Deno.test("the hosted page has the first step in it where no script runs, and a personal link goes on from there", async () => {
  const { site, path } = await aPage({ languages: ["de"] });
  const { token } = await aParty(deps, site);
  const { load, send } = plainGuest(deps);

  const page = await load(`/r/${site.slug}`);
  const linked = await load(`/r/${site.slug}?rsvp=${token}`);
  const found = await send(page, "find", { name: "Ana Silva" });

  const [noscript = ""] = /<noscript>[\s\S]*<\/noscript>/.exec(page.html) ?? [];
  assert.match(noscript, new RegExp(`action="${path}/find"`));
  assert.match(page.html, new RegExp(`<a href="${path}">[^<]+</a>`));
  assert.deepEqual(formTo(linked, "plain").fields, { rsvp: [token] });
  assert.equal(linked.headers.get("cache-control"), "no-store");
  assert.match(found.html, /<p class="names"><bdi>The Silvas<\/bdi>/);
  assert.match(found.html, /<html lang="de" dir="ltr">/);
});

Deno.test("a guest reads the page in the language that the couple offers and the browser asks for", async () => {
  const { path } = await aPage({
    languages: ["en", "ar"],
    phrases: { en: { findHeading: "Come and <dance>" } },
  });

  const arabic = await plainGuest(deps, { headers: { "accept-language": "ar-EG" } }).load(path);
  const british = await plainGuest(deps).load(path);

  assert.match(arabic.html, /<html lang="ar-EG" dir="rtl">/);
  assert.match(british.html, /<h1>Come and &lt;dance&gt;<\/h1>/);
  assert.match(british.html, /Saturday,? 12 June 2027/);
});

Deno.test("a name that nobody has is answered kindly, with what was typed and a word to the couple", async () => {
  const { site, path } = await aPage();
  const { load, send } = plainGuest(deps);

  const empty = await send(await load(path), "find");
  const none = await send(empty, "find", { name: `Nobody "at" all` });
  const missing = await send(none, "note", { "note-name": "Nobody" });
  const sent = await send(missing, "note", { "note-text": "Are we\r\ninvited?" });

  assert.equal(empty.status, 422);
  assert.match(empty.title, /^Please tell us the name/);
  assert.equal(none.status, 404);
  assert.equal(formTo(none, "find").fields.name?.[0], `Nobody "at" all`);
  assert.equal(missing.status, 422);
  assert.equal(formTo(missing, "note").fields["note-name"]?.[0], "Nobody");
  assert.match(sent.html, /Thank you\. Emma &amp; James will read this/);
  const { notes } = await listNotes(deps, site, { limit: 10 });
  assert.deepEqual(notes.map(({ name, text }) => [name, text]), [["Nobody", "Are we invited?"]]);
});

Deno.test("two of the same name are told apart by a second fact, and a wrong one is told from a wrong name", async () => {
  const wedding = await aWedding(deps);
  await aPartyOf(deps, wedding, [{ name: "Ana Silva" }], { phone: "+351 912 000 417" });
  await aPartyOf(deps, wedding, [{ name: "Ana Silva" }], { phone: "+351 912 000 555" });
  const { load, send } = plainGuest(deps);
  const page = await load(`/r/${wedding.site.slug}/plain`);

  const asked = await send(page, "find", { name: "Ana Silva" });
  const wrong = await send(asked, "find", { "second-fact": "0000" });
  const found = await send(wrong, "find", { "second-fact": "0417" });

  assert.equal(asked.status, 409);
  assert.match(asked.title, /^Will you join us\?/, "nobody did anything wrong");
  assert.match(wrong.title, /^That doesn’t go with the name/);
  assert.match(found.title, /^Will you be there\?/);
});

Deno.test("where only links open an invitation, the link itself can be written into the field", async () => {
  const { site, path } = await aPage({ finding: { by: "link", secondFact: "when-two-match" } });
  const { token } = await aParty(deps, site);
  const { load, send } = plainGuest(deps);
  const page = await load(path);

  const found = await send(page, "find", { name: ` https://ours.example/x#rsvp=${token} ` });
  const named = await send(page, "find", { name: "Ana Silva" });

  assert.match(found.title, /^Will you be there\?/);
  assert.equal(named.status, 404);
});

Deno.test("a link that is broken or replaced leads on to the name, and no token is ever logged", async () => {
  const lines: string[] = [];
  const logged = await testDeps(sql, { log: (...line) => lines.push(JSON.stringify(line)) });
  const { site, path } = await aPage();
  const { token } = await aParty(deps, site);
  const { load } = plainGuest(logged);

  const broken = await load(`${path}?rsvp=${token.slice(0, -3)}`);
  await load(`${path}?rsvp=${token}`);
  await load(`/r/${site.slug}?rsvp=${token}`);

  assert.equal(broken.status, 401);
  assert.match(broken.title, /^This link is not complete/);
  assert.equal(formTo(broken, "find").action, `${path}/find`);
  assert.equal(lines.length, 3);
  assert.doesNotMatch(lines.join(), new RegExp(`${token.slice(0, 8)}|${site.slug}`));
});

Deno.test("forms are taken from our own pages alone", async () => {
  const { path } = await aPage();
  const post = (headers: Record<string, string>) =>
    plainGuest(deps, { headers }).post(`${path}/find`, { name: "" });

  for (
    const headers of [
      {},
      { origin: "https://rsvp.test" },
      // Browsers under `no-referrer` do not say more.
      { origin: "null", "sec-fetch-site": "same-origin" },
      { origin: "https://rsvp.test", "sec-fetch-site": "none" },
    ]
  ) {
    assert.equal((await post(headers)).status, 422, JSON.stringify(headers));
  }
  for (
    const headers of [
      { origin: "https://elsewhere.example" },
      { origin: "null", "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ]
  ) {
    assert.equal((await post(headers)).status, 403, JSON.stringify(headers));
  }
});

Deno.test("what no form of ours would send gets a page for people, and a site that is not there too", async () => {
  const { path } = await aPage({ contact: { mail: "emma@example.com" } });
  const { load, post } = plainGuest(deps);
  const tries = [
    await post(`${path}/reply`, { rsvp: "x", go: "next", "so-far": "{" }),
    await post(`${path}/reply`, { rsvp: "x", go: "next", "so-far": `{"page":1}` }),
    await post(`${path}/reply`, { rsvp: ["x", "y"], go: "next", "so-far": "{}" }),
    await post(`${path}/withdraw`, { rsvp: "x" }),
    await load(`${path}/find`, { method: "POST", body: "{}" }),
    await post(`${path}/note`, { "note-name": "x".repeat(70_000) }),
  ];

  assert.deepEqual(tries.map(({ status }) => status), [422, 422, 422, 422, 415, 413]);
  for (const { html, headers } of tries) {
    assert.match(html, /<h1>One moment<\/h1>[\s\S]*emma@example\.com/);
    assert.match(headers.get("content-type") ?? "", /^text\/html/);
  }
  const back = await load(`${path}/reply`);
  assert.match(back.title, /^Will you join us\?/, "the address of an answered form");
  const nowhere = await load("/r/no-such-wedding/plain");
  assert.equal(nowhere.status, 404);
  assert.match(nowhere.html, /There is no wedding at this address/);
});

Deno.test("whoever looks too often waits, and is told where the couple can be reached; the trap makes it sooner", async () => {
  const { path } = await aPage({ contact: { phone: "+351 912 000 417" } });
  const statuses = async (fields: Record<string, string>) => {
    const { post } = plainGuest(deps);
    const pages = [];
    for (let turn = 0; turn < 9; turn++) pages.push(await post(`${path}/find`, fields));
    return pages;
  };

  const people = await statuses({ name: "Nobody Here" });
  const bots = await statuses({ name: "Nobody Here", subject: "Cheap pills" });

  assert.deepEqual(people.map(({ status }) => status), [...Array(8).fill(404), 429]);
  assert.deepEqual(bots.slice(0, 3).map(({ status }) => status), [404, 404, 429]);
  const last = people.at(-1);
  assert.ok(Number(last?.headers.get("retry-after")) > 0);
  assert.match(last?.html ?? "", /tel:\+351912000417/);
});

Deno.test("a database that is away is told in words", async () => {
  const { path } = await aPage();
  const lost = () =>
    Promise.reject(Object.assign(new Error("gone"), { code: "CONNECTION_CLOSED" }));
  const away = plainGuest({ ...deps, sql: Object.assign(lost, { ...sql, begin: lost }) });

  const { status, html, headers } = await away.load(path);

  assert.equal(status, 503);
  assert.equal(headers.get("retry-after"), "5");
  assert.match(html, /<h1>One moment<\/h1>/);
});
