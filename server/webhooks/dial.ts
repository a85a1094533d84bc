import { connect as connectPlain, type LookupFunction, type Socket } from "node:net";
import { connect as connectSecure } from "node:tls";
import { AddressRefused, type Cidr, isPublicAddress, literalOf } from "./address.ts";
import { type PublicAddress, type Resolve, resolvePublic } from "./resolve.ts";

/** What becomes of a line, for whoever uses it. */
export interface LineUser {
  /** A step towards being open; a secure line is connected before it is ready. */
  onConnected(): void;
  onReady(): void;
  onBytes(bytes: Buffer): void;
  /** The other side says no more. */
  onEnd(): void;
  onClosed(error: Error | undefined): void;
}

/** A connection to one receiver, plain or secure. */
export interface Line {
  /** Sends this, and tells `user` from now on. */
  use(user: LineUser, request: string): void;
  /** Nobody is told any more; whatever comes from the other side now ends the line. False when something still leaves. */
  leave(): boolean;
  isOpen(): boolean;
  /** Whether these rules would have opened it. */
  isAllowed(allow: readonly Cidr[]): boolean;
  hangUp(): void;
}

export interface Dialling {
  allow: readonly Cidr[];
  resolve?: Resolve | undefined;
  /** Certificate authorities to trust instead of the system's, in PEM. */
  ca?: string | undefined;
}

/** Opens a line to where a checked URL leads. */
export function dial(url: URL, { allow, resolve, ca }: Dialling): Line {
  const isSecure = url.protocol === "https:";
  const port = url.port || (isSecure ? "443" : "80");
  const literal = literalOf(url.hostname);
  const host = literal ?? url.hostname;
  const options = {
    host,
    port: Number(port),
    lookup: guardedLookup({ allow, port, resolve }),
    // Long enough for another continent, short enough to leave time for the next address.
    autoSelectFamilyAttemptTimeout: 2_000,
  };
  if (!isSecure) return lineOf(connectPlain(options), "connect");
  const socket = connectSecure({
    ...options,
    // An address has no name to ask for (RFC 6066, 3); its certificate is judged by the address.
    servername: literal ? "" : host,
    ALPNProtocols: ["http/1.1"],
    ...(ca === undefined ? {} : { ca }),
  });
  return lineOf(socket, "secureConnect");
}

function lineOf(socket: Socket, ready: "connect" | "secureConnect"): Line {
  let user: LineUser | undefined;
  let judgedBy: readonly Cidr[] | undefined;
  let isAllowed = false;
  let failed: Error | undefined;
  socket.setNoDelay(true);
  socket.once("connect", () => user?.onConnected());
  socket.once(ready, () => user?.onReady());
  socket.on("data", (bytes) => user ? user.onBytes(bytes) : socket.destroy());
  socket.on("end", () => user ? user.onEnd() : socket.destroy());
  socket.on("error", (error) => failed ??= error);
  socket.on("close", () => user?.onClosed(failed));
  return {
    use(next, request) {
      user = next;
      socket.write(request);
    },
    leave() {
      user = undefined;
      return socket.writableLength === 0;
    },
    isOpen: () => !socket.destroyed && socket.writable,
    isAllowed(allow) {
      if (judgedBy === allow) return isAllowed;
      judgedBy = allow;
      isAllowed = isPublicAddress(socket.remoteAddress ?? "", allow);
      return isAllowed;
    },
    hangUp: () => void socket.destroy(),
  };
}

/**
 * A `lookup` that hands the dialler checked addresses only. It runs at every new connection, and
 * the connection uses what it returned: a name that changes its mind in between changes nothing.
 */
export function guardedLookup(
  { allow, port, resolve }: {
    allow: readonly Cidr[];
    port: string;
    resolve: Resolve | undefined;
  },
): LookupFunction {
  return (hostname, options, done) => {
    resolvePublic(hostname, allow, resolve).then((addresses) => {
      const [first, ...others] = addresses;
      assertMayConnect(addresses, port);
      if (options.all) done(null, [first, ...others]);
      else done(null, first.address, first.family);
    }).catch((error) => done(error, []));
  };
}

/**
 * With several addresses to dial, Deno throws a denied permission where nobody can catch it and
 * the process ends; so it is asked for before.
 */
export function assertMayConnect(addresses: readonly PublicAddress[], port: string): void {
  for (const { address, family } of addresses) {
    const host = `${family === 6 ? `[${address}]` : address}:${port}`;
    if (Deno.permissions.querySync({ name: "net", host }).state !== "granted") {
      throw new AddressRefused("private-address", "This process may not connect to the address.");
    }
  }
}
