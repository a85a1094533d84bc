import type { EndpointId, SiteId } from "../../shared/ids.ts";
import type { Query } from "../database/sql.ts";
import { type AttemptedDelivery, recordAttempts } from "./attempts.ts";
import { type ComposedBody, saveBodies } from "./deliveries.ts";
import { type Target, targetsOf } from "./endpoints.ts";
import { together } from "./together.ts";

/** What tries read and write; tries that are under way at once do it together. */
export interface Records {
  /** Where deliveries of an endpoint go; undefined when it was removed. */
  target(of: { siteId: SiteId; endpointId: EndpointId }): Promise<Target | undefined>;
  /** False when somebody else has the delivery by now. */
  keepBody(body: ComposedBody): Promise<boolean>;
  record(tried: AttemptedDelivery): Promise<void>;
}

export function createRecords(sql: Query): Records {
  return {
    target: together(async (wanted) => {
      const found = await targetsOf(sql, wanted);
      const byId = new Map(found.map((target) => [keyOf(target), target]));
      return (one) => byId.get(keyOf(one));
    }),
    keepBody: together(async (bodies) => {
      const kept = new Set((await saveBodies(sql, bodies)).map(({ id }) => id));
      return ({ id }) => kept.has(id);
    }),
    record: together(async (tried) => {
      await recordAttempts(sql, tried);
      return () => {};
    }),
  };
}

function keyOf({ siteId, endpointId }: { siteId: SiteId; endpointId: EndpointId }): string {
  return `${siteId}|${endpointId}`;
}
