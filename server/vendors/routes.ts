import { z } from "zod";
import type { VendorId } from "../../shared/ids.ts";
import { newVendorSchema, vendorChangesSchema, vendorSchema } from "../../shared/vendors.ts";
import { type AnyRoute, route } from "../http/route.ts";
import { Problem } from "../problem.ts";
import { removeVendor } from "./remove-vendor.ts";
import { addVendor, changeVendor, openVendor } from "./save-vendor.ts";
import { vendorOf, vendorsOf } from "./vendors.ts";

const tag = "Vendors";

export const vendorRoutes: AnyRoute[] = [
  route({
    method: "GET",
    path: "/v1/sites/:site/vendors",
    who: "viewer",
    tag,
    summary: "The vendors of a site and what each may see",
    answer: z.strictObject({ vendors: z.array(vendorSchema) }),
    async run({ deps, site }) {
      const keys = await deps.keys.forSite(site);
      const rows = await vendorsOf(deps.sql, site.id);
      return { vendors: await Promise.all(rows.map((row) => openVendor(keys, row))) };
    },
  }),
  route({
    method: "POST",
    path: "/v1/sites/:site/vendors",
    who: "planner",
    tag,
    summary: "Add a vendor",
    body: newVendorSchema,
    status: 201,
    answer: vendorSchema,
    problems: ["event-not-found"],
    run: ({ deps, site, by, body }) => addVendor(deps, site, by, body),
  }),
  route({
    method: "GET",
    path: "/v1/sites/:site/vendors/:vendor",
    who: "viewer",
    tag,
    summary: "One vendor",
    answer: vendorSchema,
    problems: ["vendor-not-found"],
    async run({ deps, site, params }) {
      const row = await vendorOf(deps.sql, site.id, params.vendor as VendorId);
      if (!row) throw new Problem("vendor-not-found");
      return openVendor(await deps.keys.forSite(site), row);
    },
  }),
  route({
    method: "PATCH",
    path: "/v1/sites/:site/vendors/:vendor",
    who: "planner",
    tag,
    summary: "Change a vendor, or what it may see; what is left out stays",
    body: vendorChangesSchema,
    answer: vendorSchema,
    problems: ["vendor-not-found", "event-not-found"],
    run: ({ deps, site, by, params, body }) =>
      changeVendor(deps, site, by, params.vendor as VendorId, body),
  }),
  route({
    method: "DELETE",
    path: "/v1/sites/:site/vendors/:vendor",
    who: "planner",
    tag,
    summary: "Remove a vendor with its endpoints",
    problems: ["vendor-not-found"],
    run: ({ deps, site, by, params }) => removeVendor(deps, site.id, by, params.vendor as VendorId),
  }),
];
