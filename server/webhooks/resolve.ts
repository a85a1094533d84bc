import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import {
  AddressRefused,
  type Cidr,
  isLocalhost,
  isPublicAddress,
  literalOf,
  loopback,
  privateAddress,
} from "./address.ts";

/** All IPv4 and IPv6 addresses of a name, in the order in which to try them. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

export interface PublicAddress {
  address: string;
  family: 4 | 6;
}

/**
 * The addresses of a host, all of them checked: the first is the one to dial, the others stand in
 * when it does not answer. One private address among them and none is dialled.
 */
export async function resolvePublic(
  hostname: string,
  allow: readonly Cidr[],
  resolve: Resolve = systemResolve,
): Promise<[PublicAddress, ...PublicAddress[]]> {
  const addresses = await addressesOf(hostname, allow, resolve);
  // The message does not say which address: that would let strangers read a private DNS.
  if (!addresses.every((address) => isPublicAddress(address, allow))) throw privateAddress();
  const [first, ...others] = addresses.map(withFamily);
  if (!first) throw isLocalhost(hostname) ? privateAddress() : unresolvable();
  return [first, ...others];
}

async function addressesOf(
  hostname: string,
  allow: readonly Cidr[],
  resolve: Resolve,
): Promise<readonly string[]> {
  const literal = literalOf(hostname);
  if (literal) return [literal];
  if (isLocalhost(hostname)) return loopback(allow);
  try {
    return await resolve(hostname);
  } catch (error) {
    throw unresolvable(error);
  }
}

async function systemResolve(hostname: string): Promise<string[]> {
  const found = await lookup(hostname, { all: true });
  return found.map(({ address }) => address);
}

function withFamily(address: string): PublicAddress {
  return { address, family: isIP(address) === 6 ? 6 : 4 };
}

function unresolvable(cause?: unknown): AddressRefused {
  return new AddressRefused("unresolvable", "The host name could not be found.", { cause });
}
