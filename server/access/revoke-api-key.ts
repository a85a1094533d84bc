import type { Actor } from "../../shared/changes.ts";
import type { KeyId, SiteId } from "../../shared/ids.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { apiKeysOf, revokeApiKeyRow } from "./api-keys.ts";

/** Stops an API key from the next request on; stopping it again does nothing. Problems: `key-not-found`. */
export function revokeApiKey(
  deps: Pick<Deps, "sql" | "now" | "wake">,
  siteId: SiteId,
  by: Actor,
  keyId: KeyId,
): Promise<void> {
  return changeSite(deps, siteId, by, {
    read: (tx) => apiKeysOf(tx, siteId),
    decide(_site, known) {
      const key = known.find(({ id }) => id === keyId);
      if (!key) throw new Problem("key-not-found");
      if (key.revokedAt) return { news: [], result: undefined };
      return {
        news: [{ type: "key.revoked", data: { keyId } }],
        write: (tx) => [revokeApiKeyRow(tx, siteId, keyId, deps.now())],
        result: undefined,
      };
    },
  });
}
