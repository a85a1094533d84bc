import type { Actor } from "../../shared/changes.ts";
import type { EndpointId } from "../../shared/ids.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { rotateSecrets, sealSecrets, unsealSecrets } from "./endpoint-secrets.ts";
import { endpointOf, saveEndpointRow } from "./endpoints.ts";

/** A new secret; deliveries carry signatures of both for a day. Problems: `endpoint-not-found`. */
export async function rotateSecret(
  deps: Pick<Deps, "sql" | "now" | "keys" | "wake">,
  site: SiteHead,
  by: Actor,
  endpointId: EndpointId,
): Promise<{ secret: string; previousUntil: string }> {
  const keys = await deps.keys.forSite(site);
  return changeSite(deps, site.id, by, {
    read: (tx) => endpointOf(tx, site.id, endpointId),
    async decide(_site, endpoint) {
      if (!endpoint) throw new Problem("endpoint-not-found");
      const secrets = rotateSecrets(await unsealSecrets(keys, endpoint), deps.now());
      const secretsSealed = await sealSecrets(keys, endpointId, secrets);
      const data = { vendorId: endpoint.vendorId, endpointId };
      return {
        news: [{ type: "endpoint.changed", data }],
        write: (tx) => [saveEndpointRow(tx, site.id, { ...endpoint, secretsSealed }, deps.now())],
        result: { secret: secrets.current, previousUntil: secrets.previous?.until ?? "" },
      };
    },
  });
}
