import { eventInputSchema } from "../../shared/events.ts";
import { type CourseId, type MealId, newId } from "../../shared/ids.ts";
import { type NewPartyInput, newPartySchema } from "../../shared/party.ts";
import { newSiteSchema } from "../../shared/site.ts";
import { newVendorSchema } from "../../shared/vendors.ts";
import type { Deps } from "../deps.ts";
import { addParty } from "../guests/add-party.ts";
import { partiesOf, type PartyRow } from "../guests/parties.ts";
import { changeSiteSettings } from "../sites/change-site-settings.ts";
import { createSite } from "../sites/create-site.ts";
import { saveEvent } from "../sites/save-event.ts";
import { siteBy, type SiteHead } from "../sites/sites.ts";
import { addVendor } from "../vendors/save-vendor.ts";
import { vendorsOf } from "../vendors/vendors.ts";
import { endpointsOf } from "../webhooks/endpoints.ts";
import { unsealSecrets } from "../webhooks/endpoint-secrets.ts";
import { addEndpoint } from "../webhooks/save-endpoint.ts";

const slug = "emma-and-james";
const by = { kind: "server" } as const;

/** The demo wedding, made at the first start and found again at the next. */
export async function demoWedding(
  deps: Deps,
  { page, hook }: { page: string; hook: string },
): Promise<{ site: SiteHead; party: PartyRow }> {
  const known = await siteBy(deps.sql, slug);
  const site = known ?? await makeWedding(deps, page, hook);
  const parties = await partiesOf(deps.sql, site.id, { after: "", most: 50 });
  const party = parties.find(({ name }) => name === "The Silva family");
  if (!party) throw new Error("Cannot show the demo: its guests are gone. Remove the data folder.");
  return { site, party };
}

async function makeWedding(deps: Deps, page: string, hook: string): Promise<SiteHead> {
  const site = await createSite(
    deps,
    undefined,
    newSiteSchema.parse({
      slug,
      names: "Emma & James",
      date: "2027-06-12",
      zone: "Europe/Lisbon",
      pages: [page],
      formPage: `${page}/`,
      intro: "We can’t wait to celebrate with you.",
      contact: { mail: "emma.and.james@example.com" },
      deadline: {
        at: "2027-05-01T23:59:59+01:00",
        after: "closed",
        message: "Our caterer has the final count. Please write to us.",
      },
      theme: { preset: "classic" },
      questions: [
        {
          id: newId("question"),
          kind: "yes-no",
          for: "party",
          label: "Shall we book you a seat on the bus back?",
        },
        {
          id: newId("question"),
          kind: "text",
          for: "party",
          label: "Which song gets you dancing?",
        },
      ],
    }),
  );
  const { ceremony, dinner } = await addEvents(deps, site);
  await changeSiteSettings(deps, site.id, by, { publicCounter: dinner.id });
  const both = [ceremony.id, dinner.id];
  for (const party of demoParties(both, [dinner.id])) {
    await addParty(deps, site, by, newPartySchema.parse(party));
  }
  const caterer = await addVendor(
    deps,
    site,
    by,
    newVendorSchema.parse({
      kind: "caterer",
      name: "Quinta Kitchen",
      quietSeconds: 2,
      maySee: { allergiesByGuest: true },
    }),
  );
  await addEndpoint(deps, site, by, caterer.id, { url: hook, types: ["headcount.changed"] });
  await addVendor(
    deps,
    site,
    by,
    newVendorSchema.parse({ kind: "venue", name: "Quinta das Rosas" }),
  );
  return site;
}

async function addEvents(deps: Deps, site: SiteHead) {
  const place = { name: "Quinta das Rosas", address: "Estrada da Serra 12, Sintra" };
  const ceremony = await saveEvent(deps, site.id, by, {
    event: eventInputSchema.parse({
      name: "Ceremony",
      startsAt: "2027-06-12T14:00",
      endsAt: "2027-06-12T15:00",
      zone: "Europe/Lisbon",
      place,
    }),
  });
  const dinner = await saveEvent(deps, site.id, by, {
    event: eventInputSchema.parse({
      name: "Dinner",
      startsAt: "2027-06-12T18:30",
      endsAt: "2027-06-13T01:00",
      zone: "Europe/Lisbon",
      place,
      capacity: 120,
      courses: [course("Main course", [
        { name: "Sea bass", note: "with fennel and lemon", for: "adult" },
        { name: "Slow-roast lamb", note: "with rosemary potatoes", for: "adult" },
        { name: "Wild mushroom risotto", note: "vegetarian", for: "everyone" },
        { name: "Children’s pasta", for: "child" },
      ])],
    }),
  });
  return { ceremony, dinner };
}

function course(
  name: string,
  meals: { name: string; note?: string; for: "everyone" | "adult" | "child" }[],
) {
  return {
    id: newId("course") as CourseId,
    name,
    meals: meals.map((meal) => ({ ...meal, id: newId("meal") as MealId })),
  };
}

function demoParties(
  both: `event_${string}`[],
  evening: `event_${string}`[],
): NewPartyInput[] {
  return [
    {
      name: "The Silva family",
      contact: { name: "Ana Silva", mail: "ana.silva@example.com", phone: "+351 912 000 417" },
      guests: [
        { name: "Ana Silva", events: both },
        { name: "Leo Silva", age: "child", events: both },
        { events: both },
      ],
    },
    {
      name: "Christopher & Katherine Brown",
      contact: { mail: "chris.brown@example.com" },
      guests: [
        { name: "Christopher Brown", events: both },
        { name: "Katherine Brown", events: both },
      ],
    },
    {
      name: "Zoë O’Connor",
      contact: { phone: "+353 85 000 2210" },
      guests: [{ name: "Zoë O’Connor", events: both }, { events: evening }],
    },
    {
      name: "The Müllers",
      guests: [
        { name: "Jürgen Müller", events: both },
        { name: "Anne-Marie Müller", events: both },
        { name: "Mia Müller", age: "infant", events: both },
      ],
    },
    { name: "Priya Raman", guests: [{ name: "Priya Raman", events: evening }] },
  ];
}

/** The secret that the demo caterer verifies with: the server that made it runs in this process. */
export async function demoSecret(deps: Deps, site: SiteHead): Promise<string> {
  const keys = await deps.keys.forSite(site);
  for (const vendor of await vendorsOf(deps.sql, site.id)) {
    for (const endpoint of await endpointsOf(deps.sql, site.id, vendor.id)) {
      return (await unsealSecrets(keys, endpoint)).current;
    }
  }
  throw new Error("Cannot show the demo: its caterer is gone. Remove the data folder.");
}
