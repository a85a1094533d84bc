import assert from "node:assert/strict";
import { join } from "node:path";
import { headcountsSchema } from "../../shared/headcount.ts";
import { siteFormSchema, siteSchema } from "../../shared/site.ts";
import { listHeadcounts } from "../headcount/list-headcounts.ts";
import { recountHeadcounts } from "../headcount/recount-headcounts.ts";
import { submitReply } from "../rsvp/submit-reply.ts";
import { changeSiteSettings } from "../sites/change-site-settings.ts";
import { readForm } from "../sites/read-form.ts";
import { siteOf } from "../sites/site-of.ts";
import { siteBy } from "../sites/sites.ts";
import { freshDatabase } from "../testing/database.ts";
import { asServer } from "../testing/fixtures.ts";
import { testDeps } from "../testing/test-deps.ts";
import { migrate } from "./migrate.ts";
import { migrationNames, migrationsFolder } from "./migration-files.ts";
import type { Sql } from "./sql.ts";

const [site, event, party, ana, rui] = [
  "site_1",
  "event_1",
  "party_1",
  "guest_ana",
  "guest_rui",
] as const;

/** Migrates to this number and no further. */
async function migrateTo(sql: Sql, last: number): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    for (const name of (await migrationNames(migrationsFolder)).slice(0, last)) {
      await Deno.copyFile(join(migrationsFolder, name), join(folder, name));
    }
    await migrate(sql, folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** A site as the sixth migration knew it: Ana comes, Rui has not answered. */
async function aSiteOfBefore(sql: Sql, keySealed: Uint8Array): Promise<void> {
  const settings = {
    names: "Emma & James",
    date: "2027-06-12",
    zone: "Europe/Lisbon",
    languages: ["en"],
    pages: ["https://ours.example"],
    formPage: null,
    deadline: null,
    theme: { preset: "page" },
    finding: { by: "name", secondFact: "when-two-match" },
    publicCounter: null,
    contact: {},
    questions: [],
    intro: "",
  };
  const headcount = {
    invited: 2,
    attending: 1,
    declined: 0,
    pending: 1,
    adults: 1,
    children: 0,
    infants: 0,
    meals: {},
    diets: {},
    allergies: {},
  };
  await sql`
    insert into sites (site_id, slug, settings, key_sealed, created_at)
    values (${site}, 'emma', ${settings}, ${keySealed}, now())
  `;
  await sql`
    insert into events (site_id, event_id, position, name, starts_at, zone)
    values (${site}, ${event}, 1, 'Dinner', '2027-06-12T18:00', 'Europe/Lisbon')
  `;
  await sql`
    insert into parties (site_id, party_id, code, name, contact_sealed, created_at)
    values (${site}, ${party}, 'ABCD', 'The Silvas', '', now())
  `;
  for (const guest of [ana, rui]) {
    await sql`
      insert into guests (site_id, guest_id, party_id, position, kind, name, age)
      values (${site}, ${guest}, ${party}, 1, 'named', 'A Silva', 'adult')
    `;
    await sql`
      insert into invitations (site_id, guest_id, event_id)
      values (${site}, ${guest}, ${event})
    `;
  }
  await sql`
    insert into replies (site_id, guest_id, event_id, attending)
    values (${site}, ${ana}, ${event}, true)
  `;
  await sql`
    insert into headcounts (site_id, event_id, headcount)
    values (${site}, ${event}, ${headcount})
  `;
}

Deno.test("a wedding from before 'not sure yet' keeps its numbers and may offer it", async () => {
  await using sql = await freshDatabase();
  const deps = await testDeps(sql);
  await migrateTo(sql, 6);
  await aSiteOfBefore(sql, await deps.keys.newSiteKey(site));

  await migrate(sql);

  const head = await siteBy(sql, "emma");
  assert.ok(head);
  assert.deepEqual(siteSchema.parse(siteOf(head)), siteOf(head));
  const form = await readForm(deps, head);
  assert.deepEqual(siteFormSchema.parse(form), form);
  assert.deepEqual([form.notSure, form.phrases], [false, {}]);
  const numbers = await listHeadcounts(deps, site);
  assert.deepEqual(headcountsSchema.parse(numbers), numbers);
  const recounted = await recountHeadcounts(deps, head);
  assert.deepEqual(recounted.get(event), numbers.events[0]?.headcount);

  await changeSiteSettings(deps, site, asServer, { notSure: true });
  const reply = { eventId: event, meals: {} };
  const { view } = await submitReply(deps, head, { id: party, name: "The Silvas" }, {
    key: "the first of this party",
    submission: {
      guests: [
        { guestId: ana, replies: [{ ...reply, attending: true }] },
        { guestId: rui, replies: [{ ...reply, attending: null }] },
      ].map((guest) => ({ ...guest, diets: [], allergies: [], answers: {} })),
      answers: {},
    },
    by: { kind: "guest", partyId: party },
  });

  assert.deepEqual(view.reply?.guests.map(({ replies }) => replies[0]?.attending), [true, null]);
  const [after] = (await listHeadcounts(deps, site)).events;
  assert.deepEqual(after?.headcount, { ...recounted.get(event), unsure: 1 });
});
