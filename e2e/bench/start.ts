import { masterKeys } from "./bench-deps.ts";
import { freePort, startProcess } from "./bench-servers.ts";
import type { Figure } from "./figure.ts";
import { median } from "./load.ts";

const rounds = 5;
const goal = 1.5;

/** From the start of the process to its first answer, on an embedded database that is there already. */
export async function benchStart(): Promise<Figure[]> {
  const folder = await Deno.makeTempDir({ prefix: "wedding-rsvp-bench-" });
  try {
    const ours: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const floor = await secondsToAnswer(["e2e/bench/floor-empty.ts"], {});
      const own = await secondsToAnswer(["server/main.ts"], {
        ...{ DATA_FOLDER: folder, MASTER_KEYS: masterKeys, DEMO: "off" },
      });
      // The first one made the database.
      if (round === 0) continue;
      ours.push(own);
      bare.push(floor);
    }
    const above = median(ours.map((seconds, round) => seconds - (bare[round] ?? NaN)));
    return [{
      ...{ name: "start: embedded, second start", value: median(ours), unit: "s" },
      ...{ floor: median(bare), ratio: median(ours) / median(bare) },
      ...{ goal: `≤ ${goal} s above`, ok: above <= goal },
    }];
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function secondsToAnswer(args: string[], env: Record<string, string>): Promise<number> {
  const port = freePort();
  const began = performance.now();
  await using _server = await startProcess([...args, String(port)], port, {
    ...env,
    PORT: String(port),
  });
  return (performance.now() - began) / 1000;
}
