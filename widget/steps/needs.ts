import { html, nothing } from "lit";
import { type Allergen, allergens, type Diet, severities } from "../../shared/kitchen.ts";
import type { Guest } from "../../shared/party.ts";
import { drawChoices } from "../pieces/choices.ts";
import { drawField } from "../pieces/field.ts";
import type { ShowingReply } from "../pieces/showing.ts";
import type { Placing } from "../pieces/placing.ts";
import { type AllergyDraft, type GuestDraft, guestIn } from "../session/draft.ts";
import { dietsFor } from "../session/menu.ts";
import type { ReplyState } from "../session/state.ts";

/** Asked seriously and once: is there anything, then what, then how serious. */
export function drawNeeds(
  showing: ShowingReply,
  state: ReplyState,
  guest: Guest,
  placing: Placing,
) {
  const said = guestIn(state.draft, guest.id);
  const { words, reply } = showing;
  const id = `${guest.id}-kitchen`;
  const change = (next: Partial<GuestDraft>) => reply.changeGuest(guest.id, next);
  const question = drawChoices({
    id,
    legend: words.kitchenQuestion,
    of: "one",
    as: "halves",
    choices: [
      { value: "no", label: words.kitchenNo, chosen: said.kitchen === false },
      { value: "yes", label: words.kitchenYes, chosen: said.kitchen === true },
    ],
    onChoose: (value) => change({ kitchen: value === "yes" }),
  });
  if (!said.kitchen) return question;

  const diets = dietsFor(guest.age);
  return html`
    ${question}
    <div class="needs">
      ${diets.length
        ? drawChoices({
          id: `${id}-diets`,
          legend: words.dietsLabel,
          of: "some",
          as: "pills",
          choices: diets.map((diet) => ({
            value: diet,
            label: words.diets[diet],
            chosen: said.diets.includes(diet),
          })),
          onChoose: (diet, on) => change({ diets: toggled(said.diets, diet as Diet, on) }),
        })
        : nothing} ${drawChoices({
          id: `${id}-allergens`,
          legend: words.allergensLabel,
          of: "some",
          as: "pills",
          choices: allergens.map((allergen) => ({
            value: allergen,
            label: words.allergens[allergen],
            chosen: said.allergies.some((one) => one.allergen === allergen),
          })),
          onChoose: (allergen, on) =>
            change({ allergies: withAllergen(said.allergies, allergen as Allergen, on) }),
        })} ${said.allergies.map((allergy) => drawAllergy(showing, said, guest, allergy, placing))}
      ${drawField({
        id: `${id}-note`,
        label: words.kitchenNote,
        optional: words.optional,
        value: said.kitchenNote,
        most: 500,
        onType: (kitchenNote) => change({ kitchenNote }),
      })}
    </div>
  `;
}

function drawAllergy(
  { words, reply }: ShowingReply,
  said: GuestDraft,
  guest: Guest,
  allergy: AllergyDraft,
  placing: Placing,
) {
  const { allergen, severity, note } = allergy;
  const id = `${guest.id}-${allergen}`;
  const change = (next: Partial<AllergyDraft>) =>
    reply.changeGuest(guest.id, {
      allergies: said.allergies.map((one) => one.allergen === allergen ? { ...one, ...next } : one),
    });
  const trouble = placing.at({ guestId: guest.id, allergen });
  const nameless = allergen === "other" && !note.trim();
  return html`
    <div class="allergy" part="allergy">
      ${allergen === "other"
        ? drawField({
          id: `${id}-which`,
          label: words.whichAllergen,
          value: note,
          most: 200,
          trouble: nameless ? trouble : undefined,
          onType: (typed) => change({ note: typed }),
        })
        : nothing} ${drawChoices({
          id: `${id}-severity`,
          legend: words.howSerious((allergen === "other" && note) || words.allergens[allergen]),
          of: "one",
          as: "rows",
          choices: severities.map((one) => ({
            value: one,
            label: words.severities[one],
            chosen: severity === one,
          })),
          trouble: nameless ? undefined : trouble,
          onChoose: (value) =>
            change({ severity: severities.find((one) => one === value) ?? null }),
        })}
    </div>
  `;
}

function toggled<Item>(list: readonly Item[], item: Item, on: boolean): Item[] {
  const others = list.filter((one) => one !== item);
  return on ? [...others, item] : others;
}

function withAllergen(list: AllergyDraft[], allergen: Allergen, on: boolean): AllergyDraft[] {
  const others = list.filter((one) => one.allergen !== allergen);
  return on ? [...others, { allergen, severity: null, note: "" }] : others;
}
