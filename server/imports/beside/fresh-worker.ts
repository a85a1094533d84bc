// It may nothing: no files, no network, no environment. Whatever a file talks a parser into stays in there.
const options: WorkerOptions & { deno: { permissions: "none" } } = {
  type: "module",
  deno: { permissions: "none" },
};

const idleMs = 5 * 60_000;
/** Accepting a file, or storing its preview, comes first. */
const laterMs = 3000;

let isKept = false;
let spare: Worker | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** A worker that has seen no file: the one that waits, or a new one. */
export function freshWorker(): Worker {
  const worker = spare ?? start();
  letGo();
  return worker;
}

/**
 * From now on one worker may wait, loaded, for whoever is about to bring a file or to decide about one; until it is
 * disposed of. A worker that waits keeps the process alive.
 */
export function keepSpareWorker(): Disposable {
  isKept = true;
  return {
    [Symbol.dispose]() {
      isKept = false;
      endSpare();
    },
  };
}

/** Somebody is about to: a worker takes longer to load than a short file to be read. */
export function getSpareReady(): void {
  if (!isKept) return;
  clearTimeout(timer);
  timer = setTimeout(endSpare, idleMs);
  if (spare) return;
  spare = start();
  spare.onerror = (event) => {
    event.preventDefault();
    endSpare();
  };
  spare.postMessage({ kind: "practise" });
}

/** Who has brought a file soon decides about it, or brings another. */
export function getSpareReadyLater(): void {
  if (!isKept || spare) return;
  clearTimeout(timer);
  timer = setTimeout(getSpareReady, laterMs);
}

function start(): Worker {
  return new Worker(new URL("./file-worker.ts", import.meta.url), options);
}

function endSpare(): void {
  spare?.terminate();
  letGo();
}

function letGo(): void {
  clearTimeout(timer);
  spare = undefined;
}
