import assert from "node:assert/strict";
import type { SiteForm } from "../../shared/site.ts";
import { formOf } from "./read-form.ts";
import { newSiteSchema } from "../../shared/site.ts";
import { formsScript } from "./forms-script.ts";

const server = "https://rsvp.test";

function aForm(slug: string, names: string): SiteForm {
  const site = newSiteSchema.parse({ slug, names, date: "2027-06-12", zone: "Europe/Lisbon" });
  const settings = { ...site, publicCounter: null };
  return formOf({ slug, settings }, null, new Date("2027-01-01"));
}

/** Runs the line as a browser would that has been showing the page for so long. */
function ran(script: string, { age = 0, navigation = "navigate" } = {}) {
  const world: { [name: symbol]: (server: string, site: string) => SiteForm | undefined } = {};
  let now = 5000;
  const performance = { now: () => now, getEntriesByType: () => [{ type: navigation }] };
  new Function("globalThis", "performance", `"use strict"${script}`)(world, performance);
  now += age;
  return (from: string, site: string) => world[Symbol.for("wedding-rsvp form")]?.(from, site);
}

Deno.test("the line gives each form to an element of its server and site, and to no other", () => {
  const forms = [aForm("ana-and-leo", "Ana & Leo"), aForm("zoe", `Zoë "<!--</script>" \u2028 \\`)];

  const form = ran(formsScript(server, forms));

  assert.deepEqual(form(server, "ana-and-leo"), forms[0]);
  assert.deepEqual(form(server, "zoe"), forms[1]);
  assert.equal(form("https://other.test", "zoe"), undefined);
  assert.equal(form(server, "toString"), undefined);
  assert.equal(form(server, "constructor"), undefined);
});

Deno.test("what is older than a minute, or comes up on going back, is asked for anew", () => {
  const script = formsScript(server, [aForm("zoe", "Zoë")]);

  assert.equal(ran(script, { age: 59_000 })(server, "zoe")?.names, "Zoë");
  assert.equal(ran(script, { age: 60_000 })(server, "zoe"), undefined);
  assert.equal(ran(script, { navigation: "back_forward" })(server, "zoe"), undefined);
});

Deno.test("no words of a couple end the script that holds them", () => {
  const script = formsScript(server, [aForm("zoe", "</script><!--<script>")]);

  assert.doesNotMatch(script, /<[/!s]/);
  assert.equal(formsScript(server, []), "");
});
