import { setTimeout as sleep } from "node:timers/promises";
import { verifyDelivery } from "../../server/webhooks/verify.ts";
import type { Chance } from "./chance.ts";

/** A delivery as its receiver knows it: by its id. */
export interface Arrived {
  id: string;
  type: string;
  siteId: string;
  changeNumber: number;
  body: string;
  /** How often it came. */
  calls: number;
  /** Whether any of the calls was answered with 204. */
  accepted: boolean;
}

/** The receiver of all vendors. It lives through all rounds, while the server does not. */
export interface Kitchen extends AsyncDisposable {
  url: string;
  trust(secret: string): void;
  arrived: Map<string, Arrived>;
  /** From now on every call waits, until it is let go. Returns how many wait. */
  hold(): () => number;
  letGo(): void;
  /** Throws when a delivery was not signed, or its bytes changed between two tries. */
  check(): void;
}

/** Refuses some deliveries once and lets others wait a little, so that kills meet all moments of a delivery. */
export function openKitchen(
  chance: Chance,
  { refusing = 0.02, waiting = 0.2, waitMs = 60 } = {},
): Kitchen {
  const arrived = new Map<string, Arrived>();
  const secrets: string[] = [];
  const wrong: string[] = [];
  let free = Promise.withResolvers<void>();
  free.resolve();
  let held = 0;

  async function receive(request: Request): Promise<Response> {
    // Its sender may be killed before it has said everything.
    const body = await request.text().catch(() => undefined);
    if (body === undefined) return new Response(null, { status: 400 });
    const { headers } = request;
    const proof = await verifyDelivery({ headers, body, secrets, now: new Date() });
    if (!proof.verified) {
      wrong.push(`a delivery is not signed: ${proof.reason}`);
      return new Response(null, { status: 401 });
    }
    const { id } = proof;
    const { type, data } = JSON.parse(body);
    const fresh = { id, type, siteId: data.site.id, changeNumber: data.changeNumber, body };
    const known = arrived.get(id) ?? { ...fresh, calls: 0, accepted: false };
    arrived.set(id, known);
    known.calls += 1;
    if (known.body !== body) wrong.push(`${id} came with other bytes at call ${known.calls}`);
    held += 1;
    await free.promise;
    held -= 1;
    if (chance.next() < waiting) await sleep(chance.between(1, waitMs));
    if (known.calls === 1 && chance.next() < refusing) return new Response(null, { status: 500 });
    known.accepted = true;
    return new Response(null, { status: 204 });
  }

  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, receive);
  return {
    url: `http://127.0.0.1:${server.addr.port}/hook`,
    trust: (secret) => void secrets.push(secret),
    arrived,
    hold() {
      free = Promise.withResolvers();
      return () => held;
    },
    letGo: () => free.resolve(),
    check() {
      if (wrong.length > 0) throw new Error(wrong.slice(0, 5).join("\n"));
    },
    async [Symbol.asyncDispose]() {
      free.resolve();
      await server.shutdown();
    },
  };
}
