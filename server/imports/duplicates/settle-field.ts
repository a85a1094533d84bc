import { cleanText } from "../reading/clean-text.ts";
import type { Decision, Lost, MergeChoices } from "./merged.ts";

/** What became of the fields so far. */
export interface Settling {
  choices: MergeChoices;
  kept: Lost[];
  decisions: Decision[];
}

/**
 * The value that stays. What only one has is taken; where both differ the list's stays unless it was chosen otherwise,
 * and the other one is kept for the log.
 */
export function settle(
  settling: Settling,
  field: string,
  list: string | undefined,
  file: string | undefined,
  same: (one: string, other: string) => boolean = sameText,
): string | undefined {
  if (file === undefined || file === "") return list;
  if (list === undefined || list === "") {
    if (settling.choices.fields?.[field] !== "list") return file;
    settling.kept.push({ field, value: file, from: "file" });
    return list;
  }
  if (same(list, file)) return list;
  settling.decisions.push({ field, list, file });
  const chosen = settling.choices.fields?.[field] ?? "list";
  settling.kept.push(
    chosen === "list" ? { field, value: file, from: "file" } : { field, value: list, from: "list" },
  );
  return chosen === "list" ? list : file;
}

// A file is cleaned when it is read: what only differs in what nobody sees is the same.
function sameText(one: string, other: string): boolean {
  return one === other || cleanText(one).text === cleanText(other).text;
}
