import type { WeddingEvent } from "../../../../shared/events.ts";
import type { Diet } from "../../../../shared/kitchen.ts";
import { readDiet } from "../answers/diets.ts";
import { readMeals } from "../answers/meals.ts";
import type { ImportAnswer, ImportWords } from "../parties.ts";
import type { Tell } from "../problems.ts";
import type { Cell, RowCells } from "./cells-of-row.ts";
import { isLeftOver } from "./left-over.ts";

export interface RowWords {
  meals: Record<string, Record<string, string>>;
  diets: Diet[];
  allergies: string | null;
  kitchenNote: string | null;
  answers: ImportAnswer[];
  notes: ImportWords[];
}

type Events = readonly Pick<WeddingEvent, "id" | "courses">[];

/** What a row says beside who is invited. Nothing is left out: what has no place is an answer. */
export function wordsOfRow(cells: RowCells, events: Events, guests: number, tell: Tell): RowWords {
  const words: RowWords = {
    meals: {},
    diets: [],
    allergies: null,
    kitchenNote: null,
    answers: [],
    notes: [],
  };
  const row = cells.number;
  for (const cell of cells.every) {
    const { field, text, column } = cell;
    const said = { row, label: column.header, text };
    switch (field.kind) {
      case "unknown":
        words.answers.push({ ...said, question: null });
        break;
      case "answer":
        words.answers.push({ ...said, question: field.question });
        break;
      case "note":
      case "nickname":
        words.notes.push(said);
        break;
      case "tags":
        takeTags(said, words);
        break;
      case "diet":
        takeDiet(text, guests, words);
        break;
      case "allergies":
        words.allergies = text;
        break;
      case "kitchen-note":
        words.kitchenNote = text;
        break;
      case "meal":
        takeMeal(cell, field, row, events, guests, words, tell);
        break;
      case "invited":
      case "reply":
      case "seats":
      case "attending-count": {
        const known = field.event === "every" || events.some(({ id }) => id === field.event);
        if (!known) words.answers.push({ ...said, question: null });
        break;
      }
      default:
        if (isLeftOver(cell, cells, guests)) words.notes.push(said);
    }
  }
  return words;
}

function takeTags(said: ImportWords, words: RowWords): void {
  const text = withoutLabels(said.text);
  if (text !== "") words.notes.push({ ...said, text });
}

// Of several guests in one row nobody knows who it is that eats so: the words stay, the numbers do not.
function takeDiet(text: string, guests: number, words: RowWords): void {
  const { diets, note } = readDiet(text);
  if (guests === 1) words.diets = [...new Set([...words.diets, ...diets])];
  const said = guests === 1 ? note : diets.length > 0 || note ? text : null;
  if (said) words.kitchenNote = words.kitchenNote ? `${words.kitchenNote}; ${said}` : said;
}

function takeMeal(
  { text, column }: Cell,
  { event, course }: { event: string | null; course: string | null },
  row: number,
  events: Events,
  guests: number,
  words: RowWords,
  tell: Tell,
): void {
  const about = events.filter(({ id }) => event === "every" || id === event);
  const menu = about.find(({ courses }) => courses.length > 0);
  const courses = menu?.courses.filter(({ id }) => course === null || id === course) ?? [];
  const meals = guests === 1 && courses.length > 0 ? readMeals(text, courses) : undefined;
  if (menu && meals) {
    words.meals[menu.id] = { ...words.meals[menu.id], ...meals };
    return;
  }
  words.answers.push({ row, label: column.header, text, question: null });
  if (menu && guests === 1) tell("meal-not-known", { column, value: text });
}

// Google marks its own labels with a star and puts ":::" between them.
function withoutLabels(text: string): string {
  return text.split(/\s*:::\s*/u).map((label) => label.replace(/^\*\s*/, ""))
    .filter((label) => label !== "" && !/^(?:myContacts|starred)$/i.test(label)).join(", ");
}
