import assert from "node:assert/strict";
import postgres from "postgres";
import { until } from "../../server/testing/until.ts";
import { startPostgres } from "./postgres.ts";

Deno.test("startPostgres() keeps what was committed through a restart and through being killed", async () => {
  await using server = await startPostgres({ fsync: true });
  await ask(server.url, "create table guests (name text)");

  await ask(server.url, "insert into guests values ('Ann')");
  await server.restart();
  await ask(server.url, "insert into guests values ('Bo')");
  await server.kill();
  await assert.rejects(ask(server.url, "select 1"), { code: "ECONNREFUSED" });
  await server.restart();

  assert.deepEqual(await ask(server.url, "select name from guests order by name"), [
    { name: "Ann" },
    { name: "Bo" },
  ]);
});

Deno.test("startPostgres() lets nobody in without its password", async () => {
  await using server = await startPostgres();
  const withoutPassword = new URL(server.url);
  withoutPassword.password = "wrong";

  await assert.rejects(ask(withoutPassword.href, "select 1"), { code: "28P01" });
});

Deno.test("startPostgres() leaves no server and no folder behind when its process is killed", async () => {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", new URL("./postgres.ts", import.meta.url).href],
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const url = (await reader.read()).value ?? "";
  const [row] = await ask(url, "show data_directory");
  const folder = String(row?.["data_directory"]);

  child.kill("SIGKILL");
  await child.status;
  await Promise.all([reader.cancel(), child.stdin.close()]);

  await until("its folder is gone", () => Deno.stat(folder).then(() => false, () => true));
  await assert.rejects(ask(url, "select 1"), { code: "ECONNREFUSED" });
});

async function ask(url: string, statement: string): Promise<postgres.Row[]> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    return [...await sql.unsafe(statement)];
  } finally {
    await sql.end();
  }
}
