-- Which sites a page may carry: asked at every load of the script by a page of another origin.
create index sites_pages on sites using gin ((settings -> 'pages'));

-- The element's files of every build that was served. Pages that pin a version, and pages that were opened before an
-- upgrade, still find theirs; so nothing is ever deleted here. A build is some 200 kB.
create table widget_files (
  -- Of the build: a hash over all of its files.
  version text not null,
  path text not null,
  content bytea not null check (octet_length(content) <= 1048576),
  kept_at timestamptz not null,
  primary key (version, path)
);

-- What a page that was opened before an upgrade loads later, by its name alone, which has the content's hash.
create index widget_files_path on widget_files (path);
