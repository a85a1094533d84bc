import ipaddr from "ipaddr.js";

/** What the HTTP server tells beside the request itself. */
export interface Connection {
  peer: string;
}

/** As nearly all are written, and as all are counted: `203.0.113.7`. */
const plain = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

/**
 * The address that a request came from, as limits count it: behind trusted proxies the one that the outermost of
 * them saw, and of IPv6 the /64, since one line usually has that many.
 */
export function clientAddress(
  connection: Readonly<Connection>,
  forwarded: string | null,
  trustedProxies: number,
): string {
  const hop = trustedProxies > 0 ? forwarded?.split(",").at(-trustedProxies)?.trim() : undefined;
  if (hop && plain.test(hop)) return hop;
  const told = hop && withoutPort(hop);
  const address = told && ipaddr.isValid(told) ? told : connection.peer;
  if (plain.test(address)) return address;
  if (!ipaddr.isValid(address)) return "unknown";
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv6) {
    return `${parsed.parts.slice(0, 4).map((part) => part.toString(16)).join(":")}::/64`;
  }
  return parsed.toString();
}

/** Some proxies append the port: `203.0.113.7:4711`, `[2001:db8::1]:4711`. */
function withoutPort(hop: string): string {
  const [, bracketed, bare] = /^\s*(?:\[([^\]]*)\](?::\d+)?|([\d.]+):\d+)\s*$/.exec(hop) ?? [];
  return bracketed ?? bare ?? hop;
}
