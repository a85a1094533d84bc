import type { KeyId, SiteId } from "../../shared/ids.ts";
import type { Role } from "../../shared/roles.ts";
import type { Query, Tx } from "../database/sql.ts";

export interface ApiKeyRow {
  id: KeyId;
  name: string;
  role: Role;
  addedAt: Date;
  /** The last day it was used. */
  lastUsedOn: string | null;
  revokedAt: Date | null;
}

/** The key with this secret, if it works on this site; notes the day it is used. */
export async function apiKeyOf(
  sql: Query,
  siteId: SiteId,
  secretHash: Uint8Array,
  now: Date,
): Promise<{ id: KeyId; role: Role } | undefined> {
  const today = now.toISOString().slice(0, 10);
  const [key] = await sql<{ id: KeyId; role: Role; lastUsedOn: string | null }>`
    select key_id as id, role, last_used_on
    from api_keys
    where site_id = ${siteId} and secret_hash = ${secretHash} and revoked_at is null
  `;
  if (key && key.lastUsedOn !== today) {
    await sql`
      update api_keys
      set last_used_on = ${today}
      where site_id = ${siteId} and key_id = ${key.id}
    `;
  }
  return key;
}

export async function apiKeysOf(sql: Query, siteId: SiteId): Promise<ApiKeyRow[]> {
  return await sql<ApiKeyRow>`
    select key_id as id, name, role, added_at, last_used_on, revoked_at
    from api_keys
    where site_id = ${siteId}
    order by added_at, key_id
  `;
}

export async function insertApiKey(
  tx: Tx,
  siteId: SiteId,
  key: { id: KeyId; name: string; role: Role; secretHash: Uint8Array },
  addedAt: Date,
): Promise<void> {
  await tx`
    insert into api_keys (site_id, key_id, name, secret_hash, role, added_at)
    values (${siteId}, ${key.id}, ${key.name}, ${key.secretHash}, ${key.role}, ${addedAt})
  `;
}

export async function revokeApiKeyRow(
  tx: Tx,
  siteId: SiteId,
  keyId: KeyId,
  now: Date,
): Promise<void> {
  await tx`
    update api_keys
    set revoked_at = ${now}
    where site_id = ${siteId} and key_id = ${keyId} and revoked_at is null
  `;
}
