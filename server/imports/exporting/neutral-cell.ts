// What spreadsheet programs take for a formula, and numbers from which they drop digits: 0171…, and more than eleven.
const formula = /^'*[=+\-@\t\r]/;
const digits = /^'*(?:0\d+|\d{12,})$/;
// Digits in groups are text to them, and a telephone number to everybody else.
const phone = /^\+\d+(?: \d+)+$/;

/**
 * A cell as it goes into a CSV file: what a spreadsheet would run or spoil gets an apostrophe. A telephone number in
 * groups stays as it is.
 */
export function neutralCell(text: string): string {
  return isSpoilt(text) ? `'${text}` : text;
}

/** The cell as it was before `neutralCell`. */
export function plainCell(text: string): string {
  return text.startsWith("'") && isSpoilt(text.slice(1)) ? text.slice(1) : text;
}

function isSpoilt(text: string): boolean {
  return (formula.test(text) && !phone.test(text)) || digits.test(text);
}
