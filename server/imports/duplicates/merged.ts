import type { Age } from "../../../shared/events.ts";
import type { Diet } from "../../../shared/kitchen.ts";
import type { Contact } from "../../../shared/party.ts";
import type { ImportInvited } from "../understanding/parties.ts";

/** A guest on the list, or one that joins it. */
export interface MergedGuest {
  /** null: new. */
  id: string | null;
  kind: "named" | "open";
  name: string | null;
  age: Age;
  /** By event; an event that is not in it is one the guest is not invited to. */
  invited: Record<string, ImportInvited>;
  /** Meals by course, by event. */
  meals: Record<string, Record<string, string>>;
  diets: Diet[];
  /** As a cell of our own files has them. */
  allergies: string | null;
  kitchenNote: string | null;
  /** By question, as the cell of a file has it. */
  answers: Record<string, string>;
}

export interface MergedParty {
  name: string;
  contact: Contact;
  guests: MergedGuest[];
}

/** A value that is not in the merged party: what was given up, or not taken. It goes into the log. */
export interface Lost {
  /** `mail`, `guest_x.name`, `guest_x.reply.event_y`; a guest of the file alone is `row 7`. */
  field: string;
  value: string;
  from: "list" | "file";
  /** What stands there now, where nobody was asked. */
  instead?: string;
}

/** Where both have something to say and only somebody can tell. Undecided, the list's stays. */
export interface Decision {
  field: string;
  list: string;
  file: string;
}

export interface MergeChoices {
  /**
   * For each guest of the file by place: the id of the same guest on the list, `new`, or `leave`. Else it takes an open
   * seat, or is new.
   */
  guests: readonly (string | undefined)[];
  /** By field: whose value stays. Else the list's; what the list has not, the file gives. */
  fields?: Readonly<Record<string, "list" | "file">>;
}
