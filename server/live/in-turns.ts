import { setImmediate as nextTurn } from "node:timers/promises";

/** About as many as the runtime writes to their sockets before it asks for more. */
const atOnce = 64;

/**
 * Acts on each of a set, and after every few lets the server write what it was given and answer others: the first of ten
 * thousand readers has it while the last is still to be told. Who comes in between is met too, and who has left is not.
 */
export async function inTurns<Item>(
  items: ReadonlySet<Item> | undefined,
  act: (item: Item) => void,
): Promise<void> {
  let count = 0;
  for (const item of items ?? []) {
    if (count === atOnce) {
      count = 0;
      await nextTurn();
    }
    count += 1;
    act(item);
  }
}
