import { type Cell, type CellStyle, type DataValidation, writeXlsx } from "hucre/xlsx";
import { columnLetters } from "../reading/cell-place.ts";
import type { ListedWedding, OwnColumn, OwnHeader } from "./headers.ts";
import { cellNames } from "./own-cells.ts";
import { ageWords, answerWords, replyWords, seatWords } from "./own-words.ts";
import { columnsOf, font, headerStyle, literal } from "./xlsx-columns.ts";

/** Rows that are made ready to be filled in; more may be written below them. */
const ready = 500;

const exampleStyle: CellStyle = { font: { ...font, italic: true, color: { rgb: "767676" } } };

/** The template as a workbook: the words that we know can be chosen in the cells. */
export async function writeTemplateXlsx(
  wedding: ListedWedding,
  headers: readonly OwnHeader[],
  examples: readonly string[][],
): Promise<Uint8Array> {
  const columns = columnsOf(headers);
  const rows = [
    columns.map(({ header }) => header ?? null),
    ...examples.map((cells) => cells.map((cell) => cell === "" ? null : literal(cell))),
    ...Array.from({ length: ready }, () => columns.map(() => null)),
  ];
  const styled = rows.slice(0, examples.length + 1).flatMap((cells, row) =>
    cells.map((_, at): [string, Pick<Cell, "style">] => [`${row},${at}`, {
      style: row === 0 ? headerStyle : { ...columns[at]?.style, ...exampleStyle },
    }])
  );
  return await writeXlsx({
    sheets: [{
      name: "Guests",
      columns: columns.map(({ header: _, ...column }) => column),
      rows,
      cells: new Map(styled),
      freezePane: { rows: 1 },
      dataValidations: headers.flatMap(({ column }, at) => choiceOf(wedding, column, at)),
    }],
  });
}

function choiceOf(wedding: ListedWedding, column: OwnColumn, at: number): DataValidation[] {
  const values = wordsOf(wedding, column);
  // A list in a cell knows no comma in a word, and has an end.
  if (values.length === 0 || values.some((value) => /[,"]/.test(value))) return [];
  if (values.join().length > 255) return [];
  const letters = columnLetters(at + 1);
  return [{
    type: "list",
    values,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "warning",
    errorTitle: "Not one of the choices",
    errorMessage: "The import may not know this word, and would say so.",
    range: `${letters}2:${letters}${ready + 1}`,
  }];
}

function wordsOf({ events, questions }: ListedWedding, column: OwnColumn): string[] {
  switch (column.kind) {
    case "seat":
      return Object.values(seatWords);
    case "age":
      return Object.values(ageWords);
    case "reply":
      return Object.values(replyWords);
    case "meal": {
      const event = events.find(({ id }) => id === column.event);
      const meals = event?.courses.find(({ id }) => id === column.course)?.meals ?? [];
      return [...cellNames<{ id: string; name: string }>(meals, ({ name }) => name).values()];
    }
    case "answer": {
      const question = questions.find(({ id }) => id === column.question);
      if (question?.kind === "yes-no") return Object.values(answerWords);
      if (question?.kind !== "one-of") return [];
      return [...cellNames(question.options, ({ label }) => label).values()];
    }
    default:
      return [];
  }
}
