import { setTimeout as sleep } from "node:timers/promises";
import { runCommand } from "../tools/command.ts";
import type { Deps } from "../../server/deps.ts";
import { benchDeps } from "./bench-deps.ts";
import { startStack } from "./bench-stack.ts";
import type { Figure } from "./figure.ts";
import { median } from "./load.ts";
import { owe, seedEndpoints } from "./seed-endpoints.ts";
import { seedSite } from "./seed.ts";

const [sites, each, deliveries] = [20, 10, 10_000];
const endpoints = sites * each;
const rounds = 5;
/** As many tries as the server has under way at once. */
const concurrency = 128;
/** As long as the notices are. */
const bytes = 700;
const goal = 0.3;

/** A pile of owed deliveries, every attempt recorded, against a loop of fetches that records nothing. */
export async function benchWebhookRate(): Promise<Figure[]> {
  await using stack = await startStack();
  const receiver = await stack.floor("webhook-receiver.ts");
  const deps = await benchDeps(stack.databaseUrl);
  await using closing = new AsyncDisposableStack();
  closing.defer(() => deps.sql.close());
  const owed = (await Promise.all(Array.from({ length: sites }, async () => {
    const { site } = await seedSite(deps, 5);
    return await seedEndpoints(deps, site, each, (index) => `${receiver.url}/hook/${index}`);
  }))).flat();
  await stack.ours({ WEBHOOK_ALLOW: "127.0.0.0/8" });

  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const count = round === 0 ? deliveries / 10 : deliveries;
    await fetch(`${receiver.url}/taken`, { method: "DELETE" });
    const args = [receiver.url, count, concurrency, bytes].map(String);
    const script = new URL("webhook-floor.ts", import.meta.url).pathname;
    await runCommand([Deno.execPath(), "run", "-A", script, ...args], { seconds: 120 });
    const floor = await untilTaken(receiver.url, count);
    await fetch(`${receiver.url}/taken`, { method: "DELETE" });
    await owe(deps, owed, count / endpoints);
    const own = await untilTaken(receiver.url, count);
    await untilRecorded(deps);
    if (round === 0) continue;
    ours.push(own);
    bare.push(floor);
  }
  const unrecorded = await countUnrecorded(deps);
  const ratio = median(ours.map((perSecond, at) => perSecond / (bare[at] ?? NaN)));
  return [
    {
      ...{ name: `webhook-rate: ${deliveries} to ${endpoints} endpoints`, unit: "/s" },
      ...{ value: median(ours), floor: median(bare), ratio, goal: `≥ ${goal}`, ok: ratio >= goal },
    },
    {
      ...{ name: "webhook-rate: attempts not recorded", value: unrecorded, unit: "" },
      ...{ floor: null, ratio: null, goal: "0", ok: unrecorded === 0 },
    },
  ];
}

/** Deliveries a second from the first to the last. */
async function untilTaken(receiver: string, wanted: number): Promise<number> {
  while (true) {
    const { count, firstAt, lastAt } = await (await fetch(`${receiver}/taken`)).json();
    if (count >= wanted) return count / (lastAt - firstAt) * 1000;
    await sleep(100);
  }
}

async function untilRecorded({ sql }: Deps): Promise<void> {
  while (true) {
    const owed = await sql`select 1 from deliveries where next_attempt_at is not null limit 1`;
    if (owed.length === 0) return;
    await sleep(50);
  }
}

async function countUnrecorded({ sql }: Deps): Promise<number> {
  const rows = await sql`
    select 1
    from deliveries
    left join attempts using (site_id, delivery_id)
    where attempts.status is distinct from 204
  `;
  return rows.length;
}
