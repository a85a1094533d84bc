import type { Actor } from "../../shared/changes.ts";
import { newId, randomCharacters, type SiteId } from "../../shared/ids.ts";
import type { AddedApiKey, NewApiKey } from "../../shared/members.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import { insertApiKey } from "./api-keys.ts";
import { sha256 } from "./sha256.ts";

/** Makes an API key. Its secret is in this answer and nowhere else. */
export function addApiKey(
  deps: Pick<Deps, "sql" | "now" | "wake">,
  siteId: SiteId,
  by: Actor,
  { name, role }: NewApiKey,
): Promise<AddedApiKey> {
  const id = newId("key");
  const secret = `wr_${randomCharacters(40)}`;
  const secretHash = sha256(secret);
  const addedAt = deps.now();
  return changeSite(deps, siteId, by, {
    read: () => Promise.resolve(),
    decide: () => ({
      news: [{ type: "key.added", data: { keyId: id, role } }],
      write: (tx) => [insertApiKey(tx, siteId, { id, name, role, secretHash }, addedAt)],
      result: {
        id,
        name,
        role,
        addedAt: addedAt.toISOString(),
        lastUsedOn: null,
        revokedAt: null,
        secret,
      },
    }),
  });
}
