import type { SiteId } from "../../shared/ids.ts";
import type { ApiKey } from "../../shared/members.ts";
import type { Deps } from "../deps.ts";
import { apiKeysOf } from "./api-keys.ts";

/** A site's API keys, revoked ones too: whoever reads the log finds them by id. */
export async function listApiKeys(
  { sql }: Pick<Deps, "sql">,
  siteId: SiteId,
): Promise<ApiKey[]> {
  const rows = await apiKeysOf(sql, siteId);
  return rows.map(({ addedAt, revokedAt, ...key }) => ({
    ...key,
    addedAt: addedAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
  }));
}
