-- This guest's answer for this event; no row: pending.
create table replies (
  site_id text not null,
  guest_id text not null,
  event_id text not null,
  attending boolean not null,
  meals jsonb not null default '{}',
  primary key (site_id, guest_id, event_id),
  foreign key (site_id, guest_id, event_id) references invitations on delete cascade
);

create index replies_by_event on replies (site_id, event_id);

-- The party's latest submission: diets, allergies, answers and notes are sealed.
create table saved_replies (
  site_id text not null,
  party_id text not null,
  submitted_at timestamptz not null,
  change_number bigint not null,
  sent_by text not null check (sent_by in ('guest', 'member')),
  late boolean not null,
  sealed bytea not null,
  primary key (site_id, party_id),
  foreign key (site_id, party_id) references parties on delete cascade
);

-- Keys of submissions already taken: the same press of Send, repeated on a bad line, acts once.
create table submissions (
  site_id text not null references sites on delete cascade,
  key text not null,
  party_id text not null,
  -- Keyed digest of the body: the same key with another body is refused.
  body_mac bytea not null,
  change_number bigint not null,
  taken_at timestamptz not null,
  primary key (site_id, key)
);

create index submissions_by_time on submissions (taken_at);

create table headcounts (
  site_id text not null,
  event_id text not null,
  headcount jsonb not null,
  primary key (site_id, event_id),
  foreign key (site_id, event_id) references events on delete cascade
);
