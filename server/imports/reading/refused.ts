import { Problem } from "../../problem.ts";
import { limits } from "./limits.ts";

/** "30,412" */
export function counted(number: number): string {
  return number.toLocaleString("en-US");
}

export function broken(sentence: string): Problem {
  return new Problem("file-not-readable", sentence);
}

export function unknownType(sentence: string): Problem {
  return new Problem("file-type-unknown", sentence);
}

export function encrypted(): Problem {
  return new Problem(
    "file-encrypted",
    "The file is protected by a password. Take the password off, or save it as CSV.",
  );
}

export function tooLarge(what: string): Problem {
  return new Problem("file-too-large", `${what} Split the list into smaller files.`);
}

export function tooManyRows(found: number): Problem {
  return new Problem(
    "too-many-rows",
    `${counted(found)} rows; at most ${
      counted(limits.rows)
    } are taken. Split the list into smaller files.`,
    { found, limit: limits.rows },
  );
}

export function tooManyColumns(found: number, row: number, sheet: string): Problem {
  return new Problem(
    "too-many-columns",
    `Row ${counted(row)} has ${
      counted(found)
    } columns; at most ${limits.columns} are taken. Delete those that are not needed.`,
    { found, limit: limits.columns, row, sheet },
  );
}

export function cellTooLong(
  found: number,
  place: { row?: number; column?: number; sheet?: string } = {},
): Problem {
  const where = place.row && place.column
    ? `Row ${counted(place.row)}, column ${place.column} has`
    : "A cell has";
  return new Problem(
    "cell-too-long",
    `${where} ${counted(found)} characters; at most ${counted(limits.cellCharacters)} are taken.`,
    { found, limit: limits.cellCharacters, ...place },
  );
}
