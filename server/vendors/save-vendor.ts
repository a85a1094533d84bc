import type { Actor } from "../../shared/changes.ts";
import { newId, type VendorId } from "../../shared/ids.ts";
import type { Contact } from "../../shared/party.ts";
import type { NewVendor, Vendor, VendorChanges } from "../../shared/vendors.ts";
import type { SiteKeys } from "../access/keys.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { eventsOf } from "../sites/events.ts";
import type { SiteHead } from "../sites/sites.ts";
import { saveVendorRow, vendorOf, type VendorRow } from "./vendors.ts";

type Needs = Pick<Deps, "sql" | "now" | "keys" | "wake">;

/** Adds a vendor. Problems: `event-not-found`. */
export function addVendor(
  deps: Needs,
  site: SiteHead,
  by: Actor,
  vendor: NewVendor,
): Promise<Vendor> {
  return save(deps, site, by, newId("vendor"), () => vendor);
}

/** Changes what is given, and leaves the rest. Problems: `vendor-not-found`, `event-not-found`. */
export function changeVendor(
  deps: Needs,
  site: SiteHead,
  by: Actor,
  vendorId: VendorId,
  changes: VendorChanges,
): Promise<Vendor> {
  return save(deps, site, by, vendorId, (known) => {
    if (!known) throw new Problem("vendor-not-found");
    return { ...known, ...definedOf(changes) };
  });
}

async function save(
  deps: Needs,
  site: SiteHead,
  by: Actor,
  id: VendorId,
  become: (known: Vendor | undefined) => Omit<Vendor, "id">,
): Promise<Vendor> {
  const keys = await deps.keys.forSite(site);
  return changeSite(deps, site.id, by, {
    read: async (tx) => {
      const [row, events] = await Promise.all([vendorOf(tx, site.id, id), eventsOf(tx, site.id)]);
      return { row, events };
    },
    async decide(_site, { row, events }) {
      const vendor: Vendor = { ...become(row && await openVendor(keys, row)), id };
      for (const eventId of vendor.maySee.events ?? []) {
        if (!events.some((event) => event.id === eventId)) throw new Problem("event-not-found");
      }
      const contactSealed = await keys.seal(vendor.contact, contactRow(id));
      const data = { vendorId: id };
      return {
        news: [row ? { type: "vendor.changed", data } : { type: "vendor.added", data }],
        write: (tx) => [saveVendorRow(tx, site.id, { ...vendor, contactSealed }, deps.now())],
        result: vendor,
      };
    },
  });
}

export async function openVendor(keys: SiteKeys, row: VendorRow): Promise<Vendor> {
  const { contactSealed, ...vendor } = row;
  return { ...vendor, contact: await keys.unseal<Contact>(contactSealed, contactRow(row.id)) };
}

function contactRow(vendorId: VendorId): string {
  return `vendors|${vendorId}|contact`;
}

function definedOf(changes: VendorChanges): Partial<Vendor> {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}
