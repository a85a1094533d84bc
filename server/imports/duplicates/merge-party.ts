import type { ImportParty } from "../understanding/parties.ts";
import { addressKey, mailKey, phoneKey } from "./contact-keys.ts";
import { mergeGuests } from "./merge-guests.ts";
import type { Decision, Lost, MergeChoices, MergedGuest, MergedParty } from "./merged.ts";
import { settle, type Settling } from "./settle-field.ts";

/**
 * One party of what the list and the file have of it. `kept` is every value that is not in it; `decisions` are the
 * fields on which the two differ. The file's notes are not part of it: they are added beside what is there.
 */
export function mergeParty(
  list: MergedParty,
  file: Pick<ImportParty, "name" | "contact" | "guests">,
  choices: MergeChoices,
): {
  merged: MergedParty;
  kept: Lost[];
  decisions: Decision[];
  placed: Map<number, string | MergedGuest>;
} {
  const settling: Settling = { choices, kept: [], decisions: [] };
  const { contact } = file;
  const person = settle(settling, "contact", list.contact.name, contact.name ?? undefined);
  const mail = settle(settling, "mail", list.contact.mail, contact.mail ?? undefined, by(mailKey));
  const phone = settle(
    settling,
    "phone",
    list.contact.phone,
    contact.phone?.number,
    by(phoneKey),
  );
  const address = settle(
    settling,
    "address",
    list.contact.address,
    contact.address ?? undefined,
    by(addressKey),
  );
  const name = settle(settling, "name", list.name, file.name) ?? list.name;
  const { guests, placed } = mergeGuests(settling, list.guests, file.guests);
  const merged = {
    name,
    contact: {
      ...list.contact,
      ...person === undefined ? {} : { name: person },
      ...mail === undefined ? {} : { mail },
      ...phone === undefined ? {} : { phone },
      ...address === undefined ? {} : { address },
    },
    guests,
  };
  return { merged, placed, kept: settling.kept, decisions: settling.decisions };
}

// The same but for how it is written: what the list has stays.
function by(keyOf: (value: string) => string | null) {
  return (one: string, other: string) =>
    one === other || (keyOf(one) !== null && keyOf(one) === keyOf(other));
}
