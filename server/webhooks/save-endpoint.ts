import type { Actor, VendorChangeType } from "../../shared/changes.ts";
import { type EndpointId, newId, type VendorId } from "../../shared/ids.ts";
import type { Endpoint, EndpointChanges, MaySee, NewEndpoint } from "../../shared/vendors.ts";
import type { SiteKeys } from "../access/keys.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { vendorOf } from "../vendors/vendors.ts";
import { AddressRefused, assertPublicUrl } from "./address.ts";
import { dropOwed, type NewDelivery, oweDeliveries } from "./deliveries.ts";
import { firstSecrets, sealSecrets, sealUrl, unsealUrl } from "./endpoint-secrets.ts";
import { endpointOf, type EndpointRow, saveEndpointRow } from "./endpoints.ts";
import { mayHear } from "./spread-changes.ts";

type Needs = Pick<Deps, "sql" | "now" | "keys" | "wake" | "config">;

/**
 * Adds an address for deliveries; its secret is in the answer. Problems: `vendor-not-found`, `address-refused`,
 * `subscription-not-granted`.
 */
export async function addEndpoint(
  deps: Needs,
  site: SiteHead,
  by: Actor,
  vendorId: VendorId,
  { url, types }: NewEndpoint,
): Promise<Endpoint & { secret: string }> {
  checkAddress(url, deps.config.webhookAllow);
  const keys = await deps.keys.forSite(site);
  const id = newId("endpoint");
  const secrets = firstSecrets();
  const row: EndpointRow = {
    id,
    vendorId,
    urlSealed: await sealUrl(keys, id, url),
    secretsSealed: await sealSecrets(keys, id, secrets),
    types: distinct(types),
    disabled: null,
    failingSince: null,
  };
  return changeSite(deps, site.id, by, {
    read: (tx) => vendorOf(tx, site.id, vendorId),
    async decide(_site, vendor) {
      if (!vendor) throw new Problem("vendor-not-found");
      checkGranted(types, vendor.maySee);
      const endpoint = await openEndpoint(keys, row);
      return {
        news: [{ type: "endpoint.added", data: { vendorId, endpointId: id } }],
        write: (tx) => [saveEndpointRow(tx, site.id, row, deps.now())],
        result: { ...endpoint, secret: secrets.current },
      };
    },
  });
}

/** Changes address or types, disables, or enables again. Problems: as for adding, and `endpoint-not-found`. */
export async function changeEndpoint(
  deps: Needs,
  site: SiteHead,
  by: Actor,
  id: EndpointId,
  { url, types, enabled }: EndpointChanges,
): Promise<Endpoint> {
  if (url !== undefined) checkAddress(url, deps.config.webhookAllow);
  const keys = await deps.keys.forSite(site);
  return changeSite(deps, site.id, by, {
    read: async (tx) => {
      const known = await endpointOf(tx, site.id, id);
      return { known, vendor: known && await vendorOf(tx, site.id, known.vendorId) };
    },
    async decide(_site, { known, vendor }) {
      if (!known || !vendor) throw new Problem("endpoint-not-found");
      if (types) checkGranted(types, vendor.maySee);
      const off = enabled === false && !known.disabled;
      const on = enabled === true && known.disabled !== null;
      const row: EndpointRow = {
        ...known,
        ...(url === undefined ? {} : { urlSealed: await sealUrl(keys, id, url) }),
        ...(types ? { types: distinct(types) } : {}),
        ...(off ? { disabled: "by-member" } : {}),
        ...(on ? { disabled: null, failingSince: null } : {}),
      };
      const data = { vendorId: known.vendorId, endpointId: id };
      return {
        news: [
          off
            ? { type: "endpoint.disabled", data: { ...data, why: "by-member" } }
            : { type: "endpoint.changed", data },
        ],
        write: (tx) => [
          saveEndpointRow(tx, site.id, row, deps.now()),
          ...(off ? [dropOwed(tx, site.id, id)] : []),
          ...(on ? [oweDeliveries(tx, catchingUp(site, row, deps.now()), deps.now())] : []),
        ],
        result: await openEndpoint(keys, row),
      };
    },
  });
}

/** Whoever was away is told the numbers of now. */
function catchingUp(site: SiteHead, { id, types }: EndpointRow, now: Date): NewDelivery[] {
  if (!types.includes("headcount.changed")) return [];
  return [{
    siteId: site.id,
    id: newId("delivery"),
    endpointId: id,
    type: "headcount.changed",
    changeNumber: site.changeNumber,
    state: "owed",
    nextAttemptAt: now,
  }];
}

export async function openEndpoint(keys: SiteKeys, row: EndpointRow): Promise<Endpoint> {
  const { id, vendorId, types, disabled, failingSince } = row;
  return {
    id,
    vendorId,
    url: await unsealUrl(keys, row),
    types,
    disabled,
    failingSince: failingSince?.toISOString() ?? null,
  };
}

function checkAddress(url: string, allow: readonly string[]): void {
  try {
    assertPublicUrl(url, allow);
  } catch (error) {
    if (!(error instanceof AddressRefused)) throw error;
    throw new Problem("address-refused", error.message, { reason: error.reason });
  }
}

function checkGranted(types: readonly VendorChangeType[], maySee: MaySee): void {
  const refused = types.find((type) => !mayHear(type, maySee));
  if (!refused) return;
  throw new Problem(
    "subscription-not-granted",
    `${refused} is only for vendors that may see names.`,
  );
}

function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
