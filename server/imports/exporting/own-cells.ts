import { allergens, type Diet, diets, severities } from "../../../shared/kitchen.ts";
import type { Answer, Question } from "../../../shared/questions.ts";
import type { Allergy } from "../../../shared/reply.ts";
import { tellApart } from "./tell-apart.ts";
import { answerWords } from "./own-words.ts";

// Each function that writes has one beside it that reads. Several values of a cell stand on lines of their own.

/** The names by which things are told apart in cells, even if two are called the same. */
export function cellNames<Thing extends { id: string }>(
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
): Map<Thing["id"], string> {
  const names = tellApart(things.map(nameOf), foldCell);
  return new Map(things.map(({ id }, at) => [id, names[at] ?? ""]));
}

/** The id of what the cell names; undefined: nothing. */
export function readCellName<Thing extends { id: string }>(
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
  cell: string,
): Thing["id"] | undefined {
  const wanted = foldCell(cell);
  return [...cellNames(things, nameOf)].find(([, name]) => foldCell(name) === wanted)?.[0];
}

export function dietsCell(of: readonly Diet[]): string {
  return of.join(", ");
}

/** undefined: a word that is no diet is in it. */
export function readDietsCell(cell: string): Diet[] | undefined {
  return everyOne(cell.split(/[,\n]/), (word) => diets.find((diet) => diet === foldCell(word)));
}

/** `nuts: life-threatening`, `other: allergy (kiwi)`. */
export function allergiesCell(of: readonly Allergy[]): string {
  return of.map(({ allergen, severity, note }) =>
    `${allergen}: ${severity}${note ? ` (${note})` : ""}`
  ).join("\n");
}

/** undefined: a line is not of this form. */
export function readAllergiesCell(cell: string): Allergy[] | undefined {
  return everyOne(cell.split("\n"), (line): Allergy | undefined => {
    const [, what = "", how = "", note] = /^\s*([a-z]+): ([a-z-]+)(?: \((.*)\))?\s*$/i.exec(line) ??
      [];
    const allergen = allergens.find((each) => each === what.toLowerCase());
    const severity = severities.find((each) => each === how.toLowerCase());
    if (!allergen || !severity || (allergen === "other" && !note)) return undefined;
    return { allergen, severity, ...note ? { note } : {} };
  });
}

export function answerCell(question: Question, answer: Answer | undefined): string {
  if (answer === undefined) return "";
  if (typeof answer === "boolean") return answer ? answerWords.yes : answerWords.no;
  if (!("options" in question)) return typeof answer === "string" ? answer : answer.join("\n");
  const names = cellNames(question.options, labelOf);
  const chosen = typeof answer === "string" ? [answer] : answer;
  return chosen.map((id) => [...names].find(([option]) => option === id)?.[1] ?? id).join("\n");
}

/** undefined: the cell is no answer to this question. */
export function readAnswerCell(question: Question, cell: string): Answer | undefined {
  switch (question.kind) {
    case "text":
      return cell;
    case "yes-no":
      return foldCell(cell) === answerWords.yes
        ? true
        : foldCell(cell) === answerWords.no
        ? false
        : undefined;
    case "one-of":
      return readCellName(question.options, labelOf, cell);
    case "some-of":
      return everyOne(cell.split("\n"), (line) => readCellName(question.options, labelOf, line));
    default:
      return question satisfies never;
  }
}

function labelOf({ label }: { label: string }): string {
  return label;
}

function everyOne<Thing>(
  parts: readonly string[],
  read: (part: string) => Thing | undefined,
): Thing[] | undefined {
  const found = parts.filter((part) => part.trim() !== "").map(read);
  const known = found.filter((thing) => thing !== undefined);
  return known.length === found.length ? known : undefined;
}

function foldCell(cell: string): string {
  return cell.replace(/\s+/gu, " ").trim().toLowerCase();
}
