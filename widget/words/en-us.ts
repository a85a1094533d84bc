import { words as british } from "./en.ts";
import type { Words } from "./words.ts";

export const words: Words = {
  ...british,
  secondFactHint:
    "The last four digits of your phone, your email address, or the code on your card",
  noteReachHint: "An email address or phone number",
  cannotCome: "Can’t make it",
  startAfresh: "Start over",
  allergens: {
    ...british.allergens,
    molluscs: "Mollusks",
    nuts: "Tree nuts",
    sulphites: "Sulfites",
  },
};
