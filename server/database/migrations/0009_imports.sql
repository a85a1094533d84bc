-- A guest list that arrived as a file. Until it is accepted it is a preview, and nothing of it is on the list.
create table imports (
  site_id text not null references sites on delete cascade,
  import_id text not null,
  state text not null check (state in ('preview', 'accepted', 'undone')),
  -- The site's number when the preview was made: what happened since may have changed it.
  seen_change bigint not null,
  -- What the file is, what of it was recognised, what the couple chose, and the counts.
  head_sealed bytea not null,
  -- Its cells; null once it was accepted.
  file_sealed bytea,
  -- The changes that accepting it wrote, and those that undoing it wrote.
  first_change bigint,
  last_change bigint,
  undo_first_change bigint,
  undo_last_change bigint,
  created_at timestamptz not null,
  primary key (site_id, import_id)
);

create index imports_by_time on imports (created_at) where state = 'preview';

-- What will happen, or has happened, to the parties of the file; the rows that were refused; every problem; and, of an
-- accepted import, the parties that it changed as they were before. Some of them in each row.
create table import_pages (
  site_id text not null,
  import_id text not null,
  kind text not null check (
    kind in ('added', 'changed', 'merged', 'left', 'undecided', 'refused', 'problems', 'before')
  ),
  number integer not null,
  sealed bytea not null,
  primary key (site_id, import_id, kind, number),
  foreign key (site_id, import_id) references imports on delete cascade
);

-- What columns mean, by the headers of the file: for the next one that has the same.
create table import_mappings (
  site_id text not null references sites on delete cascade,
  -- Keyed digest of the headers.
  headers_mac bytea not null,
  sealed bytea not null,
  saved_at timestamptz not null,
  primary key (site_id, headers_mac)
);

-- By site and event alone these indexes looked as good as the primary keys to a planner without statistics, and each check of a
-- foreign key read all guests of the event: five seconds for the replies of ten thousand.
drop index invitations_by_event;
create index invitations_by_event on invitations (site_id, event_id, guest_id);
drop index replies_by_event;
create index replies_by_event on replies (site_id, event_id, guest_id);
