import type { SiteId, VendorId } from "../../shared/ids.ts";
import type { MaySee, Vendor } from "../../shared/vendors.ts";
import type { Query, Tx } from "../database/sql.ts";

export interface VendorRow {
  id: VendorId;
  kind: Vendor["kind"];
  name: string;
  contactSealed: Uint8Array;
  maySee: MaySee;
  quietSeconds: number;
}

export async function vendorsOf(sql: Query, siteId: SiteId): Promise<VendorRow[]> {
  return await sql<VendorRow>`
    select vendor_id as id, kind, name, contact_sealed, may_see, quiet_seconds
    from vendors
    where site_id = ${siteId}
    order by added_at, vendor_id
  `;
}

export async function vendorOf(
  sql: Query,
  siteId: SiteId,
  vendorId: VendorId,
): Promise<VendorRow | undefined> {
  const [vendor] = await sql<VendorRow>`
    select vendor_id as id, kind, name, contact_sealed, may_see, quiet_seconds
    from vendors
    where site_id = ${siteId} and vendor_id = ${vendorId}
  `;
  return vendor;
}

export async function saveVendorRow(
  tx: Tx,
  siteId: SiteId,
  vendor: VendorRow,
  addedAt: Date,
): Promise<void> {
  await tx`
    insert into vendors (
      site_id, vendor_id, kind, name, contact_sealed, may_see, quiet_seconds, added_at
    )
    values (
      ${siteId}, ${vendor.id}, ${vendor.kind}, ${vendor.name}, ${vendor.contactSealed},
      ${vendor.maySee}, ${vendor.quietSeconds}, ${addedAt}
    )
    on conflict (site_id, vendor_id) do update
    set
      kind = excluded.kind,
      name = excluded.name,
      contact_sealed = excluded.contact_sealed,
      may_see = excluded.may_see,
      quiet_seconds = excluded.quiet_seconds
  `;
}

export async function deleteVendorRow(tx: Tx, siteId: SiteId, vendorId: VendorId): Promise<void> {
  await tx`
    delete from vendors
    where site_id = ${siteId} and vendor_id = ${vendorId}
  `;
}
