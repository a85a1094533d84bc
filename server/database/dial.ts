import { connect, type Socket } from "node:net";

export interface Address {
  host: string[];
  port: number[];
  /** Of a Unix socket; false where there is none. */
  path?: string | boolean;
}

/** Opens the first of the addresses that answers in time. */
export async function dial({ host, port, path }: Address, milliseconds: number): Promise<Socket> {
  if (typeof path === "string") return await answer(connect({ path }), milliseconds);
  let failure: unknown;
  for (const [index, name] of host.entries()) {
    try {
      const socket = connect({ host: name, port: port[index] ?? port[0] ?? 5432 });
      // postgres.js takes the name on the certificate from here.
      return Object.assign(await answer(socket, milliseconds), { host: name });
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

function answer(socket: Socket, milliseconds: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      const error = new Error(`No answer within ${milliseconds} ms.`);
      socket.destroy(Object.assign(error, { code: "ETIMEDOUT" }));
    }, milliseconds);
    socket.once("error", (error) => {
      clearTimeout(late);
      reject(error);
    });
    socket.once("connect", () => {
      clearTimeout(late);
      socket.removeAllListeners();
      resolve(socket);
    });
  });
}
