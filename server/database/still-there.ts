import { type Address, dial } from "./dial.ts";

/** "Do you speak TLS?", the one question that PostgreSQL, and whatever stands before it, answers to strangers: with a byte. */
const question = new Uint8Array([0, 0, 0, 8, 4, 210, 22, 47]);

/** Whether somebody at this address answers as PostgreSQL does; asks on a connection of its own, which costs the server nothing. */
export async function stillThere(address: Address, milliseconds: number): Promise<boolean> {
  let socket;
  try {
    socket = await dial(address, milliseconds);
  } catch {
    return false;
  }
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const late = setTimeout(() => resolve(false), milliseconds);
  socket.once("data", () => resolve(true));
  socket.once("error", () => resolve(false));
  socket.once("close", () => resolve(false));
  socket.write(question);
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    socket.destroy();
  }
}
