import { ourPage } from "../../server/testing/fixtures.ts";
import { startStack } from "./bench-stack.ts";
import { compare } from "./compare.ts";
import type { Figure } from "./figure.ts";
import { someAddress } from "./press.ts";
import { seed } from "./seed.ts";

/** A site's form, as the element reads it, against a constant; and what a browser that has it already gets. */
export async function benchForm(): Promise<Figure[]> {
  await using stack = await startStack();
  const presses = await seed(stack.databaseUrl, { sites: 100, parties: 1 });
  const [server, bare] = [await stack.ours(), await stack.floor("floor-server.ts")];
  const form = (index: number, known?: string) =>
    fetch(`${server.url}/v1/sites/${presses[index % presses.length]?.slug}/form`, {
      headers: {
        origin: ourPage,
        "x-forwarded-for": someAddress(),
        ...(known === undefined ? {} : { "if-none-match": known }),
      },
    });
  const how = { connections: 64, ms: 1500 };
  const floor = { pid: bare.pid, call: () => fetch(bare.url) };
  const ours = { pid: server.pid, call: (index: number) => form(index) };
  const figures = await compare("form", { ours, floor }, how, 0.7);

  const statuses = await Promise.all(presses.map(async (_press, index) => {
    const first = await form(index);
    await first.body?.cancel();
    const again = await form(index, first.headers.get("etag") ?? "none");
    await again.body?.cancel();
    return again.status;
  }));
  const value = statuses.filter((status) => status === 304).length;
  const name = `form: 304 to a tag, of ${presses.length}`;
  const known: Figure = {
    ...{ name, value, unit: "", floor: null, ratio: null },
    ...{ goal: `${presses.length}`, ok: value === presses.length },
  };
  return [...figures, known];
}
