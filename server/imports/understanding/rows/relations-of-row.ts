import { foldAnswer } from "../answers/fold-answer.ts";
import { onePerson } from "../names/one-person.ts";
import type { RowCells } from "./cells-of-row.ts";
import type { RowPerson } from "./row-person.ts";

const partners = new Set(
  ("spouse|partner|wife|husband|domestic partner|fiance|fiancee|ehefrau|ehemann|ehepartner|partnerin|" +
    "esposa|esposo|conyuge|pareja|conjoint|conjointe|epouse|epoux|coniuge|moglie|marito").split(
      "|",
    ),
);
const children = new Set(
  "child|son|daughter|kind|sohn|tochter|hijo|hija|enfant|fils|fille|figlio|figlia".split("|"),
);

/** What the label beside a relation's name says; undefined: nobody of the household. */
export function relationOf(cells: RowCells, number: number): "partner" | "child" | undefined {
  const label = cells.every.find(({ field }) =>
    field.kind === "relation-label" && field.number === number
  );
  const relation = foldAnswer(label?.text ?? "");
  if (children.has(relation)) return "child";
  return partners.has(relation) ? "partner" : undefined;
}

/** Who lives with the row's guest, as address books say: a label in one column, the name in the next. */
export function relationsOfRow(cells: RowCells, family: string): RowPerson[] {
  return cells.every.flatMap(({ field, text }): RowPerson[] => {
    if (field.kind !== "relation-name") return [];
    const relation = relationOf(cells, field.number);
    if (!relation) return [];
    const child = relation === "child";
    const person = onePerson(text);
    const name = person.family === "" && family ? `${person.name} ${family}` : person.name;
    const age = child ? "child" as const : null;
    return [{
      ...person,
      name,
      family: person.family || family,
      age,
      hinted: true,
      who: "partner",
    }];
  });
}
