import { type Allergen, allergens, diets, severities } from "../../shared/kitchen.ts";
import type { Guest } from "../../shared/party.ts";
import { type AllergyDraft, type Draft, guestIn } from "../../widget/session/draft.ts";
import { isDietFor } from "../../widget/session/menu.ts";
import type { Asked } from "./asked.ts";
import type { Showing } from "./showing.ts";
import { withGuest } from "./with-guest.ts";

/** Asked seriously and once: is there anything, then what, then how serious. */
export function askKitchen({ words }: Showing, draft: Draft, guest: Guest): Asked[] {
  const { kitchen, allergies } = guestIn(draft, guest.id);
  const place = { guestId: guest.id };
  const first: Asked = {
    name: `kitchen.${guest.id}`,
    label: words.kitchenQuestion,
    control: {
      of: "one",
      as: "halves",
      choices: [
        { value: "no", label: words.kitchenNo, chosen: kitchen === false },
        { value: "yes", label: words.kitchenYes, chosen: kitchen === true },
      ],
    },
    place: { ...place, allergen: "any" },
    take: (draft, [answer]) =>
      answer === undefined ? draft : withGuest(draft, guest.id, { kitchen: answer === "yes" }),
  };
  if (!kitchen) return [first];
  return [
    first,
    ...askDiets(words, draft, guest),
    askAllergens(words, draft, guest),
    ...allergies.flatMap((allergy) => askAllergy(words, guest, allergy)),
    {
      name: `kitchen-note.${guest.id}`,
      label: words.kitchenNote,
      optional: true,
      control: { of: "text", value: guestIn(draft, guest.id).kitchenNote, most: 500 },
      place: { ...place, allergen: "note" },
      take: (draft, [kitchenNote = ""]) => withGuest(draft, guest.id, { kitchenNote }),
    },
  ];
}

function askDiets(words: Showing["words"], draft: Draft, guest: Guest): Asked[] {
  const offered = diets.filter((diet) => isDietFor(guest.age, diet));
  if (offered.length === 0) return [];
  const said = guestIn(draft, guest.id);
  return [{
    name: `diets.${guest.id}`,
    label: words.dietsLabel,
    control: {
      of: "some",
      as: "pills",
      choices: offered.map((diet) => ({
        value: diet,
        label: words.diets[diet],
        chosen: said.diets.includes(diet),
      })),
    },
    place: { guestId: guest.id, allergen: "diet" },
    take: (draft, said) =>
      withGuest(draft, guest.id, { diets: offered.filter((diet) => said.includes(diet)) }),
  }];
}

function askAllergens(words: Showing["words"], draft: Draft, guest: Guest): Asked {
  const { allergies } = guestIn(draft, guest.id);
  return {
    name: `allergens.${guest.id}`,
    label: words.allergensLabel,
    control: {
      of: "some",
      as: "pills",
      choices: allergens.map((allergen) => ({
        value: allergen,
        label: words.allergens[allergen],
        chosen: allergies.some((one) => one.allergen === allergen),
      })),
    },
    place: { guestId: guest.id, allergen: "which" },
    take(draft, said) {
      const before = guestIn(draft, guest.id).allergies;
      const known = before.filter(({ allergen }) => said.includes(allergen));
      const added = allergens.filter((allergen) =>
        said.includes(allergen) && !known.some((one) => one.allergen === allergen)
      ).map((allergen) => ({ allergen, severity: null, note: "" }));
      return withGuest(draft, guest.id, { allergies: [...known, ...added] });
    },
  };
}

function askAllergy(
  words: Showing["words"],
  guest: Guest,
  { allergen, severity, note }: AllergyDraft,
): Asked[] {
  const place = { guestId: guest.id, allergen };
  const other = allergen === "other";
  const which: Asked = {
    name: `which.${guest.id}.${allergen}`,
    label: words.whichAllergen,
    control: { of: "text", value: note, most: 200 },
    place,
    only: "allergen-missing",
    take: (draft, [note = ""]) => withAllergy(draft, guest.id, allergen, { note }),
  };
  const howSerious: Asked = {
    name: `severity.${guest.id}.${allergen}`,
    label: words.howSerious((other && note) || words.allergens[allergen]),
    control: {
      of: "one",
      as: "rows",
      choices: severities.map((one) => ({
        value: one,
        label: words.severities[one],
        chosen: severity === one,
      })),
    },
    place,
    only: "severity-missing",
    take(draft, [answer]) {
      const severity = severities.find((one) => one === answer);
      return severity ? withAllergy(draft, guest.id, allergen, { severity }) : draft;
    },
  };
  return other ? [which, howSerious] : [howSerious];
}

function withAllergy(
  draft: Draft,
  guestId: string,
  allergen: Allergen,
  change: Partial<AllergyDraft>,
): Draft {
  const allergies = guestIn(draft, guestId).allergies.map((one) =>
    one.allergen === allergen ? { ...one, ...change } : one
  );
  return withGuest(draft, guestId, { allergies });
}
