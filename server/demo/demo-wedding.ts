import { eventInputSchema } from "../../shared/events.ts";
import { type CourseId, type MealId, newId } from "../../shared/ids.ts";
import { newSiteSchema } from "../../shared/site.ts";
import { newVendorSchema } from "../../shared/vendors.ts";
import { personOf } from "../access/person.ts";
import type { Deps } from "../deps.ts";
import { partiesOf, type PartyRow } from "../guests/parties.ts";
import { changeSiteSettings } from "../sites/change-site-settings.ts";
import { createSite } from "../sites/create-site.ts";
import { saveEvent } from "../sites/save-event.ts";
import { siteBy, type SiteHead } from "../sites/sites.ts";
import { addVendor } from "../vendors/save-vendor.ts";
import { vendorsOf } from "../vendors/vendors.ts";
import { type EndpointRow, endpointsOf } from "../webhooks/endpoints.ts";
import { unsealSecrets, unsealUrl } from "../webhooks/endpoint-secrets.ts";
import { addEndpoint, changeEndpoint } from "../webhooks/save-endpoint.ts";
import { importDemoGuests } from "./import-demo-guests.ts";

const slug = "emma-and-james";

/** Who may sign in to manage the demo wedding; the link is printed in the terminal. */
export const demoOwner = "emma.and.james@example.com";
const by = { kind: "server" } as const;

/** The demo wedding, made at the first start and found again at the next. */
export async function demoWedding(
  deps: Deps,
  { page, hook }: { page: string; hook: string },
): Promise<{ site: SiteHead; party: PartyRow }> {
  const known = await siteBy(deps.sql, slug);
  const site = known ?? await makeWedding(deps, page, hook);
  // Whatever ports it runs on this time.
  await changeSiteSettings(deps, site.id, by, { pages: pagesOf(page), formPage: `${page}/` });
  await pointCaterer(deps, site, hook);
  const parties = await partiesOf(deps.sql, site.id, { after: "", most: 50 });
  const party = parties.find(({ name }) => name === "The Silva family");
  if (!party) throw new Error("Cannot show the demo: its guests are gone. Remove the data folder.");
  return { site, party };
}

/** The page under both names that this machine has for itself. */
function pagesOf(page: string): string[] {
  return [page, page.replace("localhost", "127.0.0.1")];
}

async function pointCaterer(deps: Deps, site: SiteHead, hook: string): Promise<void> {
  const endpoint = await demoEndpoint(deps, site);
  const keys = await deps.keys.forSite(site);
  if (await unsealUrl(keys, endpoint) === hook) return;
  await changeEndpoint(deps, site, by, endpoint.id, { url: hook });
}

/** The Saturday that is two hundred days ahead: a demo that never closes. */
export function demoDay(now: Date): string {
  const day = new Date(now.getTime() + 200 * 86_400_000);
  return daysBefore(day.toISOString().slice(0, 10), day.getUTCDay() - 6);
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}

async function makeWedding(deps: Deps, page: string, hook: string): Promise<SiteHead> {
  const day = demoDay(deps.now());
  const site = await createSite(
    deps,
    await personOf(deps.keys, demoOwner),
    newSiteSchema.parse({
      slug,
      names: "Emma & James",
      date: day,
      zone: "Europe/Lisbon",
      pages: pagesOf(page),
      formPage: `${page}/`,
      intro: "We can’t wait to celebrate with you.",
      contact: { mail: demoOwner },
      deadline: {
        at: daysBefore(day, 42) + "T22:59:59Z",
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
  const dinner = await addEvents(deps, site, day);
  await changeSiteSettings(deps, site.id, by, { publicCounter: dinner.id });
  await importDemoGuests(deps, site, by);
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

/** The two events; the dinner is the one that counts. */
async function addEvents(deps: Deps, site: SiteHead, day: string) {
  const place = { name: "Quinta das Rosas", address: "Estrada da Serra 12, Sintra" };
  await saveEvent(deps, site.id, by, {
    event: eventInputSchema.parse({
      name: "Ceremony",
      startsAt: `${day}T14:00`,
      endsAt: `${day}T15:00`,
      zone: "Europe/Lisbon",
      place,
    }),
  });
  return await saveEvent(deps, site.id, by, {
    event: eventInputSchema.parse({
      name: "Dinner",
      startsAt: `${day}T18:30`,
      endsAt: `${daysBefore(day, -1)}T01:00`,
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

/** The secret that the demo caterer verifies with: the server that made it runs in this process. */
export async function demoSecret(deps: Deps, site: SiteHead): Promise<string> {
  const endpoint = await demoEndpoint(deps, site);
  return (await unsealSecrets(await deps.keys.forSite(site), endpoint)).current;
}

async function demoEndpoint(deps: Deps, site: SiteHead): Promise<EndpointRow> {
  for (const vendor of await vendorsOf(deps.sql, site.id)) {
    const [endpoint] = await endpointsOf(deps.sql, site.id, vendor.id);
    if (endpoint) return endpoint;
  }
  throw new Error("Cannot show the demo: its caterer is gone. Remove the data folder.");
}
