import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type PhoneNumber,
} from "libphonenumber-js/min";
import type { ImportPhone } from "../parties.ts";

export type ReadPhone =
  | { valid: true; phone: ImportPhone; guessed: boolean }
  | { valid: false; value: string; rounded: boolean };

/** All telephone numbers of a cell, those without a country's number read as numbers of `country`. */
export function readPhones(cell: string, country: string): ReadPhone[] {
  const home = countryOf(country);
  const whole = readPhone(cell, home);
  const pieces = whole.valid ? [] : inPieces(cell);
  return pieces.length > 1 ? pieces.map((piece) => readPhone(piece, home)) : [whole];
}

export function countryOf(country: string): CountryCode | undefined {
  const code = country.toUpperCase();
  return isSupportedCountry(code) ? code : undefined;
}

function readPhone(piece: string, home: CountryCode | undefined): ReadPhone {
  const original = piece.trim();
  const value = withoutWords(original);
  if (/^\d([.,]\d+)?E\+?\d+$/i.test(value)) return { valid: false, value: original, rounded: true };
  const here = possible(parsePhoneNumberFromString(value, home ?? {}));
  if (here) return found(here, original, false);
  // The plus is what a spreadsheet takes away first.
  const digits = value.replace(/\D/g, "").replace(/^00/, "");
  const abroad = digits.length >= 9
    ? possible(parsePhoneNumberFromString(`+${digits}`))
    : undefined;
  return abroad ? found(abroad, original, true) : { valid: false, value: original, rounded: false };
}

function found(phone: PhoneNumber, original: string, guessed: boolean): ReadPhone {
  return { valid: true, phone: { number: phone.number, original }, guessed };
}

// Whether it could be dialled: ranges are opened faster than lists of them are renewed.
function possible(phone: PhoneNumber | undefined): PhoneNumber | undefined {
  return phone?.isPossible() ? phone : undefined;
}

// "Mobile: 0171 …", "+44 (0)20 …", "0171 … (Anna)", and the apostrophe that keeps a cell text.
function withoutWords(text: string): string {
  return text
    .replace(/^'/, "")
    .replace(/^[\p{L}\s.]+:\s*/u, "")
    .replace(/^tel:/i, "")
    .replace(/(?<=^\s*(?:\+|00)[\d\s]+)\(0\)/u, "")
    .replace(/\s*\(\p{L}[^)]*\)$/u, "");
}

function inPieces(cell: string): string[] {
  return cell.split(/\s*(?:;|,|\||:::|\n|\s\/\s|\s(?:or|and|und|oder|y|et|&)\s)\s*/iu)
    .filter((piece) => /\d/.test(piece));
}
