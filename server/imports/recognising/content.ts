import { isDecided, isReplyWord } from "../understanding/answers/reply-words.ts";
import { foldAnswer } from "../understanding/answers/fold-answer.ts";
import { isMark } from "../understanding/answers/marks.ts";

/** What the cells of a column look like, each as a share of those that are filled. */
export interface Looks {
  filled: number;
  mails: number;
  phones: number;
  names: number;
  replies: number;
  /** Yes or no, not only that there is no reply yet. */
  decided: number;
  marks: number;
  numbers: number;
  dates: number;
  /** 1, 2, 3 …, or many of which no two are alike: the rows' own numbers. */
  counts: boolean;
}

const looked = 200;
const longest = 254;

export function looksOf(cells: readonly string[]): Looks {
  // What is endless is a text, whatever is in it.
  const filled = cells.filter((cell) => cell !== "" && cell.length <= longest).slice(0, looked);
  const share = (test: (cell: string) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
  return {
    filled: filled.length,
    mails: share((cell) => /^\S+@\S+\.\S+$/u.test(cell)),
    phones: share(isPhoneLike),
    names: share(isNameLike),
    replies: share((cell) => isReplyWord(foldAnswer(cell))),
    decided: share((cell) => isDecided(foldAnswer(cell))),
    marks: share((cell) => isMark(cell)),
    numbers: share((cell) => /^-?\d{1,3}$/.test(cell)),
    dates: share((cell) => /^\d{4}-\d\d-\d\d(T|$)|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(cell)),
    counts: filled.length > 2 &&
      (filled.every((cell, at) => cell === String(at + 1)) ||
        (filled.length > 9 && new Set(filled).size === filled.length)),
  };
}

function isPhoneLike(cell: string): boolean {
  if (!/^[+(\d][\d\s().\/-]{5,24}$/.test(cell) || /^\d{4}-\d\d-\d\d$/.test(cell)) return false;
  const digits = cell.replace(/\D/g, "").length;
  return digits >= 7 && digits <= 15;
}

// One to six words of letters, the first with a capital or of a script that has none.
function isNameLike(cell: string): boolean {
  return cell.length <= 80 && !/[@\d?!]/.test(cell) &&
    /^[\p{Lu}\p{Lt}\p{Lo}]\S*(\s+\S+){0,6}$/u.test(cell) && !isReplyWord(foldAnswer(cell));
}
