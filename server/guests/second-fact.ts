import type { Contact } from "../../shared/party.ts";
import { readCardCode } from "./card-code.ts";
import { phoneDigits } from "./contact.ts";

const fewestDigits = 4;

/**
 * Whether a second fact is one of this party's: the last four digits of its phone (or more of them), its mail address
 * or the part before @, or the code on its card.
 */
export function isSecondFact(
  typed: string,
  { code, contact }: { code: string; contact: Contact },
): boolean {
  return isMail(typed, contact.mail) || isPhone(typed, contact.phone) ||
    readCardCode(typed) === code;
}

function isMail(typed: string, mail: string | undefined): boolean {
  if (mail === undefined) return false;
  const said = typed.trim().toLowerCase();
  const address = mail.toLowerCase();
  return said === address || said === address.slice(0, address.lastIndexOf("@"));
}

function isPhone(typed: string, phone: string | undefined): boolean {
  if (!/^\+?[\d\s().\/-]+$/.test(typed.trim())) return false;
  const known = phoneDigits(phone);
  if (known.length < fewestDigits) return false;
  const said = typed.replace(/\D/g, "");
  if (said.length <= fewestDigits) return said.length === fewestDigits && known.endsWith(said);
  // A whole number is typed with or without the country's prefix, whichever way the couple wrote it.
  const whole = phoneDigits(typed);
  if (whole.length < fewestDigits) return false;
  return known.endsWith(whole) || (known.length > 6 && whole.endsWith(known));
}
