import { readNumber } from "../names/numbers.ts";
import { foldAnswer } from "./fold-answer.ts";
import { type Said, saidBy, saidByMark } from "./reply-words.ts";

export interface ReadReply {
  /** null: not a value that is known. */
  said: Said | null;
  /** How many attend, where the cell counts: "Accepted (2 of 3)". */
  count: number | null;
  /** What was said beside it: "No reply - call 6 June". */
  remark: string | null;
}

const counted =
  /^(?<said>.*?)[\s(\[-]*(?<count>\d{1,2})\s*(?:of|\/|von|de|out of|di|sur)\s*(?<all>\d{1,2})[)\]\s]*$/iu;
const trailing = /^(?<said>\D+?)\s*[(\[x×-]\s*(?<count>\d{1,2})\s*[)\]]?$/iu;
const separated =
  /^(?<said>[^-–—(:;,.!\n]+?)\s*(?:\s[-–—]+\s|[(:;,.!\n])\s*(?<remark>\S.*?)[)\s]*$/su;

/** What a cell of a reply column says, by whole values: no word is looked for inside of others. */
export function readReply(cell: string): Readonly<ReadReply> {
  if (cell.length > longestKnown) return readNew(cell);
  const before = known.get(cell);
  if (before) return before;
  const read = readNew(cell);
  if (known.size >= mostKnown) known.clear();
  known.set(cell, read);
  return read;
}

// A list of thousands has the same few answers.
const known = new Map<string, Readonly<ReadReply>>();
const [longestKnown, mostKnown] = [40, 500];

function readNew(cell: string): ReadReply {
  const text = cell.trim();
  const whole = saidByMark(text) ?? saidBy(foldAnswer(text));
  // "Attending?" asks.
  const asks = text.includes("?") && (whole === "attending" || whole === "declined");
  if (asks) return { said: null, count: null, remark: null };
  if (whole) return { said: whole, count: null, remark: null };
  const number = readNumber(text);
  if (number !== undefined && /^\d+$/.test(text)) {
    return { said: number === 0 ? "declined" : "attending", count: number, remark: null };
  }
  return readCounted(text) ?? readSeparated(text) ?? { said: null, count: null, remark: null };
}

function readCounted(text: string): ReadReply | undefined {
  const groups = counted.exec(text)?.groups ?? trailing.exec(text)?.groups;
  if (!groups) return undefined;
  const { said: word = "", count = "" } = groups;
  const said = word.trim() === "" ? "attending" : saidBy(foldAnswer(word));
  if (!said) return undefined;
  // "No reply (2)" counts who was asked.
  if (said !== "attending") return { said, count: null, remark: null };
  return { said: Number(count) === 0 ? "declined" : said, count: Number(count), remark: null };
}

function readSeparated(text: string): ReadReply | undefined {
  const { said: word = "", remark = "" } = separated.exec(text)?.groups ?? {};
  const said = word === "" ? undefined : saidBy(foldAnswer(word));
  return said && { said, count: null, remark };
}
