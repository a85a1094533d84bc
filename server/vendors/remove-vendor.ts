import type { Actor } from "../../shared/changes.ts";
import type { SiteId, VendorId } from "../../shared/ids.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { deleteVendorRow, vendorOf } from "./vendors.ts";

/** Removes a vendor with its endpoints and deliveries. Problems: `vendor-not-found`. */
export function removeVendor(
  deps: Pick<Deps, "sql" | "now" | "wake">,
  siteId: SiteId,
  by: Actor,
  vendorId: VendorId,
): Promise<void> {
  return changeSite(deps, siteId, by, {
    read: (tx) => vendorOf(tx, siteId, vendorId),
    decide(_site, vendor) {
      if (!vendor) throw new Problem("vendor-not-found");
      return {
        news: [{ type: "vendor.removed", data: { vendorId } }],
        write: (tx) => [deleteVendorRow(tx, siteId, vendorId)],
        result: undefined,
      };
    },
  });
}
