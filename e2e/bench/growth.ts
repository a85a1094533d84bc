import { anApiKey } from "../../server/testing/fixtures-access.ts";
import type { Deps } from "../../server/deps.ts";
import { benchDeps } from "./bench-deps.ts";
import { startStack } from "./bench-stack.ts";
import type { Figure } from "./figure.ts";
import { load, median } from "./load.ts";
import { press, someAddress } from "./press.ts";
import { copySite, seedBigSite } from "./seed-many.ts";
import { type Press, seedSite } from "./seed.ts";

const rounds = 8;
/**
 * Few enough that replies seldom wait for each other, at ten sites too; and so short that the ten parties of ten sites do
 * not press Send more often than anybody may.
 */
const how = { connections: 4, ms: 250 };
const goal = 0.8;
/** Of so many sites at most; all of them have replied before, since the second time is more work than the first. */
const mostReplying = 500;

/** Whether replies and headcounts stay as quick as they were while a wedding, and the number of weddings, grows. */
export async function benchGrowth(): Promise<Figure[]> {
  return [...await inGuests(), ...await inSites()];
}

async function inGuests(): Promise<Figure[]> {
  await using stack = await startStack();
  const deps = await benchDeps(stack.databaseUrl);
  const seeded = [];
  for (const guests of [100, 1_000, 10_000]) {
    const parties = Math.ceil(guests / 3);
    const big = await seedBigSite(deps, { parties, replying: 33 });
    const key = await anApiKey(deps, big.site, "viewer");
    seeded.push({ name: `${guests} guests`, presses: big.presses, slug: big.site.slug, key });
  }
  await deps.sql`analyze`;
  const { url } = await stack.ours();
  const figures = await compareSizes(seeded.map((each) => ({ ...each, deps, url })));
  await deps.sql.close();
  return figures;
}

async function inSites(): Promise<Figure[]> {
  await using stacks = new AsyncDisposableStack();
  const sizes: Size[] = [];
  for (const count of [10, 1_000, 20_000]) {
    const stack = stacks.use(await startStack());
    const deps = await benchDeps(stack.databaseUrl);
    stacks.defer(() => deps.sql.close());
    const seeded = await seedSite(deps, 2);
    const presses = await copySite(deps, seeded, { count: count - 1, replying: mostReplying });
    const key = await anApiKey(deps, seeded.site, "viewer");
    await deps.sql`analyze`;
    const { url } = await stack.ours();
    sizes.push({ name: `${count} sites`, deps, url, presses, slug: seeded.site.slug, key });
  }
  return await compareSizes(sizes);
}

interface Size {
  name: string;
  deps: Deps;
  url: string;
  presses: readonly Press[];
  /** Of a site, and its key, whose headcount is read. */
  slug: string;
  key: string;
}

async function compareSizes(sizes: readonly Size[]): Promise<Figure[]> {
  const submits = sizes.map(({ url, presses }) => (index: number) =>
    press(url, presses[index % presses.length])
  );
  const reads = sizes.map(({ url, slug, key }) => () =>
    fetch(`${url}/v1/sites/${slug}/headcount`, {
      headers: { authorization: `Bearer ${key}`, "x-forwarded-for": someAddress() },
    })
  );
  for (const [at, submit] of submits.entries()) {
    let index = 0;
    const all = sizes[at]?.presses.length ?? 0;
    const one = async () => {
      while (index < all) await (await submit(index++)).arrayBuffer();
    };
    await Promise.all(Array.from({ length: how.connections }, one));
  }
  return [
    ...await figuresOf("submit", sizes, submits),
    ...await figuresOf("headcount", sizes, reads),
  ];
}

/** Each size in turn, round after round: a noisy moment hits all. */
async function figuresOf(
  what: string,
  sizes: readonly Size[],
  calls: readonly ((index: number) => Promise<Response>)[],
): Promise<Figure[]> {
  const measured = sizes.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [at, { deps }] of sizes.entries()) {
      const call = calls[at];
      if (!call) continue;
      // Thirty-three parties press Send more often than anybody may.
      await deps.sql`truncate limits`;
      const { perSecond, failed } = await load(call, how);
      if (failed > 0) throw new Error(`growth: ${failed} calls of ${what} were refused.`);
      if (round > 0) measured[at]?.push(perSecond);
    }
  }
  const smallest = measured[0] ?? [];
  return sizes.slice(1).map(({ name }, before) => {
    const own = measured[before + 1] ?? [];
    const ratio = median(own.map((perSecond, round) => perSecond / (smallest[round] ?? NaN)));
    return {
      ...{ name: `growth: ${what} at ${name}, beside ${sizes[0]?.name}`, unit: "/s" },
      ...{ value: median(own), floor: median(smallest), ratio },
      ...{ goal: `≥ ${goal}`, ok: ratio >= goal },
    };
  });
}
