const atOnce = 100;

/** Work on each of many, some at a time: in between, the thread is for whoever else the server answers. */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result | Promise<Result>,
  most = atOnce,
): Promise<Result[]> {
  const done: Result[] = [];
  for (let at = 0; at < items.length; at += most) {
    if (at > 0) await turn();
    done.push(...await Promise.all(items.slice(at, at + most).map(work)));
  }
  return done;
}

function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
