// The floor of live streams: bare `Deno.serve`, a `ReadableStream` for each reader, the same bytes for all. `GET /live` joins, `POST /` tells.
const [port = "0"] = Deno.args;
const encoder = new TextEncoder();
const readers = new Set<ReadableStreamDefaultController<Uint8Array>>();
let number = 0;

function join(): Response {
  let reader: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      reader = controller;
      readers.add(controller);
      controller.enqueue(event());
    },
    cancel: () => void readers.delete(reader),
  });
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
}

function event(): Uint8Array {
  return encoder.encode(`id: ${number}\nevent: counter\ndata: {"attending":${number}}\n\n`);
}

Deno.serve({ hostname: "127.0.0.1", port: Number(port), onListen: () => {} }, (request) => {
  if (request.method === "GET") {
    return new URL(request.url).pathname === "/" ? new Response() : join();
  }
  number += 1;
  const bytes = event();
  readers.forEach((reader) => reader.enqueue(bytes));
  return new Response();
});
