-- A couple's wedding: the tenant. Every table that belongs to it starts its key with site_id.
create table sites (
  site_id text primary key,
  slug text not null unique,
  settings jsonb not null,
  -- The site's own key, wrapped by a master key of the server; without it nothing sealed can be read.
  key_sealed bytea not null,
  -- The last change's number and hash. This row is the lock that puts a site's changes in order.
  change_number bigint not null default 0,
  last_hash text not null default '',
  created_at timestamptz not null
);

create table events (
  site_id text not null references sites on delete cascade,
  event_id text not null,
  position integer not null,
  name text not null,
  -- Wall-clock times in zone: what the invitation says, whatever happens to the zone's rules.
  starts_at text not null,
  ends_at text,
  zone text not null,
  place jsonb,
  about text,
  capacity integer,
  courses jsonb not null default '[]',
  primary key (site_id, event_id)
);
