import { type NumberStyle, numberText } from "../number-text.ts";
import type { NoticeCode } from "../table.ts";
import { unescaped } from "./unescaped.ts";

export interface CellSource {
  /** `t` of the cell: what its value is. */
  type: string;
  /** Text of `v`; undefined: there is none. */
  value: string | undefined;
  /** Text of `is`. */
  inline: string;
  formula: boolean;
  style: number;
}

export interface Workings {
  strings: string[];
  styles: NumberStyle[];
  since1904: boolean;
}

const general: NumberStyle = { kind: "general" };

/** What a cell shows, and what is to be said about it. Formulas are not calculated: what they gave last was saved. */
export function cellText(
  cell: CellSource,
  workings: Workings,
): { text: string; notice?: NoticeCode } {
  const { type, value = "" } = cell;
  if (type === "inlineStr") return { text: unescaped(cell.inline) };
  if (type === "str") return { text: unescaped(value) };
  if (type === "e") return { text: "", notice: "formula-error" };
  if (value.trim() === "") {
    return cell.formula ? { text: "", notice: "formula-without-value" } : { text: "" };
  }
  if (type === "s") return { text: workings.strings[Number(value)] ?? "" };
  if (type === "b") return { text: value.trim() === "0" ? "FALSE" : "TRUE" };
  if (type === "d") return { text: value.trim().replace(/T00:00(:00(\.0+)?)?Z?$/, "") };
  return number(value.trim(), cell.style, workings);
}

function number(value: string, style: number, { styles, since1904 }: Workings) {
  const number = Number(value);
  if (!Number.isFinite(number)) return { text: value };
  const text = numberText(number, styles[style] ?? general, { since1904 });
  // More than 15 digits no sheet keeps.
  const rounded: NoticeCode | undefined = Number.isInteger(number) && Math.abs(number) >= 1e15
    ? "number-rounded"
    : undefined;
  return rounded ? { text, notice: rounded } : { text };
}
