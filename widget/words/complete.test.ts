import assert from "node:assert/strict";
import { words as english } from "./en.ts";
import { loadLanguage } from "./languages.ts";
import type { Words } from "./words.ts";

const tags = ["ar", "cy", "de", "es", "fr", "he", "hi", "it", "ja", "nl", "pl", "pt", "zh"];

const about = {
  names: "Emma & James",
  guest: "Ana",
  event: "Dinner",
  left: 1,
  page: "https://ours.example",
  site: "our-wedding",
};

/** Every phrase by its place, functions said with examples. */
function phrases(words: Words): Map<string, string> {
  const said = new Map<string, string>();
  const say = (place: string, phrase: unknown, args: unknown[]): void => {
    if (typeof phrase === "string") said.set(place, phrase);
    else if (typeof phrase === "function") said.set(place, String(phrase(...args)));
    else {
      for (const [name, inner] of Object.entries(phrase as object)) {
        say(`${place}.${name}`, inner, place === "problems" ? [about] : args);
      }
    }
  };
  for (const [name, phrase] of Object.entries(words)) {
    const counts = ["counter", "left"].includes(name);
    say(name, phrase, examples[name] ?? (counts ? [2, "2"] : ["Ana", "Dinner", 2]));
  }
  return said;
}

const examples: Record<string, unknown[]> = {
  allComing: [3],
  noneComing: [3],
  send: [3],
  changeReply: [3],
  withdraw: [3],
  suffers: ["nuts"],
  progress: ["2", "4"],
};

/** How wide a phrase is, in letters: a Chinese or Japanese sign takes the room of two. */
function widthOf(phrase: string): number {
  return [...new Intl.Segmenter().segment(phrase)]
    .reduce(
      (width, { segment }) => width + (/[\u3000-\u9fff\uff00-\uffef]/.test(segment) ? 2 : 1),
      0,
    );
}

// What a phone of 320 px has room for: a third of a row, a pill, a link beside a sentence, a button, two lines of a
// heading; and what is still read.
const limits: { most: number; where: string; of: RegExp }[] = [
  {
    most: 16,
    where: "a third of a row",
    of: /^(willBeThere|cannotCome|notSure|kitchen(No|Yes)|yes|no)$/,
  },
  { most: 26, where: "a pill", of: /^(diets|allergens|severities)\./ },
  {
    most: 24,
    where: "a link",
    of: /^(change|startAfresh|showOther|resumeDraft|directions|withdraw(Yes|No))$/,
  },
  {
    most: 30,
    where: "a button",
    of:
      /^(find|finding|waitingButton|retry|next|back|sendNote|sendingNote|oneByOne|keepSaved|notYou|takeBack|send|sending|changeReply|withdraw|withdrawing|allComing|noneComing|addToCalendar|calendarFile|personalLink)$/,
  },
  { most: 40, where: "a heading", of: /Heading$/ },
  {
    most: 60,
    where: "a label",
    of: /(Label|Question|seatName|noteReach|noteText|whichAllergen|kitchenNote|before|after)$/,
  },
  { most: 130, where: "a sentence", of: /^(?!problems\.(page|site)-)/ },
  { most: 220, where: "an explanation", of: /^/ },
];

const languages = ["en", "en-US", ...tags];

for (const tag of tags) {
  Deno.test(`every phrase is there in ${tag}, says something, and is not English`, async () => {
    const { words } = await loadLanguage([tag]);
    const original = phrases(english);

    const said = phrases(words);

    assert.deepEqual([...said.keys()].toSorted(), [...original.keys()].toSorted());
    const same: string[] = [];
    for (const [place, phrase] of said) {
      assert.ok(phrase.trim() && !/undefined|NaN|\[object/.test(phrase), `${place}: ${phrase}`);
      if (phrase === original.get(place) && /[a-z]{4}/i.test(phrase)) same.push(place);
    }
    // A few words are the same in two languages: "Vegan", "Sesame". Sentences are not.
    assert.ok(same.length <= 4, `still English: ${same.join(", ")}`);
    assert.ok(
      same.every((place) => /diets|allergens|optional|calendarOf/.test(place)),
      same.join(),
    );
  });
}

for (const tag of languages) {
  Deno.test(`no phrase is longer than its place on a small phone in ${tag}`, async () => {
    const { words } = await loadLanguage([tag]);

    const overlong = [...phrases(words)].flatMap(([place, phrase]) => {
      const limit = limits.find(({ of }) => of.test(place));
      const width = widthOf(phrase);
      return limit && width > limit.most
        ? [`${place}: ${width} of ${limit.most} for ${limit.where}`]
        : [];
    });

    assert.deepEqual(overlong, []);
  });
}

Deno.test("plural forms differ where a language has them", async () => {
  const { words: polish } = await loadLanguage(["pl"]);
  const { words: arabic } = await loadLanguage(["ar"]);

  const inPolish = [1, 2, 5].map((count) => polish.counter(count, `${count}`).replace(/\d/g, ""));
  const inArabic = [1, 2, 5, 11].map((count) => arabic.left(count, `${count}`).replace(/\d/g, ""));
  assert.equal(new Set(inPolish).size, 3);
  assert.equal(new Set(inArabic).size, 4);
});

Deno.test("names and events that are put into a sentence are in it, in every language", async () => {
  for (const tag of languages) {
    const { words } = await loadLanguage([tag]);
    const told = ["Ana", "Dinner", 1] as const;
    const sentences = [words.comes(...told), words.misses(...told), words.unsure(...told)];
    for (const sentence of sentences) {
      assert.match(sentence, /Ana.*Dinner|Dinner.*Ana/, tag);
    }
    assert.match(words.staysAway("Ana", 1), /Ana/, tag);
    assert.match(words.noteHeading("Emma & James"), /Emma & James/, tag);
    assert.match(words.calendarOf("Dinner", "Google"), /Dinner.*Google|Google.*Dinner/, tag);
  }
});

Deno.test("American guests read American, British guests British", async () => {
  const { words: american } = await loadLanguage(["en-US"]);
  const { words: british } = await loadLanguage(["en-GB"]);
  const [inUs, inUk] = [phrases(american), phrases(british)];

  const different = [...inUs].filter(([place, phrase]) => inUk.get(place) !== phrase)
    .map(([place]) => place);
  assert.deepEqual(different.toSorted(), [
    "allergens.crustaceans",
    "allergens.molluscs",
    "allergens.nuts",
    "allergens.soy",
    "allergens.sulphites",
    "cannotCome",
    "full",
    "left",
    "problems.event-full",
    "startAfresh",
  ]);
  const isBritish =
    /sulph|mollusc|soya|afresh|no places|\w(our|ours)(ed|ite)\b|[^ei]ise\b|centre|whilst/i;
  const isAmerican = /sulf|mollusk|\bsoy\b|start over|no spots|color|favorite|ize\b|center/i;
  assert.deepEqual([...inUs.values()].filter((phrase) => isBritish.test(phrase)), []);
  assert.deepEqual([...inUk.values()].filter((phrase) => isAmerican.test(phrase)), []);
});

Deno.test("French never breaks a line before its marks", async () => {
  const { words } = await loadLanguage(["fr"]);

  assert.deepEqual([...phrases(words).values()].filter((phrase) => / [?!:;»]|« /.test(phrase)), []);
});
