create table parties (
  site_id text not null references sites on delete cascade,
  party_id text not null,
  -- Printed on the card; with the site's key it makes the personal link.
  code text not null,
  name text not null,
  -- Raised to revoke the party's personal links.
  link_version integer not null default 1,
  contact_sealed bytea not null,
  -- Keyed digests, to find a mail address or telephone number without storing it in the clear.
  mail_index bytea,
  phone_index bytea,
  created_at timestamptz not null,
  primary key (site_id, party_id),
  unique (site_id, code)
);

create index parties_by_mail on parties (site_id, mail_index) where mail_index is not null;
create index parties_by_phone on parties (site_id, phone_index) where phone_index is not null;

create table guests (
  site_id text not null,
  guest_id text not null,
  party_id text not null,
  position integer not null,
  kind text not null check (kind in ('named', 'open')),
  name text,
  age text not null check (age in ('adult', 'child', 'infant')),
  primary key (site_id, guest_id),
  foreign key (site_id, party_id) references parties on delete cascade,
  check (kind = 'open' or name is not null)
);

create index guests_by_party on guests (site_id, party_id);

-- Normalised words of named guests' names, for finding an invitation.
create table guest_words (
  site_id text not null,
  word text not null,
  guest_id text not null,
  primary key (site_id, word, guest_id),
  foreign key (site_id, guest_id) references guests on delete cascade
);

create index guest_words_by_guest on guest_words (site_id, guest_id);

create table invitations (
  site_id text not null,
  guest_id text not null,
  event_id text not null,
  primary key (site_id, guest_id, event_id),
  foreign key (site_id, guest_id) references guests on delete cascade,
  foreign key (site_id, event_id) references events on delete cascade
);

create index invitations_by_event on invitations (site_id, event_id);

-- A word to the couple from somebody whom the form could not help.
create table notes (
  site_id text not null references sites on delete cascade,
  note_id text not null,
  sealed bytea not null,
  received_at timestamptz not null,
  settled boolean not null default false,
  primary key (site_id, note_id)
);
