import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** An international number in groups, which no spreadsheet takes for a sum; others as they are. */
export function phoneCell(phone: string): string {
  if (!phone.startsWith("+")) return phone;
  const parsed = parsePhoneNumberFromString(phone);
  if (!parsed?.isPossible() || parsed.ext) return phone;
  return parsed.formatInternational().replace(/[^\d+]+/g, " ").trim();
}
