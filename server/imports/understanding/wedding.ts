import type { WeddingEvent } from "../../../shared/events.ts";

/** What of the wedding is needed to understand a guest list. */
export interface Wedding {
  events: readonly Pick<WeddingEvent, "id" | "name" | "courses">[];
  /** Two letters: telephone numbers without a country's number are of it. */
  country: string;
  /** In which the list may be written, beside English. */
  languages?: readonly string[];
}
