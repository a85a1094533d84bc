/** One call that a receiver got. */
export interface ReceivedCall {
  headers: Record<string, string>;
  body: string;
}

export interface Receiver extends AsyncDisposable {
  url: string;
  calls: ReceivedCall[];
  /** Resolves with the calls once there are so many. */
  received(count: number): Promise<ReceivedCall[]>;
}

/** A vendor's server on this machine; `answer` decides what each call gets, in order. */
export function aReceiver(
  answer: (call: ReceivedCall, index: number) => Response | Promise<Response> = () =>
    new Response(null, { status: 204 }),
): Receiver {
  const calls: ReceivedCall[] = [];
  const waiting: { count: number; done: (calls: ReceivedCall[]) => void }[] = [];
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const call = { headers: Object.fromEntries(request.headers), body: await request.text() };
      calls.push(call);
      for (const { count, done } of waiting) if (calls.length >= count) done([...calls]);
      return answer(call, calls.length - 1);
    },
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}/hook`,
    calls,
    received: (count) =>
      new Promise((done) =>
        calls.length >= count ? done([...calls]) : waiting.push({ count, done })
      ),
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}
