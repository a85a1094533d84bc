// Free of zod: the element lists these too.

/** The fourteen allergens of Annex II of Regulation (EU) No 1169/2011, and anything else. */
export const allergens = [
  "celery",
  "crustaceans",
  "eggs",
  "fish",
  "gluten",
  "lupin",
  "milk",
  "molluscs",
  "mustard",
  "nuts",
  "peanuts",
  "sesame",
  "soy",
  "sulphites",
  "other",
] as const;
export type Allergen = (typeof allergens)[number];

/** From what may kill to what is merely disliked. */
export const severities = ["life-threatening", "allergy", "intolerance", "preference"] as const;
export type Severity = (typeof severities)[number];

export const diets = [
  "vegetarian",
  "vegan",
  "pescatarian",
  "gluten-free",
  "dairy-free",
  "halal",
  "kosher",
  "no-pork",
  "no-alcohol",
] as const;
export type Diet = (typeof diets)[number];
