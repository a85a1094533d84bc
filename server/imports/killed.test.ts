import assert from "node:assert/strict";
import { openConnection } from "../database/connection.ts";
import { ownDatabase } from "../testing/database.ts";
import { aWedding } from "../testing/fixtures-replies.ts";
import { anImporter } from "../testing/importing.ts";
import { listAsStored } from "../testing/list-as-stored.ts";
import { testDeps } from "../testing/test-deps.ts";
import { until } from "../testing/until.ts";

const sql = await ownDatabase();

Deno.test({
  name:
    "a process that is killed in the middle of accepting leaves nothing behind, and the import can be accepted",
  // The embedded database is in the process itself, and has no second connection to look from.
  ignore: sql.engine === "pglite",
  async fn() {
    const deps = await testDeps(sql);
    const { site } = await aWedding(deps);
    const importer = await anImporter(deps, site);
    const rows = Array.from(
      { length: 300 },
      (_, at) => `Ana Silva ${"abcdefghij"[at % 10]}${at},Attending`,
    );
    const { body } = await importer.upload(["Name,Dinner - RSVP", ...rows].join("\n"));
    await importer.call(`PATCH /${body.import.id}`, { undecided: "keep-apart" });
    const before = await listAsStored(sql, site.id);
    const url = await urlOf();

    // Guests are written before replies: whoever waits for these has written those.
    const blocker = await openConnection(url);
    await blocker.run`begin`;
    await blocker.run`lock table replies in share mode`;
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", "-", site.id, body.import.id, url],
      cwd: new URL("../..", import.meta.url),
      stdin: "piped",
      stdout: "null",
      stderr: "inherit",
    }).spawn();
    const stdin = child.stdin.getWriter();
    await stdin.write(new TextEncoder().encode(accepting));
    await stdin.close();
    await until("the other process waits with its guests written", async () => {
      const waiting = await sql`
        select 1
        from pg_locks
        where not granted and relation = 'replies'::regclass
      `;
      return waiting.length > 0;
    });
    child.kill("SIGKILL");
    await child.status;
    await blocker.run`rollback`;
    await blocker.end();

    assert.deepEqual(await listAsStored(sql, site.id), before);
    const { body: accepted } = await importer.call(`POST /${body.import.id}/accept`);
    assert.equal(accepted.import?.state, "accepted", JSON.stringify(accepted));
    assert.equal((await listAsStored(sql, site.id)).guests?.length, 300);
  },
});

const accepting = `
  const root = new URL("./server/", "file://" + Deno.cwd() + "/");
  const load = (path) => import(new URL(path, root).href);
  const { connectPostgres } = await load("database/postgres.ts");
  const { testDeps } = await load("testing/test-deps.ts");
  const { siteBy } = await load("sites/sites.ts");
  const { acceptImport } = await load("imports/accept-import.ts");
  const [siteId, importId, url] = Deno.args;
  const deps = await testDeps(await connectPostgres(url));
  const site = await siteBy(deps.sql, siteId);
  await acceptImport(deps, site, { kind: "server" }, importId, () => {});
`;

async function urlOf(): Promise<string> {
  const [row] = await sql<{ name: string }>`select current_database() as name`;
  const url = new URL(Deno.env.get("TEST_DATABASE_URL") ?? "");
  url.pathname = `/${row?.name}`;
  return url.href;
}
