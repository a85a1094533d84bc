import postgres from "postgres";
import { benchDeps } from "./bench-deps.ts";
import { startStack } from "./bench-stack.ts";
import { compare } from "./compare.ts";
import type { Figure } from "./figure.ts";
import { press, pressBare } from "./press.ts";
import { seedBigSite } from "./seed-many.ts";

/** The same on one site, whose replies queue behind each other: none is refused and no change number is lost. */
export async function benchSubmitOneSite(): Promise<Figure[]> {
  await using stack = await startStack();
  const deps = await benchDeps(stack.databaseUrl);
  const { presses } = await seedBigSite(deps, { parties: 1001, replying: 1000 });
  await deps.sql.close();
  const [server, bare] = [await stack.ours(), await stack.floor("floor-server.ts")];
  const answered: number[] = [];
  const ours = {
    pid: server.pid,
    async call(index: number) {
      const response = await press(server.url, presses[index % presses.length]);
      if (response.ok) answered.push((await response.clone().json()).changeNumber);
      return response;
    },
  };
  const floor = {
    pid: bare.pid,
    call: (index: number) => pressBare(`${bare.url}/one`, presses[index % presses.length]),
  };
  const how = { connections: 32, ms: 1500 };
  const figures = await compare("submit-one-site", { ours, floor }, how, 0.25);
  return [...figures, await lost(stack.databaseUrl, answered)];
}

/** Numbers that were answered twice or are not in the log, and gaps in the log. */
async function lost(databaseUrl: string, answered: number[]): Promise<Figure> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  const logged = new Set<number>();
  const rows = await sql<{ number: number }[]>`select number::integer as number from changes`;
  await sql.end();
  for (const { number } of rows) logged.add(number);
  const twice = answered.length - new Set(answered).size;
  const missing = answered.filter((number) => !logged.has(number)).length;
  const gaps = Math.max(...logged) - logged.size;
  const value = twice + missing + gaps;
  const name = `submit-one-site: numbers lost, of ${answered.length} replies`;
  return { name, value, unit: "", floor: null, ratio: null, goal: "0", ok: value === 0 };
}
