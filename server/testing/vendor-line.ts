import type { Endpoint, NewVendorInput, Vendor } from "../../shared/vendors.ts";
import { newEndpointSchema, newVendorSchema } from "../../shared/vendors.ts";
import type { VendorChangeType } from "../../shared/changes.ts";
import { startHandingOver } from "../changes/hand-over.ts";
import type { Hear, Wakes } from "../changes/wakes.ts";
import type { Deps } from "../deps.ts";
import type { SiteHead } from "../sites/sites.ts";
import { addVendor } from "../vendors/save-vendor.ts";
import { postDelivery } from "../webhooks/post.ts";
import { addEndpoint } from "../webhooks/save-endpoint.ts";
import { spreadChanges } from "../webhooks/spread-changes.ts";
import { startDelivering } from "../webhooks/start-delivering.ts";
import { asServer } from "./fixtures.ts";
import { until } from "./until.ts";

/** Wakes for a test: whoever is told hears it in this process. */
export function testWakes(): Pick<Wakes, "wake" | "onWake"> {
  const hearers = new Set<Hear>();
  return {
    wake: (siteId, news) => hearers.forEach((hear) => hear([siteId], news)),
    onWake(hear) {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
  };
}

/** The follower and the delivery loop, as the server runs them, until disposed of. */
export async function startVendorLine(
  deps: Deps,
  wakes: Pick<Wakes, "onWake">,
  { chance = () => 0.5 }: { chance?: () => number } = {},
): Promise<{ kick: () => void } & AsyncDisposable> {
  const deliveries = await startDelivering({ ...deps, post: postDelivery, chance }, 50);
  const spreading = await startHandingOver(
    { sql: deps.sql, log: deps.log, wakes },
    spreadChanges({ now: deps.now, kick: deliveries.kick }),
    { pollMs: 50 },
  );
  // A vendor that is added from now on is told of nothing that happened before.
  await until("what happened before is handed over", async () => {
    const owed = await deps.sql`select 1 from owed_changes where follower = 'webhooks'`;
    return owed.length === 0;
  });
  return {
    kick: deliveries.kick,
    async [Symbol.asyncDispose]() {
      await spreading.stop();
      await deliveries.stop();
    },
  };
}

/** A caterer who is told at once, with an endpoint at `url`. */
export async function aCaterer(
  deps: Deps,
  site: SiteHead,
  url: string,
  overrides: Partial<NewVendorInput> & { types?: VendorChangeType[] } = {},
): Promise<{ vendor: Vendor; endpoint: Endpoint & { secret: string } }> {
  const { types, ...given } = overrides;
  const vendor = await addVendor(
    deps,
    site,
    asServer,
    newVendorSchema.parse({ kind: "caterer", name: "Quinta Kitchen", quietSeconds: 0, ...given }),
  );
  const endpoint = await addEndpoint(
    deps,
    site,
    asServer,
    vendor.id,
    newEndpointSchema.parse({ url, ...(types ? { types } : {}) }),
  );
  return { vendor, endpoint };
}
