import { foldAnswer } from "./answers/fold-answer.ts";
import { type Household, withoutSize } from "./households.ts";
import { inFullness } from "./household-order.ts";
import type { ImportGuest, ImportParty, ImportWords } from "./parties.ts";
import type { RowGuest } from "./rows/read-row.ts";

const longestName = 120;

/** The party of a household's rows: its guests in their order, one contact, and the rest as notes. */
export function partyOfHousehold(household: Household): ImportParty {
  const guests = household.flatMap((row) => row.guests.map(withoutHint));
  const fullest = inFullness(household);
  const contact = {
    name: household.find(({ contactName }) => contactName)?.contactName ?? null,
    mail: fullest.flatMap((row) => row.contact.mails)[0]?.by ?? null,
    phone: fullest.flatMap((row) => row.contact.phones)[0]?.by ?? null,
    address: fullest.flatMap((row) => row.contact.address ?? [])[0] ?? null,
  };
  const notes = [...household.flatMap((row) => row.notes), ...otherContacts(fullest, contact)];
  return {
    id: household.find(({ partyId }) => partyId)?.partyId ?? null,
    name: partyName(fullest, guests),
    rows: household.map(({ number }) => number).toSorted((one, other) => one - other),
    contact,
    guests,
    notes,
  };
}

/** The addresses of a household's rows, where there are two different ones: the row of the second. */
export function otherAddress(household: Household): { row: number; address: string } | undefined {
  const [first, ...others] = household.flatMap(({ number, contact }) =>
    contact.address === null ? [] : [{ row: number, address: contact.address }]
  );
  return first &&
    others.find(({ address }) =>
      address !== first.address && foldAnswer(address) !== foldAnswer(first.address)
    );
}

function withoutHint({ hinted: _, ...guest }: RowGuest): ImportGuest {
  return guest;
}

// A party has one contact; nobody's second address or number is lost.
function otherContacts(household: Household, contact: ImportParty["contact"]): ImportWords[] {
  const several = household.filter(({ contact: { mails, phones, address } }) =>
    mails.length + phones.length + (address ? 1 : 0) > 0
  );
  const [only] = several;
  if (
    !only ||
    (several.length === 1 && only.contact.mails.length < 2 && only.contact.phones.length < 2)
  ) {
    return [];
  }
  const known = new Set<string>([
    contact.mail?.toLowerCase() ?? "",
    contact.phone?.number ?? "",
    foldAnswer(contact.address ?? ""),
  ]);
  const notes: ImportWords[] = [];
  for (const { number: row, contact: { mails, phones, address }, guests } of several) {
    const note = (label: string, text: string, key: string, owner?: ImportGuest) => {
      if (known.has(key)) return;
      known.add(key);
      const whose = (owner ?? guests[0])?.name;
      notes.push({ row, label: whose ? `${label} (${whose})` : label, text });
    };
    for (const { by } of mails) {
      note("Mail", by, by.toLowerCase(), guests.find(({ mail }) => mail === by));
    }
    for (const { by } of phones) {
      note("Phone", by.original, by.number, guests.find(({ phone }) => phone === by));
    }
    if (address) note("Address", address, foldAnswer(address));
  }
  return notes;
}

function partyName(household: Household, guests: readonly ImportGuest[]): string {
  const own = household.find(({ exact, party }) => exact && party)?.party;
  if (own) return own;
  const shared = household.find(({ party }) => /\p{L}/u.test(party))?.party;
  const label = household.length === 1
    ? household[0]?.label
    : household.find(({ label }) => label)?.label;
  const inOrder = household.length === 1 ? guests : guests.toSorted(byName);
  const name = withoutSize(shared ?? label ?? "") || namesOf(inOrder);
  return name.replace(/\s+/gu, " ").slice(0, longestName).trim();
}

function byName({ name: one }: ImportGuest, { name: other }: ImportGuest): number {
  return (one ?? "") < (other ?? "") ? -1 : (one ?? "") > (other ?? "") ? 1 : 0;
}

// Jane & John Doe, or Jane Doe & John Roe; of many the first two.
function namesOf(guests: readonly ImportGuest[]): string {
  const named = guests.flatMap(({ name, age }) => name === null ? [] : [{ name, age }]);
  const grown = named.filter(({ age }) => age === "adult");
  const [first, second] = grown.length > 0 ? grown : named;
  if (!first) return "Guest";
  return second && grown.length < 4 ? `${first.name} & ${second.name}` : first.name;
}
