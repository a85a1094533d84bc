import { ourPage } from "../../server/testing/fixtures.ts";
import { startPostgres } from "../tools/postgres.ts";
import { masterKeys } from "./bench-deps.ts";
import { freePort, startProcess } from "./bench-servers.ts";
import type { Figure } from "./figure.ts";
import { load, median, quantile } from "./load.ts";
import { type Press, seed } from "./seed.ts";

const rounds = 5;
const stretch = { connections: 32, ms: 2000 };

/** Replies over all of the real path, against begin-insert-update-commit on the same stack and the same PostgreSQL. */
export async function benchSubmit(): Promise<Figure[]> {
  await using postgres = await startPostgres({ fsync: true });
  const presses = await seed(postgres.url, { sites: 100, parties: 20 });
  const [port, floorPort] = [freePort(), freePort()];
  await using server = await startProcess(["server/main.ts"], port, {
    DATABASE_URL: postgres.url,
    MASTER_KEYS: masterKeys,
    TRUSTED_PROXIES: "1",
    PORT: String(port),
  });
  const floorArgs = ["e2e/bench/floor-server.ts", String(floorPort), postgres.url];
  await using floor = await startProcess(floorArgs, floorPort);

  const submit = (index: number) => press(server.url, presses[index % presses.length]);
  const bare = (index: number) =>
    fetch(floor.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: presses[index % presses.length]?.body ?? "{}",
    });
  const form = (index: number) => {
    const slug = presses[index % 100]?.slug;
    return fetch(`${server.url}/v1/sites/${slug}/form`, { headers: { origin: ourPage } });
  };
  const constant = () => fetch(floor.url);

  const figures = [
    await compare("submit", submit, bare, stretch, 0.6),
    await compare("form", form, constant, { connections: 64, ms: 1500 }, 0.7),
  ];
  const paced = await load(submit, { connections: 4, ms: 4000 });
  const p99 = quantile(paced.times, 0.99);
  figures.push({
    name: `submit p99 at ${paced.perSecond.toFixed(0)}/s`,
    value: p99,
    unit: "ms",
    floor: null,
    ratio: null,
    goal: "≤ 25 ms",
    ok: p99 <= 25,
  });
  return figures;
}

async function compare(
  name: string,
  ours: (index: number) => Promise<Response>,
  bare: (index: number) => Promise<Response>,
  how: { connections: number; ms: number },
  goal: number,
): Promise<Figure> {
  const values: number[] = [];
  const floors: number[] = [];
  // One round to warm up, then the two in turn: a noisy moment hits both.
  for (let round = 0; round <= rounds; round += 1) {
    const floor = await load(bare, how);
    const value = await load(ours, how);
    if (value.failed > 0) throw new Error(`${name}: ${value.failed} calls were refused.`);
    if (round === 0) continue;
    values.push(value.perSecond);
    floors.push(floor.perSecond);
  }
  const ratio = median(values.map((value, round) => value / (floors[round] ?? NaN)));
  return {
    name,
    value: median(values),
    unit: "/s",
    floor: median(floors),
    ratio,
    goal: `≥ ${goal}`,
    ok: ratio >= goal,
  };
}

function press(server: string, press: Press | undefined): Promise<Response> {
  if (!press) throw new Error("There is nothing to send.");
  return fetch(`${server}/v1/sites/${press.slug}/party/reply`, {
    method: "PUT",
    headers: {
      origin: ourPage,
      authorization: `Bearer ${press.token}`,
      "content-type": "application/json",
      "idempotency-key": crypto.randomUUID(),
      // Guests come from many addresses, and are limited by theirs.
      "x-forwarded-for": `10.${byte()}.${byte()}.${byte()}`,
    },
    body: press.body,
  });
}

function byte(): number {
  return Math.floor(Math.random() * 256);
}
