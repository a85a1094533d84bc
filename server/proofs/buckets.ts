import { sha256 } from "../access/sha256.ts";
import type { Limit, Use } from "../http/limits.ts";

/** From whom a call is, as limits count it. `site` is the site's id, or before it is known, its name in the path. */
export interface From {
  address: string;
  site: string;
  credential?: string;
}

/** The buckets of one route for one caller. */
export function bucketsOf(kind: string, limits: Limit[], route: string, from: From): Use[] {
  const whose = {
    address: from.address,
    site: from.site,
    caller: from.credential ?? from.address,
  };
  return limits.map((limit) => ({
    ...limit,
    name: `${kind}${limit.per} ${limit.seconds}s ${route}`,
    caller: sha256(whose[limit.per]),
  }));
}
