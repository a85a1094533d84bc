create table vendors (
  site_id text not null references sites on delete cascade,
  vendor_id text not null,
  kind text not null,
  name text not null,
  contact_sealed bytea not null,
  may_see jsonb not null,
  quiet_seconds integer not null,
  added_at timestamptz not null,
  primary key (site_id, vendor_id)
);

create table endpoints (
  site_id text not null,
  endpoint_id text not null,
  vendor_id text not null,
  -- Some addresses are themselves secrets, so both are sealed.
  url_sealed bytea not null,
  -- The secret, and the one that is being rotated out with its last moment.
  secrets_sealed bytea not null,
  types text[] not null,
  disabled text check (disabled in ('by-member', 'gone', 'failing')),
  failing_since timestamptz,
  added_at timestamptz not null,
  primary key (site_id, endpoint_id),
  foreign key (site_id, vendor_id) references vendors on delete cascade
);

create index endpoints_by_vendor on endpoints (site_id, vendor_id);

-- One change, or a batch, owed to one endpoint. This table is also the queue: a row with next_attempt_at is due then.
create table deliveries (
  site_id text not null,
  delivery_id text not null,
  endpoint_id text not null,
  type text not null,
  -- The latest change that it tells.
  change_number bigint not null,
  state text not null check (state in ('gathering', 'owed', 'delivered', 'failed', 'dropped')),
  -- What is signed and sent, from the first attempt on: the same bytes at every retry.
  body_sealed bytea,
  -- What the vendor was allowed to see when that was composed; told anew when it may see something else.
  may_see jsonb,
  attempts integer not null default 0,
  -- Attempts that were made before it was last replayed; the schedule starts anew there.
  attempts_before integer not null default 0,
  next_attempt_at timestamptz,
  -- The process that is trying it; if that dies, the claim runs out at next_attempt_at.
  claimed_by text,
  created_at timestamptz not null,
  primary key (site_id, delivery_id),
  foreign key (site_id, endpoint_id) references endpoints on delete cascade
);

create index deliveries_due on deliveries (next_attempt_at) where next_attempt_at is not null;
create index deliveries_by_endpoint on deliveries (site_id, endpoint_id, created_at);
-- Changes of a burst join the delivery that is gathering.
create unique index deliveries_gathering on deliveries (site_id, endpoint_id, type)
  where state = 'gathering';

create table attempts (
  site_id text not null,
  delivery_id text not null,
  number integer not null,
  tried_at timestamptz not null,
  status integer,
  problem text,
  duration_ms integer not null,
  answer text not null,
  primary key (site_id, delivery_id, number),
  foreign key (site_id, delivery_id) references deliveries on delete cascade
);
