import { join } from "node:path";
import { masterKeys } from "./bench-deps.ts";
import { freePort, startProcess } from "./bench-servers.ts";
import { compare } from "./compare.ts";
import type { Figure } from "./figure.ts";
import { press, pressBare } from "./press.ts";
import { seed } from "./seed.ts";

/** Replies on the embedded database, against PGlite in a folder behind the same HTTP stack. */
export async function benchSubmitEmbedded(): Promise<Figure[]> {
  const folder = await Deno.makeTempDir({ prefix: "wedding-rsvp-bench-" });
  await using stack = new AsyncDisposableStack();
  stack.defer(() => Deno.remove(folder, { recursive: true }));
  // The folder has one opener at a time: it is filled before the server starts.
  const presses = await seed({ folder }, { sites: 20, parties: 60 });
  const [port, floorPort] = [freePort(), freePort()];
  const server = stack.use(
    await startProcess(["server/main.ts"], port, {
      ...{ DATA_FOLDER: folder, MASTER_KEYS: masterKeys, TRUSTED_PROXIES: "1" },
      ...{ PORT: String(port), DEMO: "off" },
    }),
  );
  const floorArgs = ["e2e/bench/floor-embedded.ts", String(floorPort), join(folder, "floor")];
  const bare = stack.use(await startProcess(floorArgs, floorPort));
  const ours = {
    pid: server.pid,
    call: (index: number) => press(server.url, presses[index % presses.length]),
  };
  const floor = {
    pid: bare.pid,
    call: (index: number) => pressBare(bare.url, presses[index % presses.length]),
  };
  return await compare("submit-embedded", { ours, floor }, { connections: 32, ms: 1500 }, 0.4);
}
