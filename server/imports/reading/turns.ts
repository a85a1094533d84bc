// Each file may need a few hundred megabytes while it is read.
const atOnce = 2;

const waiting: (() => void)[] = [];
let busy = 0;

/** Waits until few enough files are being read; the turn ends where it is disposed of (`using`). */
export async function takeTurn(): Promise<Disposable> {
  if (busy === atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else busy += 1;
  return {
    [Symbol.dispose]() {
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    },
  };
}
