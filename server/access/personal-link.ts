import { timingSafeEqual } from "node:crypto";
import { Problem } from "../problem.ts";
import type { SiteKeys } from "./keys.ts";

/** What a personal link opens. Its token is derived, never stored: a leaked database opens nothing. */
export interface Linked {
  code: string;
  linkVersion: number;
}

export interface ReadToken extends Linked {
  /** Milliseconds since 1970 at which a visit ends; a personal link has no end. */
  until: number | undefined;
  mac: string;
}

const form = /^([0-9a-z]{4,16})-(\d{1,9})(?:-([0-9a-z]{6,10}))?\.([\w-]{22})$/;

/** `<party code>-<version>.<128 bits of HMAC>`: the token of the party's personal link. */
export function personalToken(keys: SiteKeys, party: Linked): Promise<string> {
  return sign(keys, `${party.code}-${party.linkVersion}`);
}

/** A token for a guest who was found by name: the same, but it ends. */
export function visitToken(keys: SiteKeys, party: Linked, until: Date): Promise<string> {
  return sign(keys, `${party.code}-${party.linkVersion}-${until.getTime().toString(36)}`);
}

/** Takes a token apart; whether it is genuine shows in `checkToken`. */
export function readToken(token: string): ReadToken | undefined {
  const [, code, version, until, mac] = form.exec(token) ?? [];
  if (!code || !mac) return undefined;
  return {
    code,
    linkVersion: Number(version),
    until: until ? parseInt(until, 36) : undefined,
    mac,
  };
}

/** Throws `link-broken`, `link-revoked` or `visit-expired` unless the token opens this party's invitation now. */
export async function checkToken(
  keys: SiteKeys,
  token: ReadToken,
  party: Linked | undefined,
  now: Date,
): Promise<void> {
  const { code, linkVersion, until } = token;
  const signed = [code, linkVersion, ...(until === undefined ? [] : [until.toString(36)])].join(
    "-",
  );
  const genuine = await sign(keys, signed);
  const mac = genuine.slice(signed.length + 1);
  if (!timingSafeEqual(new TextEncoder().encode(mac), new TextEncoder().encode(token.mac))) {
    throw new Problem("link-broken", "The link is incomplete or changed. Was it copied whole?");
  }
  // A genuine token whose party is gone was revoked in the plainest way.
  if (!party || party.linkVersion !== linkVersion) throw new Problem("link-revoked");
  if (until !== undefined && until < now.getTime()) throw new Problem("visit-expired");
}

async function sign(keys: SiteKeys, text: string): Promise<string> {
  const mac = await keys.mac("link", text);
  return `${text}.${mac.slice(0, 16).toBase64({ alphabet: "base64url", omitPadding: true })}`;
}
