import type { Deps } from "../deps.ts";
import { problemResponse } from "../http/problem-response.ts";
import { type Progress, type TellProgress, untold } from "./progress.ts";

/**
 * Answers when the work is done; or, if the caller accepts a stream of events, tells at once how far it is: `progress`
 * {stage, done, total}, and in the end `done` with what would have been the answer, or `problem`.
 */
export async function answerWithProgress(
  { log }: Pick<Deps, "log">,
  request: Request,
  status: number,
  work: (tell: TellProgress) => Promise<object>,
): Promise<Response> {
  if (!request.headers.get("accept")?.includes("text/event-stream")) {
    const headers = { "cache-control": "no-store" };
    return Response.json(await work(untold), { status, headers });
  }
  const encoder = new TextEncoder();
  let ended = false;
  const body = new ReadableStream<Uint8Array>({
    start(stream) {
      const tell = (event: string, data: unknown) => {
        // Whoever went away does not stop the work: it is done as a whole or not at all.
        if (!ended) {
          stream.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
        }
      };
      const end = () => {
        if (!ended) stream.close();
        ended = true;
      };
      work((progress: Progress) => tell("progress", progress))
        .then((done) => tell("done", done), async (error) => {
          tell("problem", await problemResponse(error, "", log).json());
        }).finally(end);
    },
    cancel() {
      ended = true;
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    },
  });
}
