import assert from "node:assert/strict";
import { randomCharacters } from "../../shared/ids.ts";
import type { ProblemBody } from "../../shared/problems.ts";
import type { Site } from "../../shared/site.ts";
import { changesAfter } from "../changes/changes.ts";
import { testDatabase } from "../testing/database.ts";
import { anEvent, aSite } from "../testing/fixtures.ts";
import { anApiKey } from "../testing/fixtures-access.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { readForm } from "./read-form.ts";
import { siteRoutes } from "./routes.ts";
import { siteBy } from "./sites.ts";

const sql = await testDatabase();

/** A site with a planner's key, and ways to change it and to read its news. */
async function aPlanner() {
  const deps = await testDeps(sql);
  const { call } = testApp(deps, siteRoutes);
  const site = await aSite(deps);
  const token = await anApiKey(deps, site, "planner");
  const change = <Body = Site>(body: unknown) =>
    call<Body>(`PATCH /v1/sites/${site.id}`, { token, body });
  const news = async () => {
    const changes = await changesAfter(sql, site.id, 1, 100);
    return changes.map(({ type, data }) => ({ type, data }));
  };
  return { deps, site, change, news };
}

Deno.test("a change is news that names the fields which really changed", async () => {
  const { change, news, site } = await aPlanner();

  const { status, body } = await change({
    names: "Emma & James",
    intro: "Come!",
    theme: { preset: "deco" },
  });

  assert.equal(status, 200);
  assert.deepEqual(
    [body.intro, body.theme.preset, body.date, body.slug],
    ["Come!", "deco", "2027-06-12", site.slug],
  );
  assert.deepEqual(await news(), [
    { type: "site.changed", data: { what: ["intro", "theme"] } },
  ]);
  const saved = await siteBy(sql, site.id);
  assert.equal(saved?.changeNumber, body.changeNumber);
  assert.equal(saved?.settings.intro, "Come!");
});

Deno.test("a change to what is so already is no news", async () => {
  const { change, news, site } = await aPlanner();

  const { status, body } = await change({
    names: "Emma & James",
    slug: site.slug,
    theme: { preset: "page" },
  });

  assert.equal(status, 200);
  assert.equal(body.changeNumber, 1);
  assert.deepEqual(await news(), []);
});

Deno.test("a site changes its short name, unless another has it", async () => {
  const { deps, change, news, site } = await aPlanner();
  const other = await aSite(deps);
  const slug = `site-${randomCharacters(12)}`;

  const taken = await change<{ code: string }>({ slug: other.slug });
  const renamed = await change({ slug });

  assert.equal(taken.body.code, "slug-taken");
  assert.equal(renamed.body.slug, slug);
  assert.equal((await siteBy(sql, slug))?.id, site.id);
  assert.equal(await siteBy(sql, site.slug), undefined);
  assert.deepEqual(await news(), [{ type: "site.changed", data: { what: ["slug"] } }]);
});

Deno.test("a page that carries the form cannot leave the list of pages", async () => {
  const { change } = await aPlanner();

  await change({ formPage: "https://ours.example/rsvp" });
  const refused = await change<{ code: string }>({ pages: [] });
  const both = await change({ pages: [], formPage: null });

  assert.equal(refused.body.code, "invalid-input");
  assert.equal(both.status, 200);
});

Deno.test("a public counter counts an event of this site, not of another", async () => {
  const { deps, site, change } = await aPlanner();
  const event = await anEvent(deps, site);
  const theirs = await anEvent(deps, await aSite(deps));

  const refused = await change<{ code: string }>({ publicCounter: theirs.id });
  const shown = await change({ publicCounter: event.id });

  assert.equal(refused.body.code, "invalid-input");
  assert.equal(shown.body.publicCounter, event.id);
});

Deno.test("questions are saved as a whole; ids that are left out are made, others stay", async () => {
  const { change } = await aPlanner();
  const coming = { id: "question_bus", kind: "yes-no", for: "party", label: "A seat on the bus?" };
  const from = {
    kind: "one-of",
    for: "party",
    label: "From where?",
    options: [{ label: "Sintra" }, { id: "option_lisbon", label: "Lisbon" }],
    shownWhen: { question: "question_bus", is: true },
  };

  const { body } = await change({ questions: [coming, from] });

  const [first, second] = body.questions;
  assert.deepEqual(first, { ...coming, required: false });
  assert.match(second?.id ?? "", /^question_[0-9a-z]{16}$/);
  assert.ok(second?.kind === "one-of");
  assert.match(second.options[0]?.id ?? "", /^option_[0-9a-z]{16}$/);
  assert.equal(second.options[1]?.id, "option_lisbon");
  assert.equal((await change({ questions: body.questions })).body.changeNumber, body.changeNumber);
});

Deno.test("an unknown setting is refused by name", async () => {
  const { change, news } = await aPlanner();

  const { status, body } = await change<{ code: string; detail: string }>({ colour: "red" });

  assert.equal(status, 422);
  assert.match(body.detail, /colour/);
  assert.deepEqual(await news(), []);
});

Deno.test("a third answer and the couple's own words are settings that the form tells", async () => {
  const { deps, site, change, news } = await aPlanner();
  const phrases = { en: { findHeading: "Will you come?", replyBy: "By {date}, please." } };

  const { body } = await change({ notSure: true, phrases });
  const german = await change({ phrases: { de: { findHeading: "Kommt ihr?" } } });
  const saved = await siteBy(sql, site.id);

  assert.deepEqual([body.notSure, body.phrases], [true, phrases]);
  assert.deepEqual(german.body.phrases, { de: { findHeading: "Kommt ihr?" } });
  assert.ok(saved);
  const form = await readForm(deps, saved);
  assert.deepEqual([form.notSure, form.phrases], [true, german.body.phrases]);
  assert.deepEqual(await news(), [
    { type: "site.changed", data: { what: ["notSure", "phrases"] } },
    { type: "site.changed", data: { what: ["phrases"] } },
  ]);
});

Deno.test("a phrase or a blank that the form does not have is refused by its path", async () => {
  const { change, news } = await aPlanner();

  const { status, body } = await change<ProblemBody>({
    phrases: { en: { greeting: "Hello", replyBy: "By {day}" } },
  });

  assert.equal(status, 422);
  assert.equal(body.code, "invalid-input");
  assert.deepEqual(body.issues?.map(({ path }) => path), [
    ["phrases", "en", "greeting"],
    ["phrases", "en", "replyBy"],
  ]);
  assert.deepEqual(await news(), []);
});
