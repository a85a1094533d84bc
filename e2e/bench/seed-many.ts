import { personalToken } from "../../server/access/personal-link.ts";
import { recountHeadcounts } from "../../server/headcount/recount-headcounts.ts";
import { saveHeadcounts } from "../../server/headcount/headcounts.ts";
import type { Deps } from "../../server/deps.ts";
import { newId, randomCharacters, type SiteId } from "../../shared/ids.ts";
import { bodyOf, type Press, type SeededSite, seedSite } from "./seed.ts";

/** A site with so many parties of three, copied from the first; and the submissions of some of them, spread over all. */
export async function seedBigSite(
  deps: Deps,
  { parties, replying }: { parties: number; replying: number },
): Promise<SeededSite> {
  const seeded = await seedSite(deps, 1);
  const { site, events, parties: [first] } = seeded;
  if (!first) throw new Error("There is nothing to copy.");
  const suffixes = Array.from({ length: parties - 1 }, (_, at) => String(at).padStart(5, "0"));
  await copyParty(deps, site.id, suffixes);
  const headcounts = await recountHeadcounts(deps, site);
  const rows = [...headcounts].map(([eventId, headcount]) => ({ eventId, headcount }));
  await deps.sql.begin((tx) => saveHeadcounts(tx, site.id, rows));

  const keys = await deps.keys.forSite(site);
  const step = Math.max(1, Math.floor(suffixes.length / replying));
  const chosen = suffixes.filter((_, at) => at % step === 0).slice(0, replying);
  const presses = await Promise.all(chosen.map(async (suffix): Promise<Press> => ({
    slug: site.slug,
    token: await personalToken(keys, { code: first.party.code + suffix, linkVersion: 1 }),
    body: bodyOf(first.guests.map(({ id }) => `${id}${suffix}` as const), events),
  })));
  return { ...seeded, presses };
}

async function copyParty({ sql }: Deps, siteId: SiteId, suffixes: string[]): Promise<void> {
  await sql`
    insert into parties (site_id, party_id, code, name, contact_sealed, created_at)
    select site_id, party_id || suffix, code || suffix, name, contact_sealed, created_at
    from parties, unnest(${suffixes}::text[]) as suffix
    where site_id = ${siteId}
  `;
  await sql`
    insert into guests (site_id, guest_id, party_id, position, kind, name, age)
    select site_id, guest_id || suffix, party_id || suffix, position, kind, name, age
    from guests, unnest(${suffixes}::text[]) as suffix
    where site_id = ${siteId}
  `;
  await sql`
    insert into guest_words (site_id, word, guest_id)
    select site_id, word, guest_id || suffix
    from guest_words, unnest(${suffixes}::text[]) as suffix
    where site_id = ${siteId}
  `;
  await sql`
    insert into invitations (site_id, guest_id, event_id)
    select site_id, guest_id || suffix, event_id
    from invitations, unnest(${suffixes}::text[]) as suffix
    where site_id = ${siteId}
  `;
}

/** So many sites like this one, each with a key of its own; and the submissions of parties of some of them. */
export async function copySite(
  deps: Deps,
  { site, parties, presses }: SeededSite,
  { count, replying }: { count: number; replying: number },
): Promise<Press[]> {
  const copies = await Promise.all(Array.from({ length: count }, async () => {
    const id = newId("site");
    return { id, slug: `site-${randomCharacters(12)}`, keySealed: await deps.keys.newSiteKey(id) };
  }));
  const ids = copies.map(({ id }) => id);
  await deps.sql`
    insert into sites (site_id, slug, settings, key_sealed, change_number, last_hash, created_at)
    select copy.site_id, copy.slug, settings, copy.key_sealed, change_number, last_hash, created_at
    from sites, unnest(
      ${ids}::text[], ${copies.map(({ slug }) => slug)}::text[],
      ${copies.map(({ keySealed }) => keySealed)}::bytea[]
    ) as copy(site_id, slug, key_sealed)
    where sites.site_id = ${site.id}
  `;
  // Ids within a site may be those of another.
  for (const table of tables) await copyRows(deps, table, site.id, ids);
  const step = Math.max(1, Math.floor(count / replying));
  const chosen = copies.filter((_, at) => at % step === 0).slice(0, replying);
  const pressed = await Promise.all(chosen.map(async (copy) => {
    const keys = await deps.keys.forSite(copy);
    return await Promise.all(parties.map(async ({ party }, at): Promise<Press> => ({
      slug: copy.slug,
      token: await personalToken(keys, party),
      body: presses[at]?.body ?? "",
    })));
  }));
  return pressed.flat();
}

/** What a wedding has before anybody replied, each table after those that it refers to. */
const tables = [
  "events",
  "headcounts",
  "parties",
  "guests",
  "guest_words",
  "invitations",
  "changes",
];

async function copyRows({ sql }: Deps, table: string, from: SiteId, to: SiteId[]): Promise<void> {
  const columns = await sql<{ name: string }>`
    select column_name as name
    from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and column_name <> 'site_id'
  `;
  const names = columns.map(({ name }) => name).join(", ");
  // Names of tables and columns cannot be parameters; ids are letters and digits.
  await sql.script(`
    insert into ${table} (site_id, ${names})
    select copy_id, ${names}
    from ${table}, unnest('{${to.join(",")}}'::text[]) as copy_id
    where site_id = '${from}'
  `);
}
