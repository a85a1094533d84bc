import type { PartyId } from "../../shared/ids.ts";
import type { Contact } from "../../shared/party.ts";
import type { SiteKeys } from "../access/keys.ts";
import type { ContactIndexes } from "./parties.ts";

/** A party's contact data, sealed, with the keyed digests that find it again. */
export async function sealContact(
  keys: SiteKeys,
  partyId: PartyId,
  contact: Contact,
): Promise<{ contactSealed: Uint8Array } & ContactIndexes> {
  const phone = phoneDigits(contact.phone);
  return {
    contactSealed: await keys.seal(contact, contactRow(partyId)),
    mailIndex: contact.mail ? await keys.mac("mail", contact.mail.toLowerCase()) : null,
    phoneIndex: phone ? await keys.mac("phone", phone) : null,
  };
}

export function unsealContact(
  keys: SiteKeys,
  party: { id: PartyId; contactSealed: Uint8Array },
): Promise<Contact> {
  return keys.unseal(party.contactSealed, contactRow(party.id));
}

/** The digits that tell telephone numbers apart, however they were typed. */
export function phoneDigits(phone: string | undefined): string {
  return (phone ?? "").replace(/\D/g, "").replace(/^0+/, "");
}

function contactRow(partyId: PartyId): string {
  return `parties|${partyId}|contact`;
}
