import assert from "node:assert/strict";
import {
  newSiteSchema,
  pageSchema,
  siteChangesSchema,
  siteSettingsSchema,
  slugSchema,
} from "./site.ts";

const least = { slug: "emma", names: "Emma & James", date: "2027-06-12", zone: "Europe/Lisbon" };

Deno.test("slugSchema takes short names that read well in an address", () => {
  for (const slug of ["emma", "emma-and-james", "e2j", "x".repeat(60)]) {
    assert.equal(slugSchema.safeParse(slug).success, true, slug);
  }
  for (
    const slug of [
      "ej",
      "x".repeat(61),
      "-emma",
      "emma-",
      "Emma",
      "emma james",
      "emma_james",
      "emma/james",
      "émma",
      "..",
      "site_1",
      "",
    ]
  ) assert.equal(slugSchema.safeParse(slug).success, false, slug);
});

Deno.test("pageSchema takes origins as browsers write them", () => {
  for (
    const page of [
      "https://ours.example",
      "https://www.ours.example",
      "https://ours.example:8443",
      "https://*.ours.example",
      "https://xn--hchzeit-90a.example",
      "http://localhost:5173",
      "http://127.0.0.1:8788",
      "http://[::1]:8788",
      "https://localhost",
    ]
  ) assert.equal(pageSchema.safeParse(page).success, true, page);
});

Deno.test("pageSchema refuses whatever would let in more than one site, or nobody", () => {
  for (
    const page of [
      "http://ours.example",
      "https://ours.example/",
      "https://ours.example/rsvp",
      "https://ours.example?x",
      "https://ours.example#x",
      "https://Ours.example",
      "https://ours.example.",
      "https://user@ours.example",
      "https://*",
      "https://*.example",
      "https://*.*.example",
      "https://a.*.example",
      "https://o*.ours.example",
      "*",
      "*.ours.example",
      "null",
      "ours.example",
      "file://",
      "javascript://ours.example",
      "https://ours.example\nhttps://evil.example",
      "https://ours .example",
      `https://${"a".repeat(300)}.example`,
      "",
    ]
  ) assert.equal(pageSchema.safeParse(page).success, false, page);
});

Deno.test("a new site needs a name, a date and a zone; everything else starts sensibly", () => {
  assert.deepEqual(newSiteSchema.parse(least), {
    ...least,
    languages: ["en"],
    pages: [],
    formPage: null,
    deadline: null,
    theme: { preset: "page" },
    finding: { by: "name", secondFact: "when-two-match" },
    contact: {},
    questions: [],
    notSure: false,
    phrases: {},
    intro: "",
  });
  for (const name of Object.keys(least)) {
    assert.equal(newSiteSchema.safeParse({ ...least, [name]: undefined }).success, false, name);
  }
});

Deno.test("what a site starts with are settings that it may keep", () => {
  const { slug: _, ...settings } = newSiteSchema.parse(least);

  const kept = { ...settings, publicCounter: null };

  assert.deepEqual(siteSettingsSchema.parse(kept), kept);
});

Deno.test("changes of a site name what changes, and nothing that is no setting", () => {
  assert.deepEqual(siteChangesSchema.parse({}), {});
  assert.deepEqual(siteChangesSchema.parse({ names: " Emma ", deadline: null }), {
    names: "Emma",
    deadline: null,
  });
  for (
    const change of [{ id: "site_1" }, { changeNumber: 7 }, { colour: "red" }, { names: null }]
  ) {
    assert.equal(siteChangesSchema.safeParse(change).success, false, JSON.stringify(change));
  }
});

Deno.test("a page that carries the form is on the web: no script, no file", () => {
  const formPage = (formPage: string) => siteChangesSchema.safeParse({ formPage }).success;

  assert.ok(formPage("https://ours.example/rsvp#form"));
  assert.ok(formPage("http://localhost:8788/"));
  for (const address of ["javascript:alert(1)", "data:text/html,x", "file:///x", "/rsvp", "rsvp"]) {
    assert.ok(!formPage(address), address);
  }
});

Deno.test("a deadline is a moment, and says what happens after it", () => {
  const deadline = (deadline: unknown) => siteChangesSchema.safeParse({ deadline }).success;

  assert.ok(deadline({ at: "2027-05-01T23:59:59+01:00", after: "late" }));
  assert.ok(deadline({ at: "2027-05-01T22:59:59Z", after: "closed", message: "Call Emma." }));
  assert.ok(!deadline({ at: "2027-05-01T23:59:59", after: "late" }));
  assert.ok(!deadline({ at: "2027-05-01T22:59:59Z", after: "perhaps" }));
  assert.ok(!deadline({ at: "2027-05-01T22:59:59Z" }));
});

Deno.test("colours of a theme are colours, so that no style can be smuggled in", () => {
  const accent = (accent: string) => siteChangesSchema.safeParse({ theme: { accent } }).success;

  assert.ok(accent("#7a4b3a"));
  assert.ok(accent("#7A4B3A"));
  for (const colour of ["red", "#7a4", "#7a4b3a;}", "url(//evil.example)", "#7a4b3a\n", ""]) {
    assert.ok(!accent(colour), colour);
  }
});
