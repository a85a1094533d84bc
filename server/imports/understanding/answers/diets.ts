import type { Diet } from "../../../../shared/kitchen.ts";
import { foldAnswer } from "./fold-answer.ts";

const words: Record<Diet, string> = {
  vegetarian: "vegetarian|veggie|veg|vegetarisch|vegetarier|vegetarierin|vegetariano|vegetariana|" +
    "vegetarien|vegetarienne|lacto vegetarian",
  vegan: "vegan|veganer|veganerin|vegano|vegana|vegane|végan|plant based",
  pescatarian: "pescatarian|pescetarian|pescatariano|pescetarisch|pescovegetarian",
  "gluten-free": "gluten free|gf|glutenfrei|sin gluten|sans gluten|senza glutine|sem gluten|" +
    "coeliac|celiac|zoliakie|celiaco|celiaca|glutenvrij",
  "dairy-free": "dairy free|lactose free|laktosefrei|sin lactosa|sans lactose|no dairy|milchfrei|" +
    "senza lattosio|sem lactose",
  halal: "halal",
  kosher: "kosher|koscher|casher|kasher",
  "no-pork": "no pork|kein schweinefleisch|sin cerdo|sans porc",
  "no-alcohol": "no alcohol|kein alkohol|sin alcohol|sans alcool|non drinker",
};
const known = new Map<string, Diet>();
for (const diet of Object.keys(words).filter(isDiet)) {
  for (const word of words[diet].split("|")) known.set(word, diet);
}
const nothing = new Set(
  "none|no|n a|na|n/a|nil|nothing|keine|keins|ninguna|ninguno|no aplica|aucune|aucun|nessuna|nenhuma|geen|no restrictions|0"
    .split("|"),
);

/** The diets of a cell, and its text where it says more than those. */
export function readDiet(cell: string): { diets: Diet[]; note: string | null } {
  if (cell.length > 500) return { diets: [], note: cell };
  if (nothing.has(foldAnswer(cell)) || foldAnswer(cell) === "") return { diets: [], note: null };
  const pieces = cell.split(/\s*(?:[,;\/&+\n]|\band\b|\bund\b|\by\b|\bet\b)\s*/iu).filter(Boolean);
  const diets = pieces.map((piece) => known.get(foldAnswer(piece)));
  const found = [...new Set(diets.filter((diet) => diet !== undefined))];
  return { diets: found, note: diets.includes(undefined) ? cell : null };
}

function isDiet(word: string): word is Diet {
  return word in words;
}
