import assert from "node:assert/strict";
import { summarise } from "./summary.ts";
import { aGuest, aQuestion, aSavedReply, aView } from "./testing/invitation.ts";
import { words } from "./words/en.ts";
import { createFormats } from "./words/formats.ts";
import { loadLanguage } from "./words/languages.ts";

const telling = { words, formats: createFormats("en-GB") };
const yes = (meal?: string) => ({
  eventId: "event_dinner" as const,
  attending: true,
  meals: meal ? { course_main: meal as `meal_${string}` } : {},
});
const no = { eventId: "event_dinner" as const, attending: false, meals: {} };
const nothing = { diets: [], allergies: [], answers: {} };

Deno.test("summarise() names guests who say the same in one sentence", () => {
  const said = aSavedReply();

  const { coming } = summarise(telling, aView(), said);

  assert.deepEqual(coming, ["Ana, Leo and Mia will be there for Ceremony and Dinner."]);
});

Deno.test("summarise() says who stays away, and from what", () => {
  const said = aSavedReply({
    guests: [
      {
        guestId: "guest_ana",
        replies: [{ eventId: "event_ceremony", attending: true, meals: {} }, no],
        ...nothing,
      },
      { guestId: "guest_leo", replies: [no], ...nothing },
    ],
  });

  const { coming } = summarise(telling, aView({ guests: [aGuest("Ana"), aGuest("Leo")] }), said);

  assert.deepEqual(coming, [
    "Ana will be there for Ceremony. Ana can’t come to Dinner.",
    "Leo can’t come.",
  ]);
});

Deno.test("summarise() tells the kitchen meal, diet and how serious an allergy is", () => {
  const said = aSavedReply({
    guests: [{
      guestId: "guest_leo",
      replies: [yes("meal_risotto")],
      diets: ["vegetarian"],
      allergies: [
        { allergen: "nuts", severity: "life-threatening" },
        { allergen: "other", severity: "allergy", note: "kiwi" },
      ],
      kitchenNote: "No coriander",
      answers: {},
    }],
  });

  const { guests } = summarise(telling, aView(), said);

  assert.deepEqual(guests, [{
    guestId: "guest_leo",
    name: "Leo",
    kitchen:
      "Mushroom risotto; vegetarian, allergic to nuts (life-threatening), allergic to kiwi; No coriander",
    answers: [],
  }]);
});

Deno.test("summarise() calls an open seat by the name that was given to it", () => {
  const guests = [{ guestId: "guest_seat" as const, name: "Noor", replies: [yes()], ...nothing }];
  const view = aView({ guests: [aGuest(null)] });

  const { coming } = summarise(telling, view, aSavedReply({ guests }));

  assert.deepEqual(coming, ["Noor will be there for Dinner."]);
});

Deno.test("summarise() repeats the couple's questions with what was answered", () => {
  const options = [{ id: "option_bus" as const, label: "Bus" }, {
    id: "option_car" as const,
    label: "Car",
  }];
  const view = aView({
    questions: [
      aQuestion({ id: "question_way", kind: "some-of", label: "How do you come?", options }),
      aQuestion({ id: "question_dance", kind: "yes-no", label: "Will you dance?", for: "guest" }),
    ],
  });
  const said = aSavedReply({ answers: { question_way: ["option_bus", "option_car"] } });
  const [ana] = said.guests;
  if (ana) ana.answers = { question_dance: false };

  const { answers, guests } = summarise(telling, view, said);

  assert.deepEqual(answers, [{ question: "How do you come?", answer: "Bus and Car" }]);
  assert.deepEqual(guests[0]?.answers, [{ question: "Will you dance?", answer: "No" }]);
});

Deno.test("summarise() says who is not sure yet, and about what", () => {
  const unsure = { eventId: "event_dinner" as const, attending: null, meals: {} };
  const said = aSavedReply({
    guests: [
      {
        guestId: "guest_ana",
        replies: [{ eventId: "event_ceremony", attending: true, meals: {} }, unsure],
        ...nothing,
      },
      {
        guestId: "guest_leo",
        replies: [{ eventId: "event_ceremony", attending: false, meals: {} }, unsure],
        ...nothing,
      },
    ],
  });

  const { coming } = summarise(telling, aView({ guests: [aGuest("Ana"), aGuest("Leo")] }), said);

  assert.deepEqual(coming, [
    "Ana will be there for Ceremony. Ana is not sure yet about Dinner.",
    "Leo is not sure yet about Dinner. Leo can’t come to Ceremony.",
  ]);
});

Deno.test("summarise() writes diets and allergens as the language does in mid-sentence", async () => {
  const said = aSavedReply({
    guests: [{
      guestId: "guest_leo",
      replies: [yes()],
      diets: ["vegetarian"],
      allergies: [{ allergen: "nuts", severity: "allergy" }],
      answers: {},
    }],
  });

  const { guests: [leo] } = summarise(await loadLanguage(["de"]), aView(), said);

  assert.equal(leo?.kitchen, "vegetarisch, allergisch gegen Nüsse");
  const { guests: [inChinese] } = summarise(await loadLanguage(["zh"]), aView(), said);
  assert.equal(inChinese?.kitchen, "素食，对坚果过敏");
});

Deno.test("summarise() passes by a seat that nobody takes where somebody stays away by name", () => {
  const view = aView({ guests: [aGuest("Leo"), aGuest(null)] });
  const away = (guestId: "guest_leo" | "guest_seat") => ({ guestId, replies: [no], ...nothing });
  const unsure = { eventId: "event_dinner" as const, attending: null, meals: {} };
  const say = (guests: Parameters<typeof aSavedReply>[0]) =>
    summarise(telling, view, aSavedReply(guests)).coming;

  assert.deepEqual(say({ guests: [away("guest_leo"), away("guest_seat")] }), ["Leo can’t come."]);
  const leo = { guestId: "guest_leo" as const, replies: [yes()], ...nothing };
  assert.deepEqual(say({ guests: [leo, away("guest_seat")] }), [
    "Leo will be there for Dinner.",
    "Your guest can’t come.",
  ]);
  const both = (["guest_leo", "guest_seat"] as const)
    .map((guestId) => ({ guestId, replies: [unsure], ...nothing }));
  assert.deepEqual(say({ guests: both }), ["Leo and your guest are not sure yet about Dinner."]);
});
