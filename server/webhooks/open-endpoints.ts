import type { EndpointId } from "../../shared/ids.ts";
import type { SiteKeys } from "../access/keys.ts";
import { type EndpointSecrets, unsealSecrets, unsealUrl } from "./endpoint-secrets.ts";
import type { EndpointRow } from "./endpoints.ts";

/** Where an endpoint's deliveries go and what signs them. */
export interface OpenEndpoint {
  url: string;
  secrets: EndpointSecrets;
}

type Sealed = Pick<EndpointRow, "id" | "urlSealed" | "secretsSealed">;

export interface OpenEndpoints {
  /** One that is sealed as it was is not opened again. */
  open(keys: SiteKeys, endpoint: Sealed): Promise<OpenEndpoint>;
  /** Forgets them all. */
  close(): void;
}

const mostKept = 1000;

/** Endpoints as their tries need them, open while there is something to deliver. */
export function createOpenEndpoints(): OpenEndpoints {
  const kept = new Map<EndpointId, { sealed: Sealed; open: OpenEndpoint }>();

  async function openOne(keys: SiteKeys, sealed: Sealed): Promise<OpenEndpoint> {
    const { id, urlSealed, secretsSealed } = sealed;
    const known = kept.get(id);
    if (known && isSame(known.sealed, sealed)) return known.open;
    const open = {
      url: await unsealUrl(keys, sealed),
      secrets: await unsealSecrets(keys, sealed),
    };
    const [first] = kept.keys();
    if (first && kept.size >= mostKept) kept.delete(first);
    kept.set(id, { sealed: { id, urlSealed, secretsSealed }, open });
    return open;
  }

  return { open: openOne, close: () => kept.clear() };
}

function isSame(left: Sealed, right: Sealed): boolean {
  return sameBytes(left.urlSealed, right.urlSealed) &&
    sameBytes(left.secretsSealed, right.secretsSealed);
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left === right ||
    left.length === right.length && left.every((byte, index) => byte === right[index]);
}
