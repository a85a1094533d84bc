import type { EndpointId, SiteId, VendorId } from "../../shared/ids.ts";
import type { VendorChangeType } from "../../shared/changes.ts";
import type { Endpoint, MaySee } from "../../shared/vendors.ts";
import type { Query, Tx } from "../database/sql.ts";

export interface EndpointRow {
  id: EndpointId;
  vendorId: VendorId;
  urlSealed: Uint8Array;
  secretsSealed: Uint8Array;
  types: VendorChangeType[];
  disabled: Endpoint["disabled"];
  failingSince: Date | null;
}

export async function endpointsOf(
  sql: Query,
  siteId: SiteId,
  vendorId: VendorId,
): Promise<EndpointRow[]> {
  return await sql<EndpointRow>`
    select
      endpoint_id as id, vendor_id, url_sealed, secrets_sealed, types, disabled, failing_since
    from endpoints
    where site_id = ${siteId} and vendor_id = ${vendorId}
    order by added_at, endpoint_id
  `;
}

export async function endpointOf(
  sql: Query,
  siteId: SiteId,
  endpointId: EndpointId,
): Promise<EndpointRow | undefined> {
  const [endpoint] = await sql<EndpointRow>`
    select
      endpoint_id as id, vendor_id, url_sealed, secrets_sealed, types, disabled, failing_since
    from endpoints
    where site_id = ${siteId} and endpoint_id = ${endpointId}
  `;
  return endpoint;
}

/** What a delivery needs to know of where it goes. */
export interface Target {
  siteId: SiteId;
  endpointId: EndpointId;
  keySealed: Uint8Array;
  endpoint: EndpointRow;
  maySee: MaySee;
}

/** Endpoints with their sites' keys and what their vendors may see; those that were removed are left out. */
export async function targetsOf(
  sql: Query,
  wanted: readonly { siteId: SiteId; endpointId: EndpointId }[],
): Promise<Target[]> {
  const rows = await sql<
    & Omit<EndpointRow, "id">
    & { siteId: SiteId; endpointId: EndpointId; keySealed: Uint8Array; maySee: MaySee }
  >`
    select
      sites.site_id, key_sealed, endpoint_id, endpoints.vendor_id, url_sealed, secrets_sealed,
      types, disabled, failing_since, may_see
    from sites
    join endpoints on endpoints.site_id = sites.site_id
    join vendors
      on vendors.site_id = endpoints.site_id and vendors.vendor_id = endpoints.vendor_id
    where (endpoints.site_id, endpoint_id) in (
      select site_id, endpoint_id
      from unnest(
        ${wanted.map(({ siteId }) => siteId)}::text[],
        ${wanted.map(({ endpointId }) => endpointId)}::text[]
      ) as wanted(site_id, endpoint_id)
    )
  `;
  return rows.map(({ siteId, endpointId, keySealed, maySee, ...endpoint }) => ({
    ...{ siteId, endpointId, keySealed, maySee },
    endpoint: { id: endpointId, ...endpoint },
  }));
}

/** What spreading a change needs to know of an endpoint. */
export interface Subscription {
  siteId: SiteId;
  endpointId: EndpointId;
  types: VendorChangeType[];
  maySee: MaySee;
  quietSeconds: number;
}

/** All working endpoints of these sites. */
export async function subscriptionsOf(sql: Query, siteIds: SiteId[]): Promise<Subscription[]> {
  return await sql<Subscription>`
    select
      endpoints.site_id,
      endpoints.endpoint_id,
      endpoints.types,
      vendors.may_see,
      vendors.quiet_seconds
    from endpoints
    join vendors
      on vendors.site_id = endpoints.site_id and vendors.vendor_id = endpoints.vendor_id
    where endpoints.site_id = any(${siteIds}) and endpoints.disabled is null
  `;
}

export async function saveEndpointRow(
  tx: Tx,
  siteId: SiteId,
  endpoint: EndpointRow,
  addedAt: Date,
): Promise<void> {
  await tx`
    insert into endpoints (
      site_id, endpoint_id, vendor_id, url_sealed, secrets_sealed, types, disabled,
      failing_since, added_at
    )
    values (
      ${siteId}, ${endpoint.id}, ${endpoint.vendorId}, ${endpoint.urlSealed},
      ${endpoint.secretsSealed}, ${endpoint.types}, ${endpoint.disabled},
      ${endpoint.failingSince}, ${addedAt}
    )
    on conflict (site_id, endpoint_id) do update
    set
      url_sealed = excluded.url_sealed,
      secrets_sealed = excluded.secrets_sealed,
      types = excluded.types,
      disabled = excluded.disabled,
      failing_since = excluded.failing_since
  `;
}

export async function disableEndpointRow(
  tx: Tx,
  siteId: SiteId,
  endpointId: EndpointId,
  why: NonNullable<Endpoint["disabled"]>,
): Promise<void> {
  await tx`
    update endpoints
    set disabled = ${why}
    where site_id = ${siteId} and endpoint_id = ${endpointId} and disabled is null
  `;
}

export async function deleteEndpointRow(
  tx: Tx,
  siteId: SiteId,
  endpointId: EndpointId,
): Promise<void> {
  await tx`
    delete from endpoints
    where site_id = ${siteId} and endpoint_id = ${endpointId}
  `;
}
