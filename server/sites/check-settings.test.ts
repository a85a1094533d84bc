import assert from "node:assert/strict";
import { newId } from "../../shared/ids.ts";
import { newSiteSchema, type SiteSettings } from "../../shared/site.ts";
import { checkSettings } from "./check-settings.ts";

const publicUrl = "https://rsvp.test/weddings";
const event = { id: newId("event") };

function settings(overrides: Partial<SiteSettings>): SiteSettings {
  const { slug: _, ...given } = newSiteSchema.parse({
    slug: "emma-and-james",
    names: "Emma & James",
    date: "2027-06-12",
    zone: "Europe/Lisbon",
  });
  return { ...given, publicCounter: null, ...overrides };
}

const pages = ["https://ours.example", "https://*.ours.example"];

Deno.test("the form's page is one of the site's pages, by pattern or exactly, or the server's own", () => {
  const allowed = [
    "https://ours.example/rsvp?lang=pt",
    "https://www.ours.example/",
    "https://rsvp.test/r/emma-and-james",
    null,
  ];

  for (const formPage of allowed) checkSettings(settings({ pages, formPage }), [], publicUrl);
});

Deno.test("another page for the form is refused, with the origin that is missing", () => {
  const refused = [
    ["https://theirs.example/rsvp", "https://theirs.example"],
    ["http://ours.example/rsvp", "http://ours.example"],
    ["https://ours.example:8443/", "https://ours.example:8443"],
    ["https://a.b.ours.example/", "https://a.b.ours.example"],
  ] as const;

  for (const [formPage, origin] of refused) {
    const message = `${origin} is not one of the site's pages: add it there, too.`;
    assert.throws(() => checkSettings(settings({ pages, formPage }), [], publicUrl), {
      code: "invalid-input",
      message,
      more: { issues: [{ path: ["formPage"], message }] },
    });
  }
});

Deno.test("a public counter counts an event of the site", () => {
  checkSettings(settings({ publicCounter: event.id }), [event], publicUrl);

  assert.throws(() => checkSettings(settings({ publicCounter: event.id }), [], publicUrl), {
    code: "invalid-input",
    message: `No event of this site is ${event.id}.`,
  });
});
