import { startStack } from "./bench-stack.ts";
import { compare } from "./compare.ts";
import type { Figure } from "./figure.ts";
import { press, pressBare } from "./press.ts";
import { seed } from "./seed.ts";

/** Replies over all of the real path, against begin-insert-update-commit on the same stack and the same PostgreSQL. */
export async function benchSubmit(): Promise<Figure[]> {
  await using stack = await startStack();
  const presses = await seed(stack.databaseUrl, { sites: 100, parties: 20 });
  const [server, bare] = [await stack.ours(), await stack.floor("floor-server.ts")];
  const ours = {
    pid: server.pid,
    call: (index: number) => press(server.url, presses[index % presses.length]),
  };
  const floor = {
    pid: bare.pid,
    call: (index: number) => pressBare(bare.url, presses[index % presses.length]),
  };
  return await compare("submit", { ours, floor }, { connections: 32, ms: 2000 }, 0.6);
}
