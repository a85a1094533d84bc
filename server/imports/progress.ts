/** What a file goes through, and what accepting one does. */
export type Stage =
  | "reading"
  | "recognising"
  | "comparing"
  | "saving";

export interface Progress {
  stage: Stage;
  done: number;
  total: number;
}

export type TellProgress = (progress: Progress) => void;

export const untold: TellProgress = () => {};

const parts = 20;

/** Tells when another twentieth of it is done. */
export function inParts(total: number, tell: (done: number, total: number) => void) {
  let told = 0;
  return (done: number): void => {
    const part = Math.floor(done * parts / total);
    if (part <= told) return;
    told = part;
    tell(done, total);
  };
}

/** The same, to be called for each of many. */
export function inSteps(total: number, tell: (done: number, total: number) => void): () => void {
  const step = inParts(total, tell);
  let done = 0;
  return () => step(done += 1);
}
