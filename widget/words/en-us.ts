import type { LaterWords } from "./words.ts";

/** American English: what it says otherwise, once an invitation is open. The first step reads the same in both. */
export const americanise = (british: LaterWords): LaterWords => ({
  ...british,
  cannotCome: "Can’t make it",
  left: (left, shown) => left === 1 ? "One spot left" : `${shown} spots left`,
  full: "No spots left",
  startAfresh: "Start over",
  allergens: {
    ...british.allergens,
    crustaceans: "Crustacean shellfish",
    molluscs: "Mollusks",
    nuts: "Tree nuts",
    soy: "Soy",
    sulphites: "Sulfites",
  },
  problems: {
    ...british.problems,
    "event-full": ({ left, event }) =>
      left > 0
        ? `Only ${left} of you can still come to ${event}: there are no more spots.`
        : `${event} is full now. We are sorry.`,
  },
});
