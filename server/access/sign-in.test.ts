import assert from "node:assert/strict";
import { randomCharacters } from "../../shared/ids.ts";
import type { Me } from "../../shared/members.ts";
import type { ProblemBody } from "../../shared/problems.ts";
import type { Deps } from "../deps.ts";
import { testDatabase } from "../testing/database.ts";
import { aSite, asServer } from "../testing/fixtures.ts";
import { aMember, aPerson, ownPage } from "../testing/fixtures-access.ts";
import { type TestAnswer, testApp, type TestCall } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { addMember } from "./add-member.ts";
import { sha256 } from "./sha256.ts";
import { signInRoutes } from "./sign-in-routes.ts";

const sql = await testDatabase();

type Creators = Pick<Deps["config"], "siteCreators">;

const aMail = () => `${randomCharacters(12)}@people.example`;

/** A server, somebody who calls it from an address of its own, and the mailbox that sign-in links reach. */
async function aServer({ siteCreators, ...overrides }: Partial<Deps & Creators> = {}) {
  const told: { mail: string; link: string }[] = [];
  const { config } = await testDeps(sql);
  const deps = await testDeps(sql, {
    tellSignInLink: (mail, link) => Promise.resolve(void told.push({ mail, link })),
    config: { ...config, siteCreators, trustedProxies: 1 },
    ...overrides,
  });
  const app = testApp(deps, signInRoutes);
  const address = crypto.getRandomValues(new Uint8Array(4)).join(".");
  const call = <Body = ProblemBody>(request: string, { headers, ...more }: TestCall) =>
    app.call<Body>(request, { ...more, headers: { ...headers, "x-forwarded-for": address } });
  return {
    deps,
    told,
    call,
    ask: (mail: string) =>
      call<ProblemBody>("POST /v1/sign-in", { body: { mail }, origin: ownPage }),
    /** The secret of the latest link. */
    secret: () => told.at(-1)?.link.split("#")[1] ?? "",
    confirm: <Body = ProblemBody>(secret: string) =>
      call<Body>("POST /v1/sign-in/confirm", { body: { secret }, origin: ownPage }),
  };
}

function cookieOf({ headers }: TestAnswer<unknown>): string {
  return headers.get("set-cookie")?.split(";")[0] ?? "";
}

Deno.test("a mailed link signs in: asked for, confirmed, known by a cookie, signed out", async () => {
  const { deps, told, call, ask, secret, confirm } = await aServer();
  const site = await aSite(deps);
  const mail = aMail();
  await addMember(deps, site.id, asServer, { mail, role: "planner" });

  const asked = await ask(mail);
  assert.equal(asked.status, 202);
  assert.match(told[0]?.link ?? "", /^https:\/\/rsvp\.test\/sign-in#[0-9a-z]{40}$/);
  assert.equal(told[0]?.mail, mail);

  const confirmed = await confirm<{ mail: string }>(secret());
  assert.equal(confirmed.status, 200);
  assert.deepEqual(confirmed.body, { mail });
  assert.equal(confirmed.headers.get("cache-control"), "no-store");
  const cookie = cookieOf(confirmed);

  const me = await call<Me>("GET /v1/me", { headers: { cookie }, origin: null });
  assert.deepEqual(me.body, {
    mail,
    sites: [{ id: site.id, slug: site.slug, names: "Emma & James", role: "planner" }],
    mayCreateSites: true,
  });

  const out = await call("POST /v1/sign-out", { headers: { cookie }, origin: ownPage });
  assert.equal(out.status, 204);
  assert.equal(cookieOf(out), "__Host-session=");
  const after = await call("GET /v1/me", { headers: { cookie }, origin: null });
  assert.equal(after.body.code, "sign-in-required");
});

Deno.test("a link works once, even when pressed twice at the same moment", async () => {
  const { ask, secret, confirm } = await aServer();
  await ask(aMail());

  const answers = await Promise.all([confirm(secret()), confirm(secret()), confirm(secret())]);

  const statuses = answers.map(({ status }) => status).toSorted();
  assert.deepEqual(statuses, [200, 401, 401]);
  const refused = answers.find(({ status }) => status === 401);
  assert.equal(refused?.body.code, "sign-in-link-invalid");
  assert.equal(refused?.headers.get("set-cookie"), null);
});

Deno.test("a link works for a quarter of an hour", async () => {
  let now = new Date("2027-01-01T12:00:00Z");
  const { ask, secret, confirm } = await aServer({ now: () => now });
  const mail = aMail();

  await ask(mail);
  now = new Date("2027-01-01T12:14:59Z");
  assert.equal((await confirm(secret())).status, 200);
  await ask(mail);
  now = new Date("2027-01-01T12:29:59Z");
  assert.equal((await confirm(secret())).body.code, "sign-in-link-invalid");
});

Deno.test("a made-up link, and the hash that a leaked database shows, sign nobody in", async () => {
  const { ask, secret, confirm } = await aServer();
  await ask(aMail());
  const hash = (sha256(secret())).toHex();

  for (const tried of ["x", "0".repeat(40), hash]) {
    assert.equal((await confirm(tried)).body.code, "sign-in-link-invalid", tried);
  }
});

Deno.test("where only some may create sites, strangers get the same answer, and no link", async () => {
  const creator = aMail();
  const { deps, told, ask } = await aServer({ siteCreators: [creator] });
  const site = await aSite(deps);
  const member = aMail();
  await addMember(deps, site.id, asServer, { mail: member, role: "viewer" });

  const answers = [];
  for (const mail of [creator, member, aMail()]) {
    const { status, body, headers } = await ask(mail);
    headers.delete("x-request-id");
    answers.push({ status, body, headers: [...headers] });
  }

  assert.deepEqual(told.map(({ mail }) => mail), [creator, member]);
  assert.deepEqual(answers[1], answers[0]);
  assert.deepEqual(answers[2], answers[0]);
});

Deno.test("capitals and spaces in a mail address make nobody another person", async () => {
  const { deps, call, ask, secret, confirm } = await aServer();
  const site = await aSite(deps);
  const mail = aMail();
  await addMember(deps, site.id, asServer, { mail: mail.toUpperCase(), role: "owner" });

  await ask(`  ${mail} `);
  const cookie = cookieOf(await confirm(secret()));

  const me = await call<Me>("GET /v1/me", { headers: { cookie }, origin: null });
  assert.equal(me.body.sites[0]?.id, site.id);
});

Deno.test("a mailbox gets five links in a quarter of an hour, from wherever they are asked for", async () => {
  let now = new Date("2027-01-01T12:00:00Z");
  const { told, ask } = await aServer({ now: () => now });
  const mail = aMail();

  for (let times = 0; times < 5; times++) assert.equal((await ask(mail)).status, 202);
  const refused = await ask(mail);

  assert.equal(refused.body.code, "too-many-requests");
  assert.equal(told.length, 5);
  const wait = Number(refused.headers.get("retry-after"));
  now = new Date(now.getTime() + wait * 1000);
  assert.equal((await ask(mail)).status, 202);
});

Deno.test("a carrier that fails changes nothing in the answer, and the log names no address", async () => {
  const logged: unknown[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const mail = aMail();
  const { ask } = await aServer({
    tellSignInLink: () => Promise.reject(new TypeError(`cannot reach ${mail}`)),
    log: (level, ...line) => {
      logged.push(line);
      if (level === "error") resolve();
    },
  });

  assert.equal((await ask(mail)).status, 202);
  await promise;

  assert.match(JSON.stringify(logged), /sign-in link was not told.*TypeError/);
  assert.doesNotMatch(JSON.stringify(logged), new RegExp(mail));
});

Deno.test("neither mail addresses nor secrets stand readable in the database", async () => {
  const { deps, ask, secret, confirm } = await aServer();
  const site = await aSite(deps);
  const { mail } = await aMember(deps, site, "owner");

  await ask(mail);
  const link = secret();
  const [row] = await sql`
    select mail_index, mail_sealed
    from sign_in_links
    where secret_hash = ${sha256(link)}
  `;
  const session = cookieOf(await confirm(link)).split("=")[1] ?? "";
  const [kept] = await sql`
    select mail_index, mail_sealed
    from sessions
    where secret_hash = ${sha256(session)}
  `;

  assert.ok(row && kept);
  for (const bytes of [...Object.values(row), ...Object.values(kept)]) {
    assert.doesNotMatch(new TextDecoder().decode(bytes as Uint8Array), /people/);
  }
});

Deno.test("whoever may not create sites is told so in /v1/me", async () => {
  const { deps, call } = await aServer({ siteCreators: [] });
  const { cookie, mail } = await aPerson(deps);

  const { body } = await call<Me>("GET /v1/me", { headers: { cookie }, origin: null });

  assert.deepEqual(body, { mail, sites: [], mayCreateSites: false });
});
