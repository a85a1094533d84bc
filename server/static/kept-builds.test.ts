import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { randomCharacters } from "../../shared/ids.ts";
import { createApp } from "../http/create-app.ts";
import { aBuild } from "../testing/a-build.ts";
import { countFlights } from "../testing/count-flights.ts";
import { testDatabase } from "../testing/database.ts";
import { testDeps } from "../testing/test-deps.ts";
import type { Build } from "./build.ts";
import { keepBuild } from "./keep-build.ts";
import { staticRoutes } from "./routes.ts";

const sql = await testDatabase();
const deps = await testDeps(sql);

/** A build whose later file has this name, and a server that was started with it. */
async function aServer(later: string, text = `export default "${later}";`) {
  const build = await aBuild({
    "wedding-rsvp.js": `export const later = () => import("./assets/${later}");`,
    [`assets/${later}`]: text,
  });
  const read = await build.folder.build();
  assert.ok(read);
  await keepBuild(deps, read);
  return {
    build: read,
    write: build.write,
    folder: build.folder,
    get: getter(build.folder),
    [Symbol.asyncDispose]: build[Symbol.asyncDispose],
  };
}

function getter(folder: Awaited<ReturnType<typeof aBuild>>["folder"], sql = deps.sql) {
  const app = createApp({ ...deps, sql }, staticRoutes({ folder }));
  return (path: string, headers: Record<string, string> = {}) =>
    app.fetch(new Request(`https://rsvp.test${path}`, { headers }));
}

const aName = () => `after-find-${randomCharacters(8)}.js`;

Deno.test("a build is served under its version, file by file, and never changes there", async () => {
  const later = aName();
  await using server = await aServer(later);
  const { version, integrity } = server.build;

  const entry = await server.get(`/v/${version}/wedding-rsvp.js`);
  const text = await entry.text();

  assert.match(version, /^[0-9a-f]{20}$/);
  assert.match(text, /later/);
  assert.match(entry.headers.get("cache-control") ?? "", /immutable/);
  assert.equal(entry.headers.get("access-control-allow-origin"), "*");
  assert.equal(integrity, `sha384-${createHash("sha384").update(text).digest("base64")}`);
  const asset = await server.get(`/v/${version}/assets/${later}`, { "accept-encoding": "br" });
  assert.equal(asset.status, 200);
  assert.equal(asset.headers.get("content-encoding"), "br");
});

Deno.test("after an upgrade the earlier version is still there, byte for byte", async () => {
  const [first, second] = [aName(), aName()];
  await using before = await aServer(first);
  const { version } = before.build;
  const entry = await (await before.get(`/v/${version}/wedding-rsvp.js`)).text();

  await using after = await aServer(second);

  assert.notEqual(after.build.version, version);
  assert.equal(await (await after.get(`/v/${version}/wedding-rsvp.js`)).text(), entry);
  const asset = await after.get(`/v/${version}/assets/${first}`);
  assert.equal(await asset.text(), `export default "${first}";`);
  assert.match(asset.headers.get("cache-control") ?? "", /immutable/);
  assert.equal((await after.get(`/v/${version}/assets/${second}`)).status, 404);
  assert.equal((await after.get(`/v/${after.build.version}/assets/${first}`)).status, 404);
});

Deno.test("a page that was opened before the upgrade loads its next step after it", async () => {
  const [first, second] = [aName(), aName()];
  await using _before = await aServer(first);

  await using after = await aServer(second);

  assert.equal(await (await after.get(`/assets/${first}`)).text(), `export default "${first}";`);
  assert.equal(await (await after.get(`/assets/${second}`)).text(), `export default "${second}";`);
});

Deno.test("a file of an earlier version is read from the database once", async () => {
  const first = aName();
  await using before = await aServer(first);
  await using after = await aServer(aName());
  const { sql: counted, flights } = countFlights(sql);
  const get = getter(after.folder, counted);

  for (let time = 1; time <= 3; time++) {
    assert.equal((await get(`/v/${before.build.version}/assets/${first}`)).status, 200);
  }
  assert.equal(flights.length, 1);
});

Deno.test("what is not there is asked for again, and never cached as if it were", async () => {
  const first = aName();
  await using server = await aServer(aName());
  const missing = await server.get(`/assets/${first}`);
  assert.equal(missing.status, 404);
  assert.doesNotMatch(missing.headers.get("cache-control") ?? "", /immutable|max-age/);

  await using _next = await aServer(first);

  assert.equal((await server.get(`/assets/${first}`)).status, 200);
});

Deno.test("any changed byte makes another version; the same bytes make the same", async () => {
  const name = aName();
  await using one = await aServer(name, "export default 1;");
  await using same = await aServer(name, "export default 1;");
  await using other = await aServer(name, "export default 2;");

  assert.equal(one.build.version, same.build.version);
  assert.notEqual(one.build.version, other.build.version);
});

Deno.test("servers that start at once with the same build keep it once", async () => {
  const name = aName();
  await using build = await aBuild({ "wedding-rsvp.js": name, [`assets/${name}`]: name });
  const read = await build.folder.build();
  assert.ok(read);

  await Promise.all([1, 2, 3, 4].map(() => keepBuild(deps, read)));

  const rows = await sql<{ path: string }>`
    select path from widget_files where version = ${read.version} order by path
  `;
  assert.deepEqual(rows.map(({ path }) => path), [`assets/${name}`, "wedding-rsvp.js"]);
});

Deno.test("a file that no page should load is not kept, and nothing of its build", async () => {
  const version = randomCharacters(20);
  const files = new Map([
    ["wedding-rsvp.js", new Uint8Array(10)],
    ["assets/film.js", new Uint8Array(1_048_577)],
  ]);
  const build: Build = { version, integrity: "sha384-", files };

  await assert.rejects(keepBuild(deps, build), /film\.js is more than a page should load/);

  const rows = await sql`select from widget_files where version = ${version}`;
  assert.equal(rows.length, 0);
});

Deno.test("nothing but a kept build's files can be asked for by version", async () => {
  const first = aName();
  await using server = await aServer(first);
  const { version } = server.build;

  for (
    const path of [
      `/v/${version}/assets/..%2fwedding-rsvp.js`,
      `/v/${version}/assets/%2e%2e%2f..%2fdeno.json`,
      `/v/${version}/assets/.env.js`,
      `/v/..%2f/wedding-rsvp.js`,
      `/v/%00/wedding-rsvp.js`,
      `/v/${"0".repeat(20)}/wedding-rsvp.js`,
      `/v/${version}/${first}`,
    ]
  ) assert.equal((await server.get(path)).status, 404, path);
});
