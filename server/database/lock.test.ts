import assert from "node:assert/strict";
import { join } from "node:path";
import { lockFolder } from "./lock.ts";

const since = new Date("2026-11-21T09:00:00Z");

/** Another process that takes the lock, says so and keeps it until it is killed. */
async function holdElsewhere(file: string): Promise<Deno.ChildProcess> {
  const lock = JSON.stringify(new URL("lock.ts", import.meta.url).href);
  const script = `
    const { lockFolder } = await import(${lock});
    await lockFolder(${JSON.stringify(file)}, new Date(${since.getTime()}));
    console.log("held");
    setInterval(() => {}, 1000);
  `;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["eval", script],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const reader = child.stdout.getReader();
  assert.match(new TextDecoder().decode((await reader.read()).value), /held/);
  await reader.cancel();
  return child;
}

Deno.test("lockFolder() refuses a second process and names the first", async () => {
  const folder = await Deno.makeTempDir();
  const file = join(folder, "database.lock");
  const child = await holdElsewhere(file);

  const refused = lockFolder(file);

  await assert.rejects(refused, {
    message: `Another process (pid ${child.pid}, since 2026-11-21T09:00:00.000Z) ` +
      "has this database open; only one process can.",
  });
  child.kill("SIGKILL");
  await child.status;
  await Deno.remove(folder, { recursive: true });
});

Deno.test("lockFolder() takes over from a process that was killed", async () => {
  const folder = await Deno.makeTempDir();
  const file = join(folder, "database.lock");
  const child = await holdElsewhere(file);
  child.kill("SIGKILL");
  await child.status;

  const release = await lockFolder(file, since);

  assert.deepEqual(JSON.parse(await Deno.readTextFile(file)), {
    pid: Deno.pid,
    since: since.toISOString(),
  });
  release();
  await Deno.remove(folder, { recursive: true });
});

Deno.test("lockFolder() refuses the same process as well, until it is released", async () => {
  const folder = await Deno.makeTempDir();
  const file = join(folder, "database.lock");
  const release = await lockFolder(file);

  await assert.rejects(lockFolder(file), new RegExp(`pid ${Deno.pid}`));
  release();
  (await lockFolder(file))();

  await Deno.remove(folder, { recursive: true });
});
