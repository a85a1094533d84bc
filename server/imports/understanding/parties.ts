import type { Age } from "../../../shared/events.ts";
import type { Diet } from "../../../shared/kitchen.ts";

/** What a file says of a guest and an event. `invited`: nothing about a reply. */
export type ImportInvited =
  | "invited"
  | "attending"
  | "declined"
  | "pending"
  | "unsure"
  | "not-invited";

export interface ImportPhone {
  /** The international form, as E.164 has it. */
  number: string;
  original: string;
}

export interface ImportContact {
  /** Only our own files say whose it is. */
  name: string | null;
  mail: string | null;
  phone: ImportPhone | null;
  /** In one line. */
  address: string | null;
}

/** What the file says in words, with the header of its column. */
export interface ImportWords {
  row: number;
  label: string;
  text: string;
}

export interface ImportAnswer extends ImportWords {
  /** null: no question yet that it answers. */
  question: string | null;
}

export interface ImportGuest {
  /** Of a file that this site once wrote: the guest on the list. */
  id: string | null;
  row: number;
  /** Our own files also know open seats that somebody has named; null: whatever the name says. */
  seat: "named" | "open" | null;
  /** null: an open seat. */
  name: string | null;
  /** Mr., Mrs., Herr: what the file had before the name. */
  title: string | null;
  age: Age;
  /** The guest's own, as far as the row was about one person. */
  mail: string | null;
  phone: ImportPhone | null;
  /** By event; an event that the file says nothing of is not in it. */
  invited: Record<string, ImportInvited>;
  /** Meals by course, by event. */
  meals: Record<string, Record<string, string>>;
  diets: Diet[];
  /** Allergies as our own files write them. */
  allergies: string | null;
  /** What the kitchen must know, in the file's words. */
  kitchenNote: string | null;
  answers: ImportAnswer[];
}

export interface ImportParty {
  /** Of a file that this site once wrote: the party on the list. */
  id: string | null;
  name: string;
  /** The rows that it was read from. */
  rows: number[];
  contact: ImportContact;
  guests: ImportGuest[];
  notes: ImportWords[];
}

/** Every row that was read is in exactly one of the others. */
export interface RowCounts {
  read: number;
  inParties: number;
  refused: number;
  blank: number;
  /** Headers, their repetitions, and what stands above or between as a title. */
  headers: number;
  totals: number;
}
