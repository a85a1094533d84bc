import type { Age } from "../../../../shared/events.ts";

/** Somebody whom a cell names. */
export interface FoundPerson {
  name: string;
  /** Last name with its particles; empty: the cell does not give one. */
  family: string;
  title: string | null;
  age: Age | null;
  /** Named by title alone: "Mrs. Last". */
  firstMissing: boolean;
}

/** Who stands in a cell, and what it says beside names. */
export interface FoundPeople {
  people: FoundPerson[];
  /** A seat for each, nobody named yet. */
  seats: Age[];
  /** How many there are in all, where the cell says so: "The Smiths (5)". */
  total: number | null;
  /** How many of them are children: "(2 adults, 3 kids)". */
  children: number;
  /** A family of nobody says how many. */
  familyUnsized: boolean;
  childrenUncounted: boolean;
  /** Whose guest this is, where nobody else stands in the cell: "Guest of Jane Doe". */
  host: string | null;
  /** Read as last name, comma, first name, and it may be two first names. */
  orderUnsure: boolean;
  /** What is in brackets and is no name: "(bride's aunt)". */
  remarks: string[];
}

export function nobody(): FoundPeople {
  return {
    people: [],
    seats: [],
    total: null,
    children: 0,
    familyUnsized: false,
    childrenUncounted: false,
    host: null,
    orderUnsure: false,
    remarks: [],
  };
}
