import assert from "node:assert/strict";
import { freshDatabase, freshPglite, freshPostgres } from "../testing/database.ts";
import { schemaFile } from "./dump-schema.ts";
import { migrate } from "./migrate.ts";
import { describeSchema } from "./schema.ts";

Deno.test("schema.sql is what the migrations amount to", async () => {
  await using sql = await freshDatabase();
  await migrate(sql);

  const schema = await describeSchema(sql);

  assert.equal(
    schema,
    await Deno.readTextFile(schemaFile),
    "run: deno run -A server/database/dump-schema.ts",
  );
});

const everything = `
  create table sites (
    site_id text primary key,
    number bigint generated always as identity,
    slug text not null unique,
    name varchar(40) collate "C",
    price numeric(10, 2) default 0.5,
    kinds text[] not null default '{}',
    settings jsonb not null default '{"a": [1, "b"]}',
    at timestamptz default now(),
    shout text generated always as (upper(slug)) stored,
    check (slug <> '' or name is not null),
    constraint short check (length(slug) < 40 and slug ~ '^[a-z]+$')
  );
  create table guests (
    site_id text references sites on delete cascade,
    guest_id text,
    age text check (age in ('adult', 'child')),
    gone integer,
    primary key (site_id, guest_id)
  );
  alter table guests drop column gone;
  create index guests_by_age on guests (site_id, age desc nulls last) include (guest_id) where age <> 'child';
  create unique index guests_once on guests (lower(guest_id)) nulls not distinct;
  create function wake() returns trigger language plpgsql as $$
  begin
    return new;
  end;
  $$;
  create trigger wakes after insert or update on guests for each row execute function wake();
`;

Deno.test("describeSchema() tells everything that a migration can make", async () => {
  await using sql = await freshDatabase();
  await sql.script(everything);

  const schema = await describeSchema(sql);

  for (
    const part of [
      "table guests",
      "  age text",
      "  guests_pkey PRIMARY KEY (site_id, guest_id)",
      "  guests_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(site_id) ON DELETE CASCADE",
      "  number bigint not null generated always as identity",
      '  name character varying(40) collate "C"',
      "  price numeric(10,2) default 0.5",
      "  shout text generated always as upper(slug)",
      "  CREATE UNIQUE INDEX guests_once ON public.guests USING btree (lower(guest_id)) NULLS NOT DISTINCT",
      "  CREATE TRIGGER wakes AFTER INSERT OR UPDATE ON public.guests FOR EACH ROW EXECUTE FUNCTION wake()",
      "CREATE OR REPLACE FUNCTION public.wake()",
    ]
  ) assert.ok(schema.includes(`\n${part}`), `${part}\nis missing in\n${schema}`);
  assert.doesNotMatch(schema, /gone|dropped/);
});

const serverUrl = Deno.env.get("TEST_DATABASE_URL");
Deno.test({
  name: "describeSchema() says the same on both ways to Postgres",
  ignore: !serverUrl,
  async fn() {
    await using pglite = await freshPglite();
    await using postgres = await freshPostgres(serverUrl ?? "");
    await pglite.script(everything);
    await postgres.script(everything);

    assert.equal(await describeSchema(pglite), await describeSchema(postgres));
  },
});
