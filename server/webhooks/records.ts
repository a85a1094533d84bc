import type { SiteId } from "../../shared/ids.ts";
import type { Query } from "../database/sql.ts";
import { type AttemptedDelivery, recordAttempts } from "./attempts.ts";
import { type ClaimedDelivery, type ComposedBody, saveBodies, stillClaimed } from "./deliveries.ts";
import { type Target, targetsOf } from "./endpoints.ts";
import { createOpenEndpoints, type OpenEndpoints } from "./open-endpoints.ts";
import { factsOf, type SiteFacts } from "./site-facts.ts";
import { together } from "./together.ts";

/** What tries read and write; tries that are under way at once do it together. */
export interface Records {
  /** Where a delivery goes; undefined when its claim or its endpoint is gone. */
  target(
    of: Pick<ClaimedDelivery, "siteId" | "id" | "endpointId" | "claimedBy">,
  ): Promise<Target | undefined>;
  /** What is to be told of a site; undefined when it was deleted. */
  facts(siteId: SiteId): Promise<SiteFacts | undefined>;
  endpoints: OpenEndpoints;
  /** False when somebody else has the delivery by now. */
  keepBody(body: ComposedBody): Promise<boolean>;
  record(tried: AttemptedDelivery): Promise<void>;
}

export function createRecords(sql: Query): Records {
  return {
    target: together(async (wanted) => {
      const [found, held] = await Promise.all([
        targetsOf(sql, wanted),
        stillClaimed(sql, wanted),
      ]);
      const byEndpoint = new Map(found.map((target) => [target.endpointId, target]));
      return ({ id, endpointId }) => held.has(id) ? byEndpoint.get(endpointId) : undefined;
    }),
    facts: together(async (siteIds) => {
      const found = await factsOf(sql, siteIds);
      return (siteId) => found.get(siteId);
    }),
    endpoints: createOpenEndpoints(),
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
