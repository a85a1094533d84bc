-- What the migrations amount to. Written by dump-schema.ts.

table api_keys
  site_id text not null
  key_id text not null
  name text not null
  secret_hash bytea not null
  role text not null
  added_at timestamp with time zone not null
  last_used_on date
  revoked_at timestamp with time zone
  api_keys_pkey PRIMARY KEY (site_id, key_id)
  api_keys_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'planner'::text, 'viewer'::text])))
  api_keys_secret_hash_key UNIQUE (secret_hash)
  api_keys_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(site_id) ON DELETE CASCADE

table attempts
  site_id text not null
  delivery_id text not null
  number integer not null
  tried_at timestamp with time zone not null
  status integer
  problem text
  duration_ms integer not null
  answer text not null
  attempts_pkey PRIMARY KEY (site_id, delivery_id, number)
  attempts_site_id_delivery_id_fkey FOREIGN KEY (site_id, delivery_id) REFERENCES deliveries(site_id, delivery_id) ON DELETE CASCADE

table changes
  site_id text not null
  number bigint not null
  type text not null
  happened_at timestamp with time zone not null
  done_by jsonb not null
  data jsonb not null
  hash text not null
  changes_pkey PRIMARY KEY (site_id, number)
  changes_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(site_id) ON DELETE CASCADE

table deliveries
  site_id text not null
  delivery_id text not null
  endpoint_id text not null
  type text not null
  change_number bigint not null
  state text not null
  body_sealed bytea
  may_see jsonb
  attempts integer not null default 0
  attempts_before integer not null default 0
  next_attempt_at timestamp with time zone
  claimed_by text
  created_at timestamp with time zone not null
  deliveries_pkey PRIMARY KEY (site_id, delivery_id)
  deliveries_site_id_endpoint_id_fkey FOREIGN KEY (site_id, endpoint_id) REFERENCES endpoints(site_id, endpoint_id) ON DELETE CASCADE
  deliveries_state_check CHECK ((state = ANY (ARRAY['gathering'::text, 'owed'::text, 'delivered'::text, 'failed'::text, 'dropped'::text])))
  CREATE INDEX deliveries_by_endpoint ON public.deliveries USING btree (site_id, endpoint_id, created_at)
  CREATE INDEX deliveries_due ON public.deliveries USING btree (next_attempt_at) WHERE (next_attempt_at IS NOT NULL)
  CREATE UNIQUE INDEX deliveries_gathering ON public.deliveries USING btree (site_id, endpoint_id, type) WHERE (state = 'gathering'::text)

table endpoints
  site_id text not null
  endpoint_id text not null
  vendor_id text not null
  url_sealed bytea not null
  secrets_sealed bytea not null
  types text[] not null
  disabled text
  failing_since timestamp with time zone
  added_at timestamp with time zone not null
  endpoints_disabled_check CHECK ((disabled = ANY (ARRAY['by-member'::text, 'gone'::text, 'failing'::text])))
  endpoints_pkey PRIMARY KEY (site_id, endpoint_id)
  endpoints_site_id_vendor_id_fkey FOREIGN KEY (site_id, vendor_id) REFERENCES vendors(site_id, vendor_id) ON DELETE CASCADE
  CREATE INDEX endpoints_by_vendor ON public.endpoints USING btree (site_id, vendor_id)

table events
  site_id text not null
  event_id text not null
  position integer not null
  name text not null
  starts_at text not null
  ends_at text
  zone text not null
  place jsonb
  about text
  capacity integer
  courses jsonb not null default '[]'::jsonb
  events_pkey PRIMARY KEY (site_id, event_id)
  events_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(site_id) ON DELETE CASCADE

table followers
  follower text not null
  followers_pkey PRIMARY KEY (follower)

table guest_words
  site_id text not null
  word text not null
  guest_id text not null
  guest_words_pkey PRIMARY KEY (site_id, word, guest_id)
  guest_words_site_id_guest_id_fkey FOREIGN KEY (site_id, guest_id) REFERENCES guests(site_id, guest_id) ON DELETE CASCADE
  CREATE INDEX guest_words_by_guest ON public.guest_words USING btree (site_id, guest_id)

table guests
  site_id text not null
  guest_id text not null
  party_id text not null
  position integer not null
  kind text not null
  name text
  age text not null
  guests_age_check CHECK ((age = ANY (ARRAY['adult'::text, 'child'::text, 'infant'::text])))
  guests_check CHECK (((kind = 'open'::text) OR (name IS NOT NULL)))
  guests_kind_check CHECK ((kind = ANY (ARRAY['named'::text, 'open'::text])))
  guests_pkey PRIMARY KEY (site_id, guest_id)
  guests_site_id_party_id_fkey FOREIGN KEY (site_id, party_id) REFERENCES parties(site_id, party_id) ON DELETE CASCADE
  CREATE INDEX guests_by_party ON public.guests USING btree (site_id, party_id)

table headcounts
  site_id text not null
  event_id text not null
  headcount jsonb not null
  headcounts_pkey PRIMARY KEY (site_id, event_id)
  headcounts_site_id_event_id_fkey FOREIGN KEY (site_id, event_id) REFERENCES events(site_id, event_id) ON DELETE CASCADE

table import_mappings
  site_id text not null
  headers_mac bytea not null
  sealed bytea not null
  saved_at timestamp with time zone not null
  import_mappings_pkey PRIMARY KEY (site_id, headers_mac)
  import_mappings_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(site_id) ON DELETE CASCADE

table import_pages
  site_id text not null
  import_id text not null
  kind text not null
  number integer not null
  sealed bytea not null
  import_pages_kind_check CHECK ((kind = ANY (ARRAY['added'::text, 'changed'::text, 'merged'::text, 'left'::text, 'undecided'::text, 'refused'::text, 'problems'::text, 'before'::text])))
  import_pages_pkey PRIMARY KEY (site_id, import_id, kind, number)
  import_pages_site_id_import_id_fkey FOREIGN KEY (site_id, import_id) REFERENCES imports(site_id, import_id) ON DELETE CASCADE

table imports
  site_id text not null
  import_id text not null
  state text not null
  seen_change bigint not null
  head_sealed bytea not null
  file_sealed bytea
  first_change bigint
  last_change bigint
  undo_first_change bigint
  undo_last_change bigint
  created_at timestamp with time zone not null
  imports_pkey PRIMARY KEY (site_id, import_id)
  imports_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(site_id) ON DELETE CASCADE
  imports_state_check CHECK ((state = ANY (ARRAY['preview'::text, 'accepted'::text, 'undone'::text])))
  CREATE INDEX imports_by_time ON public.imports USING btree (created_at) WHERE (state = 'preview'::text)

table invitations
  site_id text not null
  guest_id text not null
  event_id text not null
  invitations_pkey PRIMARY KEY (site_id, guest_id, event_id)
  invitations_site_id_event_id_fkey FOREIGN KEY (site_id, event_id) REFERENCES events(site_id, event_id) ON DELETE CASCADE
  invitations_site_id_guest_id_fkey FOREIGN KEY (site_id, guest_id) REFERENCES guests(site_id, guest_id) ON DELETE CASCADE
  CREATE INDEX invitations_by_event ON public.invitations USING btree (site_id, event_id, guest_id)

table limits
  name text not null
  caller bytea not null
  empty_at timestamp with time zone not null
  limits_pkey PRIMARY KEY (name, caller)
  CREATE INDEX limits_by_time ON public.limits USING btree (empty_at)

table members
  site_id text not null
  member_id text not null
  mail_index bytea not null
  mail_sealed bytea not null
  role text not null
  added_at timestamp with time zone not null
  members_pkey PRIMARY KEY (site_id, member_id)
  members_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'planner'::text, 'viewer'::text])))
  members_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(site_id) ON DELETE CASCADE
  members_site_id_mail_index_key UNIQUE (site_id, mail_index)
  CREATE INDEX members_by_mail ON public.members USING btree (mail_index)

table migrations
  number integer not null
  name text not null
  sha256 text not null
  applied_at timestamp with time zone not null default now()
  migrations_pkey PRIMARY KEY (number)

table notes
  site_id text not null
  note_id text not null
  sealed bytea not null
  received_at timestamp with time zone not null
  settled boolean not null default false
  notes_pkey PRIMARY KEY (site_id, note_id)
  notes_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(site_id) ON DELETE CASCADE

table owed_changes
  follower text not null
  site_id text not null
  number bigint not null
  owed_changes_follower_fkey FOREIGN KEY (follower) REFERENCES followers(follower) ON DELETE CASCADE
  owed_changes_pkey PRIMARY KEY (follower, site_id, number)
  owed_changes_site_id_number_fkey FOREIGN KEY (site_id, number) REFERENCES changes(site_id, number) ON DELETE CASCADE

table parties
  site_id text not null
  party_id text not null
  code text not null
  name text not null
  link_version integer not null default 1
  contact_sealed bytea not null
  mail_index bytea
  phone_index bytea
  created_at timestamp with time zone not null
  parties_pkey PRIMARY KEY (site_id, party_id)
  parties_site_id_code_key UNIQUE (site_id, code)
  parties_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(site_id) ON DELETE CASCADE
  CREATE INDEX parties_by_mail ON public.parties USING btree (site_id, mail_index) WHERE (mail_index IS NOT NULL)
  CREATE INDEX parties_by_phone ON public.parties USING btree (site_id, phone_index) WHERE (phone_index IS NOT NULL)

table replies
  site_id text not null
  guest_id text not null
  event_id text not null
  attending boolean
  meals jsonb not null default '{}'::jsonb
  replies_pkey PRIMARY KEY (site_id, guest_id, event_id)
  replies_site_id_guest_id_event_id_fkey FOREIGN KEY (site_id, guest_id, event_id) REFERENCES invitations(site_id, guest_id, event_id) ON DELETE CASCADE
  CREATE INDEX replies_by_event ON public.replies USING btree (site_id, event_id, guest_id)

table saved_replies
  site_id text not null
  party_id text not null
  submitted_at timestamp with time zone not null
  change_number bigint not null
  sent_by text not null
  late boolean not null
  sealed bytea not null
  saved_replies_pkey PRIMARY KEY (site_id, party_id)
  saved_replies_sent_by_check CHECK ((sent_by = ANY (ARRAY['guest'::text, 'member'::text])))
  saved_replies_site_id_party_id_fkey FOREIGN KEY (site_id, party_id) REFERENCES parties(site_id, party_id) ON DELETE CASCADE

table sessions
  secret_hash bytea not null
  mail_index bytea not null
  mail_sealed bytea not null
  expires_at timestamp with time zone not null
  sessions_pkey PRIMARY KEY (secret_hash)

table sign_in_links
  secret_hash bytea not null
  mail_index bytea not null
  mail_sealed bytea not null
  expires_at timestamp with time zone not null
  sign_in_links_pkey PRIMARY KEY (secret_hash)

table sites
  site_id text not null
  slug text not null
  settings jsonb not null
  key_sealed bytea not null
  change_number bigint not null default 0
  last_hash text not null default ''::text
  created_at timestamp with time zone not null
  sites_pkey PRIMARY KEY (site_id)
  sites_slug_key UNIQUE (slug)
  CREATE INDEX sites_pages ON public.sites USING gin (((settings -> 'pages'::text)))

table submissions
  site_id text not null
  key text not null
  party_id text not null
  body_mac bytea not null
  change_number bigint not null
  taken_at timestamp with time zone not null
  submissions_pkey PRIMARY KEY (site_id, key)
  submissions_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(site_id) ON DELETE CASCADE
  CREATE INDEX submissions_by_time ON public.submissions USING btree (taken_at)

table vendors
  site_id text not null
  vendor_id text not null
  kind text not null
  name text not null
  contact_sealed bytea not null
  may_see jsonb not null
  quiet_seconds integer not null
  added_at timestamp with time zone not null
  vendors_pkey PRIMARY KEY (site_id, vendor_id)
  vendors_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(site_id) ON DELETE CASCADE

table widget_files
  version text not null
  path text not null
  content bytea not null
  kept_at timestamp with time zone not null
  widget_files_content_check CHECK ((octet_length(content) <= 1048576))
  widget_files_pkey PRIMARY KEY (version, path)
  CREATE INDEX widget_files_path ON public.widget_files USING btree (path)
