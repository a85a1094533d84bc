-- Everything that happened, in order, for ever. Written in the transaction that made it happen.
create table changes (
  site_id text not null references sites on delete cascade,
  number bigint not null,
  type text not null,
  happened_at timestamptz not null,
  done_by jsonb not null,
  data jsonb not null,
  -- SHA-256 over the hash of the change before and this change.
  hash text not null,
  primary key (site_id, number)
);

-- Followers that must hear of every change exactly once, whoever is running when it happens.
create table followers (
  follower text primary key
);

-- What such a follower has not been handed yet; empty when nothing is happening.
create table owed_changes (
  follower text not null references followers on delete cascade,
  site_id text not null,
  number bigint not null,
  primary key (follower, site_id, number),
  foreign key (site_id, number) references changes on delete cascade
);
