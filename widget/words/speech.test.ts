import assert from "node:assert/strict";
import type { SiteForm } from "../../shared/site.ts";
import { aForm } from "../testing/invitation.ts";
import { createSpeech } from "./speech.ts";

/** Speaks to a page until there is something to say. */
async function listen(
  written: string[],
  form: SiteForm | undefined,
  speech = speechThatWaits(),
) {
  for (;;) {
    const learned = speech.next();
    const said = speech.heard(written, form);
    if (said) return { speech, said };
    await learned;
  }
}

function speechThatWaits() {
  let tell = () => {};
  const speech = createSpeech(() => tell());
  return { ...speech, next: () => new Promise<void>((resolve) => tell = resolve) };
}

Deno.test("the first step waits for the couple's own phrases: no word changes while it is read", async () => {
  const { speech, said } = await listen(["en-GB"], undefined);
  assert.equal(said.words.find, "Find my invitation");
  const form = aForm({ phrases: { en: { find: "Let me in" } } });

  assert.equal(speech.heard(["en-GB"], form), undefined);
  const after = await listen(["en-GB"], form, speech);

  assert.equal(after.said.words.find, "Let me in");
});

Deno.test("what is said after the first step comes with it, once it is asked for", async () => {
  const { speech, said } = await listen(["en-US"], aForm());
  assert.equal(said.all, undefined);

  assert.equal(await speech.complete(), true);

  assert.equal(speech.heard(["en-US"], aForm())?.all?.allergens.sulphites, "Sulfites");
});

Deno.test("a form keeps its words until those of another language are there", async () => {
  const form = aForm({ phrases: { de: { next: "Los!" } } });
  const { speech } = await listen(["en"], form);
  await speech.complete();

  const learned = speech.next();
  assert.equal(speech.heard(["de"], form)?.all?.next, "Continue");
  await learned;

  assert.equal(speech.heard(["de"], form)?.all?.next, "Los!");
});

Deno.test("phrases for one region are said to guests of another", async () => {
  const form = aForm({ languages: ["pt-BR"], phrases: { "pt-BR": { find: "Cadê meu convite?" } } });

  const { said } = await listen(["pt-PT"], form);

  assert.equal(said.tag, "pt-PT");
  assert.equal(said.words.find, "Cadê meu convite?");
});
