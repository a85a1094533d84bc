export const head = "HTTP/1.1 200 OK\r\n";
export const encode = (text: string) => new TextEncoder().encode(text);

/** A receiver that speaks raw TCP, however badly. It hangs up when `talk` is through. */
export function aRawReceiver(talk: (connection: Deno.Conn, request: string) => Promise<void>) {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const open = new Set<Deno.Conn>();
  const accepting = accept();

  async function accept() {
    const talks: Promise<void>[] = [];
    for await (const connection of listener) {
      open.add(connection);
      talks.push(serve(connection));
    }
    await Promise.all(talks);
  }

  async function serve(connection: Deno.Conn) {
    try {
      await talk(connection, await readRequest(connection));
    } catch {
      // The other side hung up, which is what many of these tests are about.
    } finally {
      close(connection);
    }
  }

  function close(connection: Deno.Conn) {
    if (open.delete(connection)) connection.close();
  }

  return {
    url: `http://127.0.0.1:${listener.addr.port}/hook`,
    async [Symbol.asyncDispose]() {
      listener.close();
      for (const connection of open) close(connection);
      await accepting;
    },
  };
}

export async function readRequest(connection: Deno.Conn): Promise<string> {
  const bytes = new Uint8Array(65_536);
  let text = "";
  while (!text.includes("\r\n\r\n") || !text.endsWith("}")) {
    const length = await connection.read(bytes);
    if (length === null) return text;
    text += new TextDecoder().decode(bytes.subarray(0, length));
  }
  return text;
}

/** Resolves when the other side hangs up. */
export async function hungUp(connection: Deno.Conn): Promise<void> {
  while (await connection.read(new Uint8Array(65_536)) !== null);
}
