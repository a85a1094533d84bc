import assert from "node:assert/strict";
import { randomCharacters } from "../../shared/ids.ts";
import type { Member } from "../../shared/members.ts";
import { changesAfter } from "../changes/changes.ts";
import { testDatabase } from "../testing/database.ts";
import { aSite } from "../testing/fixtures.ts";
import { aMember, anApiKey, ownPage } from "../testing/fixtures-access.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { memberRoutes } from "./member-routes.ts";

const sql = await testDatabase();

/** A site with one member of each role, and ways to call as each of them. */
async function aFamily() {
  const deps = await testDeps(sql);
  const { call } = testApp(deps, memberRoutes);
  const site = await aSite(deps);
  const owner = await aMember(deps, site, "owner");
  const planner = await aMember(deps, site, "planner");
  const viewer = await aMember(deps, site, "viewer");
  const path = `/v1/sites/${site.slug}/members`;
  const as = ({ cookie }: { cookie: string }) => ({ headers: { cookie }, origin: ownPage });
  const news = async () => {
    const changes = await changesAfter(sql, site.id, 3, 100);
    return changes.map(({ type, data, by }) => ({ type, data, by }));
  };
  return { deps, call, site, owner, planner, viewer, path, as, news };
}

Deno.test("an owner adds a member, who is in the log by id", async () => {
  const { call, owner, path, as, news } = await aFamily();
  const mail = `${randomCharacters(12)}@people.example`;

  const { status, body } = await call<Member>(`POST ${path}`, {
    ...as(owner),
    body: { mail, role: "planner" },
  });

  assert.equal(status, 201);
  assert.equal(body.mail, mail);
  assert.equal(body.role, "planner");
  assert.deepEqual(await news(), [{
    type: "member.added",
    data: { memberId: body.id, role: "planner" },
    by: { kind: "member", memberId: owner.member.id },
  }]);
});

Deno.test("nobody is a member twice, however the address is written", async () => {
  const { call, owner, viewer, path, as, news } = await aFamily();

  const { status, body } = await call(`POST ${path}`, {
    ...as(owner),
    body: { mail: viewer.mail.toUpperCase(), role: "owner" },
  });

  assert.equal(status, 409);
  assert.equal(body.code, "member-exists");
  assert.equal(body.memberId, viewer.member.id);
  assert.deepEqual(await news(), []);
});

Deno.test("owners see whole addresses, others their own and who else there is", async () => {
  const { deps, call, site, owner, planner, viewer, path, as } = await aFamily();
  const seen = async (how: Parameters<typeof call>[1]) => {
    const { body } = await call<{ members: Member[] }>(`GET ${path}`, how);
    return body.members.map(({ mail }) => mail).toSorted();
  };
  const masked = ({ mail }: { mail: string }) => `${mail[0]}…@people.example`;
  const token = await anApiKey(deps, site, "viewer");

  assert.deepEqual(
    await seen(as(owner)),
    [owner.mail, planner.mail, viewer.mail].toSorted(),
  );
  assert.deepEqual(
    await seen(as(planner)),
    [masked(owner), planner.mail, masked(viewer)].toSorted(),
  );
  assert.deepEqual(await seen({ token }), [owner, planner, viewer].map(masked).toSorted());
});

Deno.test("an owner gives another role; the same role again is no news", async () => {
  const { call, owner, viewer, path, as, news } = await aFamily();
  const give = (role: string) =>
    call<Member>(`PATCH ${path}/${viewer.member.id}`, { ...as(owner), body: { role } });

  const { status, body } = await give("planner");
  await give("planner");

  assert.equal(status, 200);
  assert.deepEqual(body, { ...viewer.member, role: "planner" });
  const said = await news();
  assert.deepEqual(said.map(({ type }) => type), ["member.changed"]);
});

Deno.test("a site keeps an owner: the last can neither go nor step down, the last but one can", async () => {
  const { call, owner, planner, path, as } = await aFamily();
  const change = (who: typeof owner, role: string) =>
    call(`PATCH ${path}/${who.member.id}`, { ...as(owner), body: { role } });
  const leave = () => call(`DELETE ${path}/${owner.member.id}`, as(owner));

  assert.equal((await change(owner, "viewer")).body.code, "last-owner");
  assert.equal((await leave()).body.code, "last-owner");
  assert.equal((await change(planner, "owner")).status, 200);
  assert.equal((await leave()).status, 204);
});

Deno.test("of two owners who step down at the same moment, one stays", async () => {
  const { call, owner, planner, path, as } = await aFamily();
  await call(`PATCH ${path}/${planner.member.id}`, { ...as(owner), body: { role: "owner" } });

  const answers = await Promise.all(
    [owner, planner].map((who) =>
      call(`PATCH ${path}/${who.member.id}`, { ...as(who), body: { role: "viewer" } })
    ),
  );

  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409]);
});

Deno.test("an owner removes anybody, anybody removes oneself, and nobody else anybody", async () => {
  const { call, planner, viewer, owner, path, as, news } = await aFamily();
  const remove = (who: typeof owner, by: typeof owner) =>
    call(`DELETE ${path}/${who.member.id}`, as(by));

  assert.equal((await remove(viewer, planner)).body.code, "not-allowed");
  assert.equal((await remove(owner, viewer)).body.code, "not-allowed");
  assert.equal((await remove(viewer, viewer)).status, 204);
  assert.equal((await remove(planner, owner)).status, 204);
  assert.equal((await remove(planner, owner)).body.code, "member-not-found");
  assert.deepEqual((await news()).map(({ type, data }) => ({ type, data })), [
    { type: "member.removed", data: { memberId: viewer.member.id } },
    { type: "member.removed", data: { memberId: planner.member.id } },
  ]);
});

Deno.test("planners and viewers decide on nobody", async () => {
  const { call, planner, viewer, path, as } = await aFamily();

  for (const who of [planner, viewer]) {
    const added = await call(`POST ${path}`, {
      ...as(who),
      body: { mail: "new@people.example", role: "owner" },
    });
    const changed = await call(`PATCH ${path}/${who.member.id}`, {
      ...as(who),
      body: { role: "owner" },
    });
    assert.equal(added.body.code, "not-allowed");
    assert.equal(changed.body.code, "not-allowed");
  }
});

Deno.test("a member of another site is nobody here", async () => {
  const [here, there] = [await aFamily(), await aFamily()];

  const { body } = await here.call(`PATCH ${here.path}/${there.viewer.member.id}`, {
    ...here.as(here.owner),
    body: { role: "owner" },
  });

  assert.equal(body.code, "member-not-found");
});
