import type { Attributes } from "../read-xml.ts";
import type { NoticeCode } from "../table.ts";

/** What a cell shows; dates as ISO text, and whole numbers with all of their digits. */
export function odsCellText(
  cell: Attributes,
  shown: string,
): { text: string; notice?: NoticeCode } {
  const type = cell["office:value-type"] ?? cell["calcext:value-type"] ?? "";
  const formula = Boolean(cell["table:formula"]);
  if (cell["calcext:value-type"] === "error") return { text: shown, notice: "formula-error" };
  if (formula && type === "" && shown === "") return { text: "", notice: "formula-without-value" };
  if (formula && /^(#[A-Z/0!?]+|Err:\d+)$/.test(shown)) {
    return { text: shown, notice: "formula-error" };
  }
  if (type === "date") {
    return { text: (cell["office:date-value"] ?? shown).replace(/T00:00:00(\.0+)?$/, "") };
  }
  const value = cell["office:value"] ?? "";
  const number = Number(value);
  if (type !== "float" || value === "" || !Number.isFinite(number)) {
    return { text: shown || (cell["office:string-value"] ?? "") };
  }
  const text = shown === "" || /\dE[+-]\d/.test(shown) ? String(number) : shown;
  const rounded = Number.isInteger(number) && Math.abs(number) >= 1e15;
  return rounded ? { text, notice: "number-rounded" } : { text };
}
