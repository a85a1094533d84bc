import { html, nothing } from "lit";
import { type Allergen, allergens, type Diet, diets, severities } from "../../shared/kitchen.ts";
import type { Guest } from "../../shared/party.ts";
import { drawChoices } from "../pieces/choices.ts";
import { drawField } from "../pieces/field.ts";
import type { Placing } from "../pieces/placing.ts";
import type { ShowingReply } from "../pieces/showing.ts";
import type { AllergyDraft, GuestDraft } from "../session/draft.ts";
import { isDietFor } from "../session/menu.ts";

/** Whose needs are drawn, and how they are changed. */
export interface Needs {
  showing: ShowingReply;
  guest: Guest;
  said: GuestDraft;
  change: (next: Partial<GuestDraft>) => void;
  placing: Placing;
}

/** What the kitchen must know of a guest: what, then how serious. */
export function drawNeeds(needs: Needs) {
  const { showing: { words }, guest, said, change } = needs;
  return html`
    <div class="needs" part="needs">
      ${drawDiets(needs)} ${drawAllergens(needs)}
      ${said.allergies.map((allergy) => drawAllergy(needs, allergy))}
      ${drawField({
        id: `${guest.id}-kitchen-note`,
        label: words.kitchenNote,
        optional: words.optional,
        value: said.kitchenNote,
        most: 500,
        onType: (kitchenNote) => change({ kitchenNote }),
      })}
    </div>
  `;
}

function drawDiets({ showing: { words }, guest, said, change }: Needs) {
  const asked = diets.filter((diet) => isDietFor(guest.age, diet));
  if (!asked.length) return nothing;
  return drawChoices({
    id: `${guest.id}-diets`,
    legend: words.dietsLabel,
    of: "some",
    as: "pills",
    choices: asked.map((diet) => ({
      value: diet,
      label: words.diets[diet],
      chosen: said.diets.includes(diet),
    })),
    onChoose: (value, on) => {
      const others = said.diets.filter((diet) => diet !== value);
      change({ diets: on ? [...others, value as Diet] : others });
    },
  });
}

function drawAllergens({ showing: { words }, guest, said, change }: Needs) {
  return drawChoices({
    id: `${guest.id}-allergens`,
    legend: words.allergensLabel,
    of: "some",
    as: "pills",
    choices: allergens.map((allergen) => ({
      value: allergen,
      label: words.allergens[allergen],
      chosen: said.allergies.some((one) => one.allergen === allergen),
    })),
    onChoose: (value, on) => {
      const allergen = value as Allergen;
      const others = said.allergies.filter((one) => one.allergen !== allergen);
      change({ allergies: on ? [...others, { allergen, severity: null, note: "" }] : others });
    },
  });
}

function drawAllergy({ showing: { words }, guest, said, change, placing }: Needs, {
  allergen,
  severity,
  note,
}: AllergyDraft) {
  const id = `${guest.id}-${allergen}`;
  const add = (next: Partial<AllergyDraft>) =>
    change({
      allergies: said.allergies.map((one) => one.allergen === allergen ? { ...one, ...next } : one),
    });
  const other = allergen === "other";
  const trouble = placing.at({ guestId: guest.id, allergen });
  const nameless = other && !note.trim();
  return html`
    <div class="allergy" part="allergy">
      ${other
        ? drawField({
          id: `${id}-which`,
          label: words.whichAllergen,
          value: note,
          most: 200,
          trouble: nameless ? trouble : undefined,
          onType: (typed) => add({ note: typed }),
        })
        : nothing}
      ${drawChoices({
        id: `${id}-severity`,
        legend: words.howSerious((other && note) || words.allergens[allergen]),
        of: "one",
        as: "rows",
        choices: severities.map((one) => ({
          value: one,
          label: words.severities[one],
          chosen: severity === one,
        })),
        trouble: nameless ? undefined : trouble,
        onChoose: (value) => add({ severity: severities.find((one) => one === value) ?? null }),
      })}
    </div>
  `;
}
