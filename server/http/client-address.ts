import ipaddr from "ipaddr.js";

/**
 * The address that a request came from, as limits count it: behind trusted proxies the one that the outermost of
 * them saw, and of IPv6 the /64, since one line usually has that many.
 */
export function clientAddress(
  peer: string,
  forwarded: string | null,
  trustedProxies: number,
): string {
  const hops = forwarded?.split(",").map(withoutPort) ?? [];
  const told = trustedProxies > 0 ? hops.at(-trustedProxies) : undefined;
  const address = told && ipaddr.isValid(told) ? told : peer;
  if (!ipaddr.isValid(address)) return "unknown";
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv6) {
    return `${parsed.parts.slice(0, 4).map((part) => part.toString(16)).join(":")}::/64`;
  }
  return parsed.toString();
}

/** Some proxies append the port: `203.0.113.7:4711`, `[2001:db8::1]:4711`. */
function withoutPort(hop: string): string {
  const [, bracketed, plain] = /^\s*(?:\[([^\]]*)\](?::\d+)?|([\d.]+):\d+)\s*$/.exec(hop) ?? [];
  return bracketed ?? plain ?? hop.trim();
}
