import type { EndpointId } from "../../shared/ids.ts";
import type { SiteKeys } from "../access/keys.ts";
import { newSecret } from "./sign.ts";

/** The secret of an endpoint and, for a while, the one before it. */
export interface EndpointSecrets {
  current: string;
  previous?: { secret: string; until: string };
}

/** Both secrets sign while the old one is rotated out, so that a receiver can change over in peace. */
export const rotationHours = 24;

export function firstSecrets(): EndpointSecrets {
  return { current: newSecret() };
}

/** A new secret; the present one goes on for a day. An older one stops at once. */
export function rotateSecrets({ current }: EndpointSecrets, now: Date): EndpointSecrets {
  const until = new Date(now.getTime() + rotationHours * 3_600_000).toISOString();
  return { current: newSecret(), previous: { secret: current, until } };
}

/** The secrets that sign at this moment, the newest first. */
export function validSecrets({ current, previous }: EndpointSecrets, now: Date): string[] {
  const both = previous && now.getTime() < new Date(previous.until).getTime();
  return both ? [current, previous.secret] : [current];
}

export function sealSecrets(keys: SiteKeys, id: EndpointId, secrets: EndpointSecrets) {
  return keys.seal(secrets, `endpoints|${id}|secrets`);
}

export function unsealSecrets(
  keys: SiteKeys,
  row: { id: EndpointId; secretsSealed: Uint8Array },
): Promise<EndpointSecrets> {
  return keys.unseal(row.secretsSealed, `endpoints|${row.id}|secrets`);
}

export function sealUrl(keys: SiteKeys, id: EndpointId, url: string): Promise<Uint8Array> {
  return keys.seal(url, `endpoints|${id}|url`);
}

export function unsealUrl(
  keys: SiteKeys,
  row: { id: EndpointId; urlSealed: Uint8Array },
): Promise<string> {
  return keys.unseal(row.urlSealed, `endpoints|${row.id}|url`);
}
