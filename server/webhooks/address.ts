import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** A range of addresses that the self-hoster has opened, such as `10.0.0.0/8`. */
export type Cidr = string;

export type RefusedReason =
  | "not-a-url"
  | "too-long"
  | "not-https"
  | "userinfo"
  | "fragment"
  | "private-name"
  | "private-address"
  | "unresolvable";

/** Thrown when a delivery may not, or cannot, go to this address. */
export class AddressRefused extends Error {
  override name = "AddressRefused" as const;
  readonly reason: RefusedReason;
  constructor(reason: RefusedReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

const longestUrl = 2_000;

/** The clouds' metadata services: refused whatever is opened. */
const metadataNames = new Set([
  "metadata",
  "metadata.goog",
  "metadata.google.internal",
  "metadata.azure.internal",
  "metadata.tencentyun.com",
  "instance-data",
  "instance-data.ec2.internal",
]);

/** Endings that public DNS does not have and private networks do (RFC 6762 appendix G, RFC 8375). */
const privateEnding =
  /(^|\.)(internal|local|localdomain|intranet|private|corp|home|lan|home\.arpa)$/;

/** Everything that is routed on the IPv6 internet lies in here; the rest is special or unassigned. */
const globalIpv6 = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * The URL of an endpoint, if deliveries may go there as far as its spelling tells. A name is judged
 * again, by what it resolves to, at every connection.
 */
export function assertPublicUrl(text: string, allow: readonly Cidr[]): URL {
  if (text.length > longestUrl) {
    throw new AddressRefused("too-long", `The address has more than ${longestUrl} characters.`);
  }
  // The URL parser drops line breaks and tabs instead of refusing them.
  if (/[\s\p{Cc}]/u.test(text) || !URL.canParse(text)) throw notAUrl();
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") throw notHttps();
  if (url.username || url.password) {
    throw new AddressRefused("userinfo", "The address must not contain a name or password.");
  }
  if (text.includes("#")) {
    throw new AddressRefused("fragment", "The address must not contain a fragment (#).");
  }
  // `host.` is the same host, but no certificate is made out to it.
  if (url.hostname.endsWith(".")) url.hostname = url.hostname.slice(0, -1);
  if (/^\.|\.\.|\.$/.test(url.hostname)) throw notAUrl();
  assertPublicHost(url.hostname, allow);
  if (url.protocol === "http:" && !isOpened(url.hostname, allow)) throw notHttps();
  return url;
}

function assertPublicHost(hostname: string, allow: readonly Cidr[]): void {
  const literal = literalOf(hostname);
  if (literal) {
    if (!isPublicAddress(literal, allow)) throw privateAddress();
  } else if (isLocalhost(hostname)) {
    if (loopback(allow).length === 0) throw privateAddress();
  } else if (
    metadataNames.has(hostname) ||
    // With a range opened, the private network's own names lead to it; the addresses decide.
    (allow.length === 0 && (!hostname.includes(".") || privateEnding.test(hostname)))
  ) {
    throw new AddressRefused("private-name", "The address is a name of a private network.");
  }
}

/** May a delivery be sent to this IP address? */
export function isPublicAddress(ip: string, allow: readonly Cidr[]): boolean {
  const address = parseAddress(ip);
  if (!address) return false;
  if (isWithin(address, allow)) return true;
  return address.range() === "unicast" && (address.kind() === "ipv4" || address.match(globalIpv6));
}

/** `localhost` and everything below it; it is never looked up. */
export function isLocalhost(hostname: string): boolean {
  return /(^|\.)localhost$/.test(hostname);
}

/** The loopback addresses that are opened. */
export function loopback(allow: readonly Cidr[]): string[] {
  return ["127.0.0.1", "::1"].filter((address) => isPublicAddress(address, allow));
}

/** The address that the host of a URL is, if it is one and not a name. */
export function literalOf(hostname: string): string | undefined {
  const bare = hostname.replace(/^\[(.*)\]$/, "$1");
  return isIP(bare) ? bare : undefined;
}

function isOpened(hostname: string, allow: readonly Cidr[]): boolean {
  const address = parseAddress(literalOf(hostname) ?? "");
  return address ? isWithin(address, allow) : isLocalhost(hostname);
}

type Address = ReturnType<typeof ipaddr.parse>;

function isWithin(address: Address, ranges: readonly Cidr[]): boolean {
  return ranges.map(parseRange)
    .some(([start, bits]) => start.kind() === address.kind() && address.match(start, bits));
}

function parseRange(range: Cidr): [Address, number] {
  return range.includes(":") ? ipaddr.IPv6.parseCIDR(range) : ipaddr.IPv4.parseCIDR(range);
}

function parseAddress(ip: string): Address | undefined {
  const version = isIP(ip);
  if (version === 0 || ip.includes("%")) return undefined;
  if (version === 4) return ipaddr.IPv4.parse(ip);
  // ipaddr.js takes `::10.0.0.1` for a mapped address; the URL parser writes it in plain groups.
  const address = ipaddr.IPv6.parse(new URL(`http://[${ip}]`).hostname.slice(1, -1));
  return address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}

export function privateAddress(): AddressRefused {
  return new AddressRefused("private-address", "The address is not on the public internet.");
}

function notHttps(): AddressRefused {
  return new AddressRefused("not-https", "The address must begin with https://.");
}

function notAUrl(): AddressRefused {
  return new AddressRefused("not-a-url", "The address is not a URL.");
}
