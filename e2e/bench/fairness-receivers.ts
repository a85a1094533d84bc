import { aReceiver } from "../../server/testing/receiver.ts";

/** What a vendor was told, and when. */
export interface Arrival {
  siteId: string;
  changeNumber: number;
  at: number;
}

/** A receiver that answers at once. */
export function aGoodReceiver(): AsyncDisposable & { url: string; arrivals: Arrival[] } {
  const arrivals: Arrival[] = [];
  const receiver = aReceiver(({ body }) => {
    const { data } = JSON.parse(body);
    const { site, changeNumber } = data;
    arrivals.push({ siteId: site.id, changeNumber, at: performance.now() });
    return new Response(null, { status: 204 });
  });
  const dispose = () => receiver[Symbol.asyncDispose]();
  return { url: receiver.url, arrivals, [Symbol.asyncDispose]: dispose };
}

/** A receiver that answers nobody until it is told to let go. */
export function aDeadReceiver(): AsyncDisposable & {
  url: string;
  held(): number;
  release(): void;
} {
  let held = Promise.withResolvers<void>();
  let count = 0;
  const receiver = aReceiver(async () => {
    count += 1;
    await held.promise;
    return new Response(null, { status: 500 });
  });
  function release(): void {
    held.resolve();
    held = Promise.withResolvers();
    count = 0;
  }
  return {
    url: receiver.url,
    held: () => count,
    release,
    async [Symbol.asyncDispose]() {
      release();
      await receiver[Symbol.asyncDispose]();
    },
  };
}
