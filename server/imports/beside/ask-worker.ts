import { Problem } from "../../problem.ts";
import type { TellProgress } from "../progress.ts";
import type { FromWorker, ToWorker } from "./messages.ts";

/** How long an answer may take, and what is said when it takes longer. */
export interface Patience {
  milliseconds: number;
  tooSlow: Problem;
}

export interface AskedWorker {
  say(message: ToWorker): void;
  ask<Kind extends FromWorker["kind"]>(
    message: ToWorker,
    kind: Kind,
    patience: Patience,
  ): Promise<Extract<FromWorker, { kind: Kind }>>;
}

/** Questions and answers, in turn: the worker answers in the order in which it was asked. */
export function askWorker(worker: Worker, tell: TellProgress): AskedWorker {
  // Until something is asked, nobody waits for what it says.
  const ended = Promise.withResolvers<never>();
  ended.promise.catch(() => {});
  const waiting: ((said: FromWorker) => void)[] = [];
  worker.onerror = (event) => {
    event.preventDefault();
    ended.reject(new Error(`The worker of an import ended: ${event.message}`));
  };
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === "progress") tell(data.progress);
    else if (data.kind === "failed") ended.reject(failure(data.name, data.place));
    else waiting.shift()?.(data);
  };
  return {
    say: (message) => worker.postMessage(message),
    async ask(message, kind, { milliseconds, tooSlow }) {
      const answer = new Promise<FromWorker>((resolve) => waiting.push(resolve));
      const timer = setTimeout(() => ended.reject(tooSlow), milliseconds);
      try {
        worker.postMessage(message);
        const said = await Promise.race([answer, ended.promise]);
        if (said.kind === "problem") throw new Problem(said.code, said.detail, said.more);
        if (!isOf(kind, said)) throw new Error(`The worker said ${said.kind} instead of ${kind}.`);
        return said;
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

function failure(name: string, place: string): Error {
  const error = new Error("The worker of an import failed.");
  error.name = name;
  error.stack = `${error.message}${place}`;
  return error;
}

function isOf<Kind extends FromWorker["kind"]>(
  kind: Kind,
  said: FromWorker,
): said is Extract<FromWorker, { kind: Kind }> {
  return said.kind === kind;
}
