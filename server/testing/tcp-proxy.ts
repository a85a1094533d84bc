/** Stands before a server on this machine, and goes away in the ways in which networks and machines do. */
export interface TcpProxy extends AsyncDisposable {
  port: number;
  /** Lets everything through; what was held back goes on, ends of connections too. */
  pass(): void;
  /** Takes connections and bytes, and lets none of them through. */
  hush(): void;
  /** Breaks every connection off and refuses new ones. */
  refuse(): void;
}

export function tcpProxy(to: { hostname: string; port: number }): TcpProxy {
  const connections = new Set<Deno.Conn>();
  let through = Promise.withResolvers<void>();
  through.resolve();
  let listener: Deno.TcpListener | undefined = listen(0);
  const { port } = listener.addr;
  let serving = serve(listener);

  function listen(port: number): Deno.TcpListener {
    return Deno.listen({ hostname: "127.0.0.1", port });
  }

  async function serve(listener: Deno.TcpListener): Promise<void> {
    const pairs: Promise<void>[] = [];
    for await (const near of listener) pairs.push(join(near));
    await Promise.all(pairs);
  }

  async function join(near: Deno.Conn): Promise<void> {
    connections.add(near);
    await through.promise;
    const far = await Deno.connect(to).catch(() => undefined);
    if (far && connections.has(near)) {
      connections.add(far);
      await Promise.all([carry(near, far), carry(far, near)]);
    }
    for (const one of [near, far]) if (one) end(one);
  }

  async function carry(from: Deno.Conn, to: Deno.Conn): Promise<void> {
    const bytes = new Uint8Array(65_536);
    try {
      for (let count = await from.read(bytes); count !== null; count = await from.read(bytes)) {
        await through.promise;
        for (let at = 0; at < count;) at += await to.write(bytes.subarray(at, count));
      }
      await through.promise;
    } catch {
      // One of the two broke off: so does the other.
    }
    end(from);
    end(to);
  }

  function end(one: Deno.Conn): void {
    connections.delete(one);
    try {
      one.close();
    } catch {
      // It is closed already.
    }
  }

  const proxy: TcpProxy = {
    port,
    pass() {
      if (!listener) {
        listener = listen(port);
        const before = serving;
        serving = Promise.all([before, serve(listener)]).then(() => {});
      }
      through.resolve();
    },
    hush() {
      through = Promise.withResolvers();
    },
    refuse() {
      listener?.close();
      listener = undefined;
      [...connections].forEach(end);
      through.resolve();
    },
    async [Symbol.asyncDispose]() {
      proxy.refuse();
      await serving;
    },
  };
  return proxy;
}
