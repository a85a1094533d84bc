import assert from "node:assert/strict";
import { until } from "../server/testing/until.ts";
import { freePorts } from "./tools/free-ports.ts";
import { launchServer } from "./tools/spawn-server.ts";
import { taskArguments } from "./tools/task-arguments.ts";

const missing = /Requires \w+ access to [^,\n]*|NotCapable[^\n]*/;

/** Everything that `deno task serve` allows, a thing at a time: the word of the command, and what is left of it without that. */
async function allowances(
  folder: string,
): Promise<{ name: string; word: string; rest?: string }[]> {
  const words = (await taskArguments("serve", folder)).filter((word) => word.startsWith("--allow"));
  return words.flatMap((word) => {
    const [flag, list] = word.split("=");
    if (!list) return [{ name: word, word }];
    return list.split(",").map((one) => {
      const rest = list.split(",").filter((other) => other !== one);
      const left = rest.length > 0 ? { rest: `${flag}=${rest}` } : {};
      return { name: `${flag}=${one === folder ? "$DATA_FOLDER" : one}`, word, ...left };
    });
  });
}

/** Starts the server and resolves with what it missed, or nothing once it serves. */
async function missedBy(folder: string, word: string, rest: string | undefined, env = {}) {
  const ports = freePorts();
  const server = await launchServer(folder, { ...ports, DEMO: "off", ...env }, {
    [word]: rest,
  });
  try {
    const how = await until("the server starts, or says what it misses", () =>
      Promise.resolve(
        missing.exec(server.output())?.[0] ?? /^Listening on/m.exec(server.output())?.[0] ??
          (server.ended() && server.output()),
      ), 240_000);
    return missing.test(how) ? how : undefined;
  } finally {
    await server.kill();
  }
}

Deno.test("the server has no permission that it could do without", async () => {
  const folder = await Deno.makeTempDir();
  const unneeded: string[] = [];
  const awayDatabase = { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" };
  const masterKeys = { MASTER_KEYS: `1:${new Uint8Array(32).toBase64()}` };
  try {
    for (const { name, word, rest } of await allowances(folder)) {
      const env = name.endsWith("=PG*")
        ? { ...awayDatabase, ...masterKeys }
        // The demo's guests come from a file, which a worker reads.
        : name.endsWith("=shared")
        ? { DEMO: "on" }
        : {};
      if (!await missedBy(folder, word, rest, env)) unneeded.push(name);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }

  // Without it the server says that it cannot see how full the disk is, and goes on.
  assert.deepEqual(unneeded, ["--allow-sys=statfs"]);
});
