create table members (
  site_id text not null references sites on delete cascade,
  member_id text not null,
  -- Keyed digest and sealed text of the mail address this person signs in with.
  mail_index bytea not null,
  mail_sealed bytea not null,
  role text not null check (role in ('owner', 'planner', 'viewer')),
  added_at timestamptz not null,
  primary key (site_id, member_id),
  unique (site_id, mail_index)
);

create index members_by_mail on members (mail_index);

create table api_keys (
  site_id text not null references sites on delete cascade,
  key_id text not null,
  name text not null,
  -- SHA-256 of the secret; the secret is shown once.
  secret_hash bytea not null unique,
  role text not null check (role in ('owner', 'planner', 'viewer')),
  added_at timestamptz not null,
  last_used_on date,
  revoked_at timestamptz,
  primary key (site_id, key_id)
);

-- A link that was mailed; works once, for a quarter of an hour. Not of a site: a person may have several.
create table sign_in_links (
  secret_hash bytea primary key,
  mail_index bytea not null,
  mail_sealed bytea not null,
  expires_at timestamptz not null
);

create table sessions (
  secret_hash bytea primary key,
  mail_index bytea not null,
  mail_sealed bytea not null,
  expires_at timestamptz not null
);

-- Generic cell rate algorithm: when the caller's bucket will be empty again.
create table limits (
  name text not null,
  caller bytea not null,
  empty_at timestamptz not null,
  primary key (name, caller)
);

create index limits_by_time on limits (empty_at);
