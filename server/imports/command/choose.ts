import type { EventId } from "../../../shared/ids.ts";
import type { ImportChanges, ImportHead } from "../../../shared/imports.ts";
import { type Arguments, WrongArguments } from "./arguments.ts";
import { type Named, readMeaning } from "./meanings.ts";

/** `--map` in the words of the API. */
export function chosenColumns(
  wanted: Arguments["columns"],
  { columns }: Pick<ImportHead, "columns">,
  named: Named,
): NonNullable<ImportChanges["columns"]> {
  return wanted.map(({ column: name, means }) => {
    const number = /^#(\d+)$/.exec(name)?.[1];
    const found = columns.filter(({ index, header }) =>
      number ? index === Number(number) - 1 : header.toLowerCase() === name.toLowerCase()
    );
    const [column] = found;
    if (!column) {
      const all = columns.map(({ index, header }) => `#${index + 1} ${header}`).join(", ");
      throw new WrongArguments(`--map: there is no column “${name}”. There are: ${all}.`);
    }
    if (found.length > 1) {
      const numbers = found.map(({ index }) => `#${index + 1}`).join(" and ");
      throw new WrongArguments(`--map: ${numbers} are both called “${name}”; say the number.`);
    }
    const field = readMeaning(means, named);
    if (!field) throw new WrongArguments(`--map: “${means}” is no meaning of a column.`);
    return { index: column.index, field };
  });
}

/** Events by their names. */
export function chosenEvents(names: readonly string[], { events }: Named): EventId[] {
  return names.map((wanted) => {
    const event = events.find(({ id, name }) =>
      id === wanted || name.toLowerCase() === wanted.toLowerCase()
    );
    if (event) return event.id;
    const all = events.map(({ name }) => name).join(", ");
    throw new WrongArguments(`There is no event “${wanted}”. There are: ${all || "none yet"}.`);
  });
}
