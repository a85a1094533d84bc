import type { Choices } from "../planning/choices.ts";
import type { List } from "../planning/plan.ts";
import { planImport } from "../planning/plan-import.ts";
import { type PagedPlan, pagesOfPlan } from "../planning/plan-pages.ts";
import type { TellProgress } from "../progress.ts";
import type { ReadFile } from "../reading/table.ts";

export { columnsOf } from "../planning/read-table.ts";

/** What accepting the file would do to the list, ready to be kept. */
export function planInPages(
  file: ReadFile,
  choices: Choices,
  list: List,
  languages: readonly string[],
  tell: TellProgress,
): PagedPlan {
  return pagesOfPlan(
    planImport(file, choices, list, languages, (stage, done, total) => {
      tell({ stage, done, total });
    }),
  );
}
