/** A receiver on loopback, for as long as the test lasts. */
export function aReceiver(
  answer: (request: Request, from: Deno.NetAddr) => Response | Promise<Response>,
) {
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    (request, { remoteAddr }) => answer(request, remoteAddr),
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}/hook`,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}
